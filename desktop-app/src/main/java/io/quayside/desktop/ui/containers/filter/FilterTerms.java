package io.quayside.desktop.ui.containers.filter;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.HealthStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What single terms of a filter ask for.
final class FilterTerms {
    static final Set<String> KEYS = Set.of("port", "label", "is", "image", "name");
    static final List<String> STATES =
            List.of("running", "stopped", "paused", "restarting", "healthy", "unhealthy", "starting", "problem");

    private static final int LONGEST = 65_536;

    private FilterTerms() {}

    static Optional<Predicate<Container>> text(String value) {
        String wanted = lower(value);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(container -> has(container.name(), wanted)
                || has(container.image(), wanted)
                || has(container.project().orElse(""), wanted)
                || (wanted.length() >= 4 && container.id().startsWith(wanted))
                || container.ports().stream()
                        .anyMatch(port -> String.valueOf(port.publicPort()).equals(wanted)
                                || String.valueOf(port.privatePort()).equals(wanted))
                || container.labels().entrySet().stream()
                        .anyMatch(label -> !label.getKey().startsWith("com.docker.compose.")
                                && (has(label.getKey(), wanted) || has(label.getValue(), wanted))));
    }

    static Optional<Predicate<Container>> name(String value) {
        String wanted = lower(value);
        return Optional.of(container -> has(container.name(), wanted));
    }

    static Optional<Predicate<Container>> image(String value) {
        String wanted = lower(value);
        return Optional.of(container -> has(container.image(), wanted)
                || container.imageId().startsWith(wanted)
                || container.imageId().startsWith("sha256:" + wanted));
    }

    static Optional<Predicate<Container>> port(int port) {
        return Optional.of(container -> container.ports().stream()
                .anyMatch(mapping -> mapping.publicPort() == port || mapping.privatePort() == port));
    }

    /// `key=value` exactly, or `key` with any value.
    static Optional<Predicate<Container>> label(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return Optional.of(container -> container.labels().containsKey(text));
        }
        String key = text.substring(0, equals);
        String value = text.substring(equals + 1);
        return Optional.of(container -> value.equals(container.labels().get(key)));
    }

    static Optional<Predicate<Container>> is(String state) {
        return Optional.ofNullable(
                switch (state.toLowerCase(Locale.ROOT)) {
                    case "running", "up" -> Container::isUp;
                    case "stopped", "exited" -> container -> !container.isUp();
                    case "paused" -> container -> container.state() == ContainerState.PAUSED;
                    case "restarting" -> container -> container.state() == ContainerState.RESTARTING;
                    case "healthy" -> container -> container.health() == HealthStatus.HEALTHY;
                    case "unhealthy" -> container -> container.isUp() && container.health() == HealthStatus.UNHEALTHY;
                    case "starting" -> container -> container.isUp() && container.health() == HealthStatus.STARTING;
                    case "problem" -> Container::hasProblem;
                    default -> null;
                });
    }

    /// Labels may have megabytes; what is typed is looked for in the start of them, so that typing stays quick.
    private static boolean has(String text, String wanted) {
        return lower(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .contains(wanted);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
