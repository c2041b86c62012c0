package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.model.Limits;
import io.quayside.desktop.state.model.RunFacts;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.HealthStatus;
import io.quayside.engine.model.PortMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Containers for tests, at [#NOW].
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    private final String name;
    private ContainerState state;
    private HealthStatus health = HealthStatus.NONE;
    private RunFacts run;
    private String image = "busybox:1";
    private final List<PortMapping> ports = new ArrayList<>();
    private final Map<String, String> labels = new HashMap<>();

    private Samples(String name, ContainerState state, RunFacts run) {
        this.name = name;
        this.state = state;
        this.run = run;
    }

    /// Runs since 2 h 14 min.
    public static Samples running(String name) {
        return new Samples(name, ContainerState.RUNNING, run(OptionalInt.of(0), false, false, ""));
    }

    /// Ended 6 h ago.
    public static Samples exited(String name, int code) {
        return new Samples(name, ContainerState.EXITED, run(OptionalInt.of(code), false, false, ""));
    }

    public Samples state(ContainerState next) {
        state = next;
        return this;
    }

    public Samples health(HealthStatus next) {
        health = next;
        return this;
    }

    public Samples ended(int code, boolean oom, boolean stopRequested, String error) {
        run = run(OptionalInt.of(code), oom, stopRequested, error);
        return this;
    }

    public Samples image(String next) {
        image = next;
        return this;
    }

    public Samples port(int publicPort, int privatePort) {
        ports.add(new PortMapping(publicPort == 0 ? "" : "0.0.0.0", privatePort, publicPort, "tcp"));
        return this;
    }

    public Samples label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    public Container build() {
        return new Container(
                "id-" + name,
                name,
                image,
                "sha256:0",
                "sleep 1",
                NOW.minus(Duration.ofDays(1)),
                state,
                health,
                ports,
                labels,
                List.of(),
                List.of(),
                run,
                Limits.UNKNOWN);
    }

    private static RunFacts run(OptionalInt code, boolean oom, boolean stopRequested, String error) {
        return new RunFacts(
                true,
                Optional.of(NOW.minus(Duration.ofMinutes(134))),
                Optional.of(NOW.minus(Duration.ofHours(6))),
                code,
                oom,
                stopRequested,
                error,
                3,
                0);
    }
}
