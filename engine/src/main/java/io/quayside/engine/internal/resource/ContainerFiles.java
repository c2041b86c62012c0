package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.internal.codec.ContainerAnswersCodec;
import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.internal.http.EngineResponse;
import io.quayside.engine.internal.http.RequestBody;
import io.quayside.engine.model.PathStat;
import io.quayside.engine.stream.ArchiveStream;
import io.quayside.engine.stream.ContentSource;
import java.io.InputStream;
import java.util.Base64;
import tools.jackson.core.JacksonException;

/// A container's files as tar archives.
final class ContainerFiles {
    private static final String STAT = "X-Docker-Container-Path-Stat";
    private static final String TAR = "application/x-tar";

    private final Calls calls;

    ContainerFiles(Calls calls) {
        this.calls = calls;
    }

    ArchiveStream getArchive(String id, String path) throws EngineException {
        EngineResponse response = calls.transport()
                .execute(EngineRequest.get("containers", id, "archive")
                        .query("path", path)
                        .unbounded());
        try {
            return new ArchiveStream(stat(response), new ResponseStream(response));
        } catch (EngineException e) {
            response.close();
            throw e;
        }
    }

    PathStat statPath(String id, String path) throws EngineException {
        try (EngineResponse response = calls.transport()
                .execute(EngineRequest.head("containers", id, "archive").query("path", path))) {
            return stat(response);
        }
    }

    private static PathStat stat(EngineResponse response) throws EngineProtocolException {
        String header = response.header(STAT).orElse("");
        try (JsonIn in = Json.read(Base64.getDecoder().decode(header))) {
            in.nextValue();
            return ContainerAnswersCodec.pathStat(in);
        } catch (IllegalArgumentException | JacksonException e) {
            throw new EngineProtocolException(
                    response.requestLine(), "The engine doesn't say what the path is", AnswerHead.printable(header), e);
        }
    }

    void putArchive(String id, String folder, ContentSource tar) throws EngineException {
        calls.run(EngineRequest.put("containers", id, "archive")
                .query("path", folder)
                .body(new RequestBody.Stream(tar::writeTo, -1, TAR))
                .unbounded());
    }

    InputStream export(String id) throws EngineException {
        return new ResponseStream(calls.transport()
                .execute(EngineRequest.get("containers", id, "export").unbounded()));
    }
}
