package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.ApiVersionUnsupportedException;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Settles on an API version with the engine: the newest that both speak. `/_ping` tells the engine's newest at
/// no cost; its oldest is asked for (`/version`, which starts processes in the engine) only when it decides.
///
/// Thread-safe: one thread asks, and others wait for it. The choice is kept until [#forget].
final class VersionChoice {

    /// A choice. Compared by identity, so that a late failure can't undo a newer choice.
    static final class Chosen {
        private final ApiVersion version;

        Chosen(ApiVersion version) {
            this.version = version;
        }

        ApiVersion version() {
            return version;
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION_SIZE = 1 << 20;

    private final EngineTransport transport;
    private final ApiVersion oldest;
    private final ApiVersion newest;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicReference<@Nullable Chosen> chosen = new AtomicReference<>();

    VersionChoice(EngineTransport transport, ApiVersion oldest, ApiVersion newest) {
        this.transport = transport;
        this.oldest = oldest;
        this.newest = newest;
    }

    Chosen get() throws EngineException {
        Chosen known = chosen.get();
        if (known != null) {
            return known;
        }
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(null, e);
        }
        try {
            known = chosen.get();
            if (known == null) {
                known = new Chosen(ask());
                chosen.set(known);
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    /// The engine that `old` was settled with is gone; ask the one that comes back.
    void forget(Chosen old) {
        chosen.compareAndSet(old, null);
    }

    private ApiVersion ask() throws EngineException {
        Optional<ApiVersion> pinged;
        try (EngineResponse pong = transport.execute(EngineRequest.get("_ping").unversioned())) {
            pinged = pong.header("Api-Version").flatMap(ApiVersion::parse);
            pong.body().readNBytes(VERSION_SIZE);
        } catch (IOException e) {
            pinged = Optional.empty();
        }
        if (pinged.isPresent() && between(pinged.get(), oldest, newest)) {
            return pinged.get();
        }
        return fromRange();
    }

    private ApiVersion fromRange() throws EngineException {
        JsonNode answer = version();
        ApiVersion engineNewest = field(answer, "ApiVersion").orElse(null);
        if (engineNewest == null) {
            throw new EngineProtocolException(
                    "GET /version",
                    "What answers doesn't name its API version, as an engine does",
                    SafeText.of(answer.toString()),
                    null);
        }
        ApiVersion engineOldest = field(answer, "MinAPIVersion").orElse(engineNewest);
        ApiVersion best = engineNewest.compareTo(newest) < 0 ? engineNewest : newest;
        if (best.compareTo(oldest) < 0 || best.compareTo(engineOldest) < 0) {
            throw new ApiVersionUnsupportedException(
                    engineOldest.toString(), engineNewest.toString(), oldest.toString(), newest.toString());
        }
        return best;
    }

    private JsonNode version() throws EngineException {
        try (EngineResponse answer =
                transport.execute(EngineRequest.get("version").unversioned())) {
            byte[] json;
            try {
                json = answer.body().readNBytes(VERSION_SIZE);
            } catch (IOException e) {
                throw answer.failure(e);
            }
            try {
                return JSON.readTree(json);
            } catch (JacksonException e) {
                throw new EngineProtocolException(
                        answer.requestLine(), "What answers isn't an engine", SafeText.of(json), e);
            }
        }
    }

    private static Optional<ApiVersion> field(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? ApiVersion.parse(value.stringValue()) : Optional.empty();
    }

    private static boolean between(ApiVersion version, ApiVersion low, ApiVersion high) {
        return version.compareTo(low) >= 0 && version.compareTo(high) <= 0;
    }
}
