package io.quayside.engine.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.CreatedNetwork;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.NetworkSpec;
import io.quayside.engine.model.PruneReport;
import java.util.List;

/// The networks of an engine. A network is named by its id or its name.
public interface Networks {

    /// Lists networks (`GET /networks`), without the containers in them.
    List<Network> list(Filters filters) throws EngineException;

    /// One network with the containers in it (`GET /networks/{id}`).
    Network inspect(String id) throws EngineException;

    /// Makes a network (`POST /networks/create`). A name that is taken is a conflict.
    CreatedNetwork create(NetworkSpec spec) throws EngineException;

    /// Puts a container into a network (`POST /networks/{id}/connect`).
    ///
    /// @param place what it wishes for there: addresses, aliases
    void connect(String network, String container, EndpointSettings place) throws EngineException;

    /// Takes a container out of a network (`POST /networks/{id}/disconnect`).
    ///
    /// @param force also if the engine has lost sight of the container
    void disconnect(String network, String container, boolean force) throws EngineException;

    /// Takes a container out of a network.
    default void disconnect(String network, String container) throws EngineException {
        disconnect(network, container, false);
    }

    /// Removes a network (`DELETE /networks/{id}`).
    void remove(String id) throws EngineException;

    /// Removes unused networks (`POST /networks/prune`).
    PruneReport prune(Filters filters) throws EngineException;
}
