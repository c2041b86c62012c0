package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.ContainerAnswersCodec;
import io.quayside.engine.internal.codec.VolumeCodec;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.PruneReport;
import io.quayside.engine.model.RawJson;
import io.quayside.engine.model.Volume;
import io.quayside.engine.model.VolumeSpec;
import io.quayside.engine.resource.Volumes;
import java.util.List;

/// The calls under `/volumes`.
final class HttpVolumes implements Volumes {
    private final Calls calls;

    HttpVolumes(Calls calls) {
        this.calls = calls;
    }

    @Override
    public List<Volume> list(Filters filters) throws EngineException {
        return calls.object(HttpContainers.filtered(EngineRequest.get("volumes"), filters), VolumeCodec::list);
    }

    @Override
    public Volume inspect(String name) throws EngineException {
        return calls.object(EngineRequest.get("volumes", name), VolumeCodec::read);
    }

    @Override
    public RawJson json(String name) throws EngineException {
        return calls.document(EngineRequest.get("volumes", name), (in, json) -> {
            in.skip();
            return json;
        });
    }

    @Override
    public Volume create(VolumeSpec spec) throws EngineException {
        return calls.object(
                EngineRequest.post("volumes", "create")
                        .json(VolumeCodec.write(spec))
                        .unbounded(),
                VolumeCodec::read);
    }

    @Override
    public void remove(String name, boolean force) throws EngineException {
        calls.run(EngineRequest.delete("volumes", name).flag("force", force).unbounded());
    }

    @Override
    public PruneReport prune(Filters filters) throws EngineException {
        return calls.object(
                HttpContainers.filtered(EngineRequest.post("volumes", "prune").unbounded(), filters),
                ContainerAnswersCodec::pruned);
    }
}
