package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.QueryCodec;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.internal.http.EngineResponse;
import io.quayside.engine.internal.http.UpgradedConnection;
import io.quayside.engine.model.AttachQuery;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.stream.FrameReader;
import io.quayside.engine.stream.LogStream;
import io.quayside.engine.stream.ProcessSession;
import io.quayside.engine.stream.StreamFormat;

/// What a container's main process writes, and its input.
final class ContainerOutput {
    private static final String MULTIPLEXED = "application/vnd.docker.multiplexed-stream";

    private final Calls calls;
    private final Inspection inspection;

    /// Asks whether a container has a terminal.
    @FunctionalInterface
    interface Inspection {
        ContainerDetails inspect(String id) throws EngineException;
    }

    ContainerOutput(Calls calls, Inspection inspection) {
        this.calls = calls;
        this.inspection = inspection;
    }

    LogStream logs(String id, LogQuery query) throws EngineException {
        EngineRequest request = EngineRequest.get("containers", id, "logs")
                .flag("follow", query.follow())
                .flag("stdout", query.stdout())
                .flag("stderr", query.stderr())
                .flag("timestamps", query.timestamps())
                .query(
                        "tail",
                        query.tail().isPresent() ? Long.toString(query.tail().getAsLong()) : "all")
                .unbounded();
        if (query.since().isPresent()) {
            request = request.query("since", QueryCodec.time(query.since().get()));
        }
        if (query.until().isPresent()) {
            request = request.query("until", QueryCodec.time(query.until().get()));
        }
        EngineRequest complete = request;
        return query.follow() ? PatientLogs.open(id, () -> open(id, complete)) : open(id, complete);
    }

    private LogStream open(String id, EngineRequest request) throws EngineException {
        EngineResponse response = calls.transport().execute(request);
        try {
            StreamFormat format = format(id, response.header("Content-Type").orElse(""));
            return new ProcessOutput(new FrameReader(response.body(), format, response::failure), response::close);
        } catch (EngineException e) {
            response.close();
            throw e;
        }
    }

    ProcessSession attach(String id, AttachQuery query) throws EngineException {
        EngineRequest request = EngineRequest.post("containers", id, "attach")
                .query("stream", "1")
                .flag("logs", query.logs())
                .flag("stdin", query.stdin())
                .flag("stdout", query.stdout())
                .flag("stderr", query.stderr())
                .unbounded();
        UpgradedConnection connection =
                calls.transport().upgrade(HttpContainers.unlessEmpty(request, "detachKeys", query.detachKeys()));
        try {
            StreamFormat format = format(id, connection.contentType().orElse(""));
            return new UpgradedSession(connection, format, (columns, rows) -> resize(id, columns, rows));
        } catch (EngineException e) {
            connection.close();
            throw e;
        }
    }

    private void resize(String id, int columns, int rows) throws EngineException {
        calls.run(EngineRequest.post("containers", id, "resize")
                .query("h", Integer.toString(rows))
                .query("w", Integer.toString(columns)));
    }

    /// Since API 1.42 the content type tells; before that only the container's own config does.
    private StreamFormat format(String id, String contentType) throws EngineException {
        if (contentType.startsWith(MULTIPLEXED)) {
            return StreamFormat.MULTIPLEXED;
        }
        boolean tty = calls.speaks(42) || inspection.inspect(id).config().tty();
        return tty ? StreamFormat.RAW : StreamFormat.MULTIPLEXED;
    }
}
