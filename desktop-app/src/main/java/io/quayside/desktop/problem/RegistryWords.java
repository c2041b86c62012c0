package io.quayside.desktop.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises what an engine says when it can't talk to a registry.
final class RegistryWords {
    /// How Go begins: `Get "https://registry.example.com/v2/": dial tcp: …`.
    private static final Pattern REQUEST =
            Pattern.compile("(?:Get|Head|Put|Post|Patch) \"?https?://([^/\"\\s?]+)", Pattern.CASE_INSENSITIVE);

    private RegistryWords() {}

    static Optional<EngineCause> read(String message) {
        Matcher request = REQUEST.matcher(message);
        if (!request.find()) {
            return Optional.empty();
        }
        String host = request.group(1);
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("x509:") || lower.contains("tls: failed to verify certificate")) {
            return Optional.of(new EngineCause.RegistryUntrusted(host));
        }
        if (lower.contains("server gave http response to https client")) {
            return Optional.of(new EngineCause.RegistryUnencrypted(host));
        }
        return why(lower).map(why -> new EngineCause.RegistryUnreachable(host, why));
    }

    private static Optional<String> why(String lower) {
        if (lower.contains("no such host") || lower.contains("server misbehaving")) {
            return Optional.of("Its name was not found. The engine may be offline or need a proxy.");
        }
        if (lower.contains("connection refused")) {
            return Optional.of("Nothing answers there.");
        }
        if (lower.contains("network is unreachable") || lower.contains("no route to host")) {
            return Optional.of("There is no way to it. The engine may be offline.");
        }
        if (lower.contains("timeout") || lower.contains("deadline exceeded")) {
            return Optional.of("It didn't answer in time.");
        }
        boolean broke = lower.contains("connection reset")
                || lower.contains("broken pipe")
                || lower.endsWith(": eof")
                || lower.contains("unexpected eof");
        return broke ? Optional.of("The connection broke.") : Optional.empty();
    }
}
