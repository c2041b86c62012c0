package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.log.AppLog;
import io.quayside.desktop.log.Secrets;
import io.quayside.desktop.ui.format.SafeText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside diagnose`: 0 when nothing failed, else 1.
@Command(
        name = "diagnose",
        description = "Checks what Quayside depends on. Secrets are masked. Exit code 1 when a check fails.")
final class DiagnoseCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable QuaysideCommand quayside;

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure {
        try (Backend backend = Objects.requireNonNull(quayside).backend()) {
            List<Check> checks = new Checks(backend, System.getenv())
                    .all().stream()
                            .map(check -> new Check(
                                    check.result(),
                                    SafeText.line(Secrets.mask(check.name())),
                                    SafeText.output(Secrets.mask(check.text()), 1000)))
                            .toList();
            Path log = backend.dirs().state().resolve(AppLog.FILE_NAME);
            if (json) {
                Map<String, Object> report = new LinkedHashMap<>();
                report.put("checks", checks.stream().map(Check::facts).toList());
                report.put("log", Secrets.mask(log.toString()));
                System.out.println(Json.of(report));
            } else {
                checks.forEach(
                        check -> System.out.printf("%-5s %-24s %s%n", check.result(), check.name(), check.text()));
                System.out.println("Log: " + Secrets.mask(log.toString()));
            }
            return checks.stream().anyMatch(check -> check.result() == Check.Result.FAIL) ? 1 : 0;
        }
    }
}
