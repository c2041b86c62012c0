package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ContainerCondition;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.Health;
import io.quayside.engine.model.HealthProbe;
import io.quayside.engine.model.HealthStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `State` of `GET /containers/{id}/json`.
final class ContainerConditionCodec {
    private ContainerConditionCodec() {}

    static ContainerCondition read(JsonIn in) {
        ContainerState state = ContainerState.UNKNOWN;
        long pid = 0;
        long exitCode = 0;
        boolean oomKilled = false;
        String error = "";
        Optional<Instant> startedAt = Optional.empty();
        Optional<Instant> finishedAt = Optional.empty();
        Optional<Health> health = Optional.empty();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Status" -> state = ContainerState.of(in.text());
                    case "Pid" -> pid = in.number();
                    case "ExitCode" -> exitCode = in.number();
                    case "OOMKilled" -> oomKilled = in.flag();
                    case "Error" -> error = in.text();
                    case "StartedAt" -> startedAt = in.instant();
                    case "FinishedAt" -> finishedAt = in.instant();
                    case "Health", "Healthcheck" -> health = health(in);
                    default -> in.skip();
                }
            }
        }
        return new ContainerCondition(state, pid, exitCode, oomKilled, error, startedAt, finishedAt, health);
    }

    /// A container without a health check has none of this, or one whose status is `none` or, in Podman, empty.
    private static Optional<Health> health(JsonIn in) {
        HealthStatus status = HealthStatus.NONE;
        int failingStreak = 0;
        List<HealthProbe> log = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Status" -> status = HealthStatus.of(in.text());
                    case "FailingStreak" -> failingStreak = in.smallNumber();
                    case "Log" -> log = in.list(ContainerConditionCodec::probe);
                    default -> in.skip();
                }
            }
        }
        return status == HealthStatus.NONE ? Optional.empty() : Optional.of(new Health(status, failingStreak, log));
    }

    private static HealthProbe probe(JsonIn in) {
        Optional<Instant> start = Optional.empty();
        Optional<Instant> end = Optional.empty();
        int exitCode = 0;
        String output = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Start" -> start = in.instant();
                    case "End" -> end = in.instant();
                    case "ExitCode" -> exitCode = in.smallNumber();
                    case "Output" -> output = in.text();
                    default -> in.skip();
                }
            }
        }
        return new HealthProbe(start, end, exitCode, output);
    }
}
