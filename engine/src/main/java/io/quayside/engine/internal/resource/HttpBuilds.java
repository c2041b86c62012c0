package io.quayside.engine.internal.resource;

import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.build.BuildSpec;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.ContainerAnswersCodec;
import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.LoginCodec;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.internal.http.RequestBody;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.PruneReport;
import io.quayside.engine.resource.Builds;
import io.quayside.engine.stream.ContentSource;
import io.quayside.engine.stream.EngineStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// The calls under `/build`.
final class HttpBuilds implements Builds {
    private final Calls calls;

    HttpBuilds(Calls calls) {
        this.calls = calls;
    }

    @Override
    public EngineStream<BuildEvent> build(BuildSpec spec, ContentSource context) throws EngineException {
        EngineRequest request = EngineRequest.post("build")
                .query("dockerfile", spec.dockerfile())
                .query("rm", "1")
                .flag("forcerm", true)
                .flag("nocache", spec.noCache())
                .flag("pull", spec.pull())
                .body(new RequestBody.Stream(context::writeTo, -1, "application/x-tar"))
                .unbounded();
        for (String tag : spec.tags()) {
            request = request.query("t", tag);
        }
        request = HttpContainers.unlessEmpty(request, "buildargs", json(spec.arguments()));
        request = HttpContainers.unlessEmpty(request, "labels", json(spec.labels()));
        request = HttpContainers.unlessEmpty(request, "target", spec.target());
        request = HttpContainers.unlessEmpty(request, "platform", spec.platform());
        request = HttpContainers.unlessEmpty(request, "networkmode", spec.network());
        if (!spec.logins().isEmpty()) {
            byte[] logins = LoginCodec.writeAll(spec.logins());
            request = request.header("X-Registry-Config", Base64.getUrlEncoder().encodeToString(logins));
        }
        return new BuildStream(ProgressStream.of(calls, request, line -> line), new BuildLines(Clock.systemUTC()));
    }

    private static String json(Map<String, String> values) {
        if (values.isEmpty()) {
            return "";
        }
        byte[] json = Json.write(out -> out.object(() -> out.texts(new TreeMap<>(values))));
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public PruneReport prune(boolean all, Filters filters) throws EngineException {
        EngineRequest request =
                EngineRequest.post("build", "prune").flag("all", all).unbounded();
        return calls.object(HttpContainers.filtered(request, filters), ContainerAnswersCodec::pruned);
    }
}
