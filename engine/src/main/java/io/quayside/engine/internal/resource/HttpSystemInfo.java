package io.quayside.engine.internal.resource;

import io.quayside.engine.credential.Login;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.DiskUsageCodec;
import io.quayside.engine.internal.codec.EngineInfoCodec;
import io.quayside.engine.internal.codec.EngineVersionCodec;
import io.quayside.engine.internal.codec.EventCodec;
import io.quayside.engine.internal.codec.LoginCodec;
import io.quayside.engine.internal.codec.QueryCodec;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.internal.http.EngineResponse;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.EngineVersion;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.PingResult;
import io.quayside.engine.resource.SystemInfo;
import io.quayside.engine.stream.EngineStream;

/// The calls about the engine itself.
final class HttpSystemInfo implements SystemInfo {
    private final Calls calls;

    HttpSystemInfo(Calls calls) {
        this.calls = calls;
    }

    @Override
    public EngineInfo info() throws EngineException {
        return calls.document(EngineRequest.get("info"), EngineInfoCodec::read);
    }

    @Override
    public EngineVersion version() throws EngineException {
        return calls.object(EngineRequest.get("version").unversioned(), EngineVersionCodec::read);
    }

    @Override
    public PingResult ping() throws EngineException {
        try (EngineResponse response =
                calls.transport().execute(EngineRequest.get("_ping").unversioned())) {
            return new PingResult(
                    response.header("Api-Version").orElse(""),
                    response.header("OSType").orElse(""),
                    response.header("Docker-Experimental").orElse("").equals("true"),
                    response.header("Server").orElse(""));
        }
    }

    @Override
    public DiskUsage diskUsage() throws EngineException {
        return calls.object(
                EngineRequest.get("system", "df")
                        .flag("verbose", calls.speaks(52))
                        .unbounded(),
                DiskUsageCodec::read);
    }

    @Override
    public Login signIn(Login login) throws EngineException {
        EngineRequest request =
                EngineRequest.post("auth").json(LoginCodec.write(login)).unbounded();
        String token = calls.object(request, LoginCodec::token);
        return token.isEmpty() ? login : Login.withToken(login.server(), token);
    }

    @Override
    public EngineStream<EngineEvent> events(EventFilter filter) throws EngineException {
        EngineRequest request = EngineRequest.get("events").unbounded();
        if (filter.since().isPresent()) {
            request = request.query("since", QueryCodec.time(filter.since().get()));
        }
        if (filter.until().isPresent()) {
            request = request.query("until", QueryCodec.time(filter.until().get()));
        }
        return calls.stream(HttpContainers.filtered(request, filter.filters()), EventCodec::read);
    }
}
