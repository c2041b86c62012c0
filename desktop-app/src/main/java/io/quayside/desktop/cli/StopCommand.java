package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.HostPhase;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside stop`.
@Command(name = "stop", description = "Stops Quayside's own engine, its containers included. Data stays.")
final class StopCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable QuaysideCommand quayside;

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        try (Backend backend = Objects.requireNonNull(quayside).backend()) {
            HostPhase before = backend.own().refresh().phase();
            boolean ran = before == HostPhase.RUNNING || before == HostPhase.DEGRADED;
            try {
                backend.own().stop();
            } catch (HostException e) {
                throw CommandFailure.of(e);
            }
            System.out.println(json ? Json.of(Map.of("state", "stopped")) : ran ? "Stopped." : "It didn't run.");
            return 0;
        }
    }
}
