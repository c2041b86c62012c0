package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.HealthCheck;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.ShellQuote;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands in empty fields: what the image says, which counts as long as the form says nothing else.
final class Inherited {
    private static final String PORT = "80";

    private Inherited() {}

    /// The command that runs unless there is another one.
    static String command(RunViewModel model) {
        if (model.specProperty().get().value(RunFlag.ENTRYPOINT).isPresent()) {
            return "None: another entrypoint leaves the image's command out";
        }
        ContainerConfig image = model.inheritedProperty().get();
        String program = words(image.entrypoint().orElse(List.of()));
        String command = words(image.cmd().orElse(List.of()));
        if (program.isEmpty() && command.isEmpty()) {
            return "From the image";
        }
        return "From image: " + (program.isEmpty() ? command : command.isEmpty() ? program : program + " " + command);
    }

    /// A port that programs of the image listen on and that isn't published yet.
    static String port(RunViewModel model) {
        RunSpec spec = model.specProperty().get();
        Set<String> published = spec.values(RunFlag.PUBLISH).stream()
                .map(value -> SpecChange.key(RunFlag.PUBLISH, value))
                .collect(Collectors.toSet());
        return model.inheritedProperty().get().exposedPorts().stream()
                .map(port -> port.replaceFirst("/.*", ""))
                .filter(port -> !published.contains(port))
                .findFirst()
                .map(SafeText::line)
                .orElse(PORT);
    }

    /// What the image says in the place of an option; empty for nothing.
    static String prompt(RunViewModel model, RunFlag flag) {
        ContainerConfig image = model.inheritedProperty().get();
        String value = switch (flag) {
            case USER -> image.user();
            case WORKDIR -> image.workingDir();
            case ENTRYPOINT -> words(image.entrypoint().orElse(List.of()));
            case STOP_SIGNAL -> image.stopSignal();
            case HEALTH_CMD ->
                image.healthcheck().map(HealthCheck::test).map(Inherited::words).orElse("");
            case EXPOSE -> String.join(", ", image.exposedPorts());
            default -> "";
        };
        return value.isEmpty() ? "" : "From image: " + SafeText.line(value);
    }

    private static String words(List<String> words) {
        return SafeText.line(ShellQuote.words(words).replaceAll("\\s+", " "));
    }
}
