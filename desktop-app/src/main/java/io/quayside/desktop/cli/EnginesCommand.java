package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.format.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside engines`.
@Command(name = "engines", description = "Lists the engines found, each with the result of a live test.")
final class EnginesCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable QuaysideCommand quayside;

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure, InterruptedException, ExecutionException {
        try (Backend backend = Objects.requireNonNull(quayside).backend()) {
            List<EngineReport> reports = ask(backend);
            if (json) {
                System.out.println(Json.of(Map.of(
                        "engines", reports.stream().map(EngineReport::facts).toList())));
                return 0;
            }
            if (reports.isEmpty()) {
                System.out.println("No engine was found.");
            }
            for (EngineReport report : reports) {
                EngineChoice choice = report.choice();
                System.out.printf("%-20s %-44s %s%n", report.name(), choice.address(), SafeText.line(report.text()));
            }
            return 0;
        }
    }

    /// All at once: one that hangs doesn't hold the others up.
    private static List<EngineReport> ask(Backend backend) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("engine-test-", 0).factory())) {
            List<Future<EngineReport>> answers = new ArrayList<>();
            for (EngineChoice choice : backend.engines().choices()) {
                answers.add(executor.submit(() -> EngineReport.ask(backend, choice, false)));
            }
            List<EngineReport> reports = new ArrayList<>();
            for (Future<EngineReport> answer : answers) {
                reports.add(answer.get());
            }
            return reports;
        }
    }
}
