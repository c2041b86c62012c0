package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.StartStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside start`.
@Command(name = "start", description = "Starts Quayside's own engine and waits until it answers.")
final class StartCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable QuaysideCommand quayside;

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        try (Backend backend = Objects.requireNonNull(quayside).backend()) {
            EngineHost own = backend.own();
            AtomicInteger told = new AtomicInteger();
            Runnable end = json ? () -> {} : own.onState(state -> tell(state.steps(), told));
            try {
                own.start();
            } catch (HostException e) {
                throw CommandFailure.of(e);
            } finally {
                end.run();
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("state", "running");
            facts.put("endpoint", own.endpoint().display());
            System.out.println(
                    json ? Json.of(facts) : "Running at " + own.endpoint().display());
            return 0;
        }
    }

    private static void tell(List<StartStep> steps, AtomicInteger told) {
        while (told.get() < steps.size()) {
            System.out.println(steps.get(told.getAndIncrement()).name() + "…");
        }
    }
}
