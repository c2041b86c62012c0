package io.quayside.engine.registry;

import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import io.quayside.engine.internal.http.SafeText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;
import tools.jackson.core.JacksonException;

/// What an answer that isn't one, and what no answer, means.
///
/// @param host the registry
record RegistryFailures(String host) {
    private static final Pattern REST = Pattern.compile("(?:reset|\\bt)=([0-9]{1,9})");

    RegistryException of(IOException e) {
        if (Thread.currentThread().isInterrupted()
                || (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException))) {
            return new RegistryException.Cancelled(host);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryTrust.NotTrusted untrusted) {
                String issuer = SafeText.of(untrusted.issuer());
                return new RegistryException.Untrusted(host, issuer, untrusted.chain(), "its issuer is " + issuer);
            }
        }
        return switch (e) {
            case SSLPeerUnverifiedException _ ->
                new RegistryException.Untrusted(host, "", List.of(), "it is for another name");
            case UnknownHostException _ -> new RegistryException.UnknownHost(host);
            case SocketTimeoutException _ -> new RegistryException.Unreachable(host, "nothing in time");
            default -> new RegistryException.Unreachable(host, SafeText.of(String.valueOf(e.getMessage())));
        };
    }

    /// @param what the repository, or the tag of it, that was asked for
    RegistryException of(Response response, String body, String what) {
        return switch (response.code()) {
            case 401, 403 -> new RegistryException.Denied(host, words(body));
            case 404 -> new RegistryException.NotFound(host, what);
            case 429 -> new RegistryException.RateLimited(host, waiting(response));
            default -> new RegistryException.Unexpected(host, (response.code() + " " + words(body)).strip());
        };
    }

    /// The messages of `{"errors":[{"code":"…","message":"…"}]}`.
    private static String words(String body) {
        try (JsonIn in = Json.read(body)) {
            if (in.nextValue() && in.enterObject()) {
                while (in.nextField()) {
                    if (in.name().equals("errors")) {
                        List<String> messages =
                                in.list(each -> each.map(JsonIn::text).getOrDefault("message", ""));
                        return SafeText.of(String.join("; ", messages));
                    }
                    in.skip();
                }
            }
        } catch (JacksonException e) {
            return "";
        }
        return "";
    }

    /// `Retry-After` is the standard's; Docker Hub has the time itself in `X-Retry-After`, others the rest of a window
    /// in
    /// `RateLimit-Reset`, or in `RateLimit` as `reset=42` or `t=42`.
    private static Optional<Duration> waiting(Response response) {
        return wait(response.header("Retry-After", ""))
                .or(() -> at(response.header("X-Retry-After", "")))
                .or(() -> seconds(response.header("RateLimit-Reset", "")))
                .or(() -> {
                    Matcher rest = REST.matcher(response.header("RateLimit", ""));
                    return rest.find() ? seconds(rest.group(1)) : Optional.empty();
                });
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<Duration> at(String epochSeconds) {
        if (!epochSeconds.matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(Long.parseLong(epochSeconds)));
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    private static Optional<Duration> wait(String retryAfter) {
        Optional<Duration> seconds = seconds(retryAfter);
        if (seconds.isPresent()) {
            return seconds;
        }
        try {
            Duration left = Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return left.isNegative() ? Optional.of(Duration.ZERO) : Optional.of(left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
