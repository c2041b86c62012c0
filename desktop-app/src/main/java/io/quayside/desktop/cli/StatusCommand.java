package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.state.EngineChoice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside status`: 0 when the engine answers, 1 when it doesn't.
@Command(name = "status", description = "Says how the engine in use stands. Exit code 1 when it doesn't answer.")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable QuaysideCommand quayside;

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure {
        try (Backend backend = Objects.requireNonNull(quayside).backend()) {
            Optional<EngineChoice> choice = backend.engines().preferred();
            if (choice.isEmpty()) {
                return none();
            }
            EngineReport report = EngineReport.ask(backend, choice.get(), true);
            if (json) {
                System.out.println(Json.of(report.facts()));
            } else {
                System.out.println("Engine:     " + report.name() + " " + report.text());
                System.out.println("Endpoint:   " + choice.get().address());
            }
            return report.answers() ? 0 : 1;
        }
    }

    private Integer none() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", "none");
        System.out.println(json ? Json.of(facts) : "No engine was found.");
        return 1;
    }
}
