package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.ContainerSpecCodec;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.internal.http.UpgradedConnection;
import io.quayside.engine.model.ExecDetails;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.resource.Execs;
import io.quayside.engine.stream.ExecSession;
import io.quayside.engine.stream.StreamFormat;

/// The calls under `/exec`.
final class HttpExecs implements Execs {
    private final Calls calls;

    HttpExecs(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String create(String containerId, ExecSpec spec) throws EngineException {
        return calls.object(
                EngineRequest.post("containers", containerId, "exec").json(ContainerSpecCodec.write(spec)),
                ContainerSpecCodec::id);
    }

    @Override
    public ExecSession start(String execId, ExecSpec spec) throws EngineException {
        UpgradedConnection connection = calls.transport()
                .upgrade(EngineRequest.post("exec", execId, "start")
                        .json(ContainerSpecCodec.writeStart(spec))
                        .unbounded());
        StreamFormat format = StreamFormat.of(connection.contentType().orElse(""), spec.tty());
        return new StartedExec(execId, this, connection, format);
    }

    @Override
    public void startDetached(String execId) throws EngineException {
        calls.run(EngineRequest.post("exec", execId, "start").json(ContainerSpecCodec.writeDetachedStart()));
    }

    @Override
    public void resize(String execId, int columns, int rows) throws EngineException {
        calls.run(EngineRequest.post("exec", execId, "resize")
                .query("h", Integer.toString(rows))
                .query("w", Integer.toString(columns)));
    }

    @Override
    public ExecDetails inspect(String execId) throws EngineException {
        return calls.object(EngineRequest.get("exec", execId, "json"), ContainerSpecCodec::exec);
    }
}
