package io.quayside.engine.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.PruneReport;
import java.util.List;

/// The networks of an engine. A network is named by its id or its name.
public interface Networks {

    /// Lists networks (`GET /networks`), without the containers in them.
    List<Network> list(Filters filters) throws EngineException;

    /// One network with the containers in it (`GET /networks/{id}`).
    Network inspect(String id) throws EngineException;

    /// Removes a network (`DELETE /networks/{id}`).
    void remove(String id) throws EngineException;

    /// Removes unused networks (`POST /networks/prune`).
    PruneReport prune(Filters filters) throws EngineException;
}
