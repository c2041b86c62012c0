package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.ContainerAnswersCodec;
import io.quayside.engine.internal.codec.NetworkCodec;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.model.CreatedNetwork;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.NetworkSpec;
import io.quayside.engine.model.PruneReport;
import io.quayside.engine.resource.Networks;
import java.util.List;

/// The calls under `/networks`.
final class HttpNetworks implements Networks {
    private final Calls calls;

    HttpNetworks(Calls calls) {
        this.calls = calls;
    }

    @Override
    public List<Network> list(Filters filters) throws EngineException {
        return calls.array(HttpContainers.filtered(EngineRequest.get("networks"), filters), NetworkCodec::read);
    }

    @Override
    public Network inspect(String id) throws EngineException {
        return calls.object(EngineRequest.get("networks", id), NetworkCodec::read);
    }

    @Override
    public CreatedNetwork create(NetworkSpec spec) throws EngineException {
        return calls.object(
                EngineRequest.post("networks", "create").json(NetworkCodec.creation(spec)), NetworkCodec::created);
    }

    @Override
    public void connect(String network, String container, EndpointSettings place) throws EngineException {
        calls.run(EngineRequest.post("networks", network, "connect").json(NetworkCodec.connection(container, place)));
    }

    @Override
    public void disconnect(String network, String container, boolean force) throws EngineException {
        calls.run(EngineRequest.post("networks", network, "disconnect")
                .json(NetworkCodec.disconnection(container, force)));
    }

    @Override
    public void remove(String id) throws EngineException {
        calls.run(EngineRequest.delete("networks", id));
    }

    @Override
    public PruneReport prune(Filters filters) throws EngineException {
        return calls.object(
                HttpContainers.filtered(EngineRequest.post("networks", "prune").unbounded(), filters),
                ContainerAnswersCodec::pruned);
    }
}
