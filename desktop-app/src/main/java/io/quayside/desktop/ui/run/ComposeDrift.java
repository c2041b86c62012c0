package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.ComposeReading;
import io.quayside.engine.run.ContainerPlan;
import io.quayside.engine.run.RunException;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunOption;
import io.quayside.engine.run.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a compose file says of the changes of one of its containers.
///
/// @param otherwise what it says instead, one text for each change
/// @param untold the changes that it can't be asked about
/// @param moved whether the file isn't what the container was made from any more
record ComposeDrift(List<String> otherwise, List<String> untold, boolean moved) {
    /// @param changes those of the form
    /// @param wanted the form
    static ComposeDrift of(ComposeReading.Read file, List<SpecChange> changes, RunSpec wanted) {
        List<String> otherwise = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (SpecChange change : changes) {
            Optional<RunFlag> flag = change.flag();
            if (flag.isPresent() && !file.told().contains(flag.get())) {
                untold.add(SafeText.line(change.title()));
            } else if (!same(change, file.line(), wanted)) {
                otherwise.add(
                        SafeText.line(change.title()) + ": " + SpecWords.shown(change, said(change, file.line())));
            }
        }
        return new ComposeDrift(List.copyOf(otherwise), List.copyOf(untold), file.moved());
    }

    /// Whether there is nothing in the file to change.
    boolean agrees() {
        return otherwise.isEmpty() && untold.isEmpty();
    }

    /// The sentences for it.
    ///
    /// @param file its name
    /// @param container its name
    /// @param replaces whether the changes make a new container
    String words(String file, String container, boolean replaces) {
        if (agrees()) {
            return file + " says the same.";
        }
        String says = otherwise.isEmpty() ? "" : file + " still says otherwise: " + String.join("; ", otherwise) + ". ";
        String rest = untold.isEmpty() ? "" : file + " isn't compared in " + String.join(", ", untold) + ". ";
        String next = replaces || moved
                ? otherwise.isEmpty() ? "The next Up makes it as the file says." : "The next Up undoes this."
                : "The next Up leaves " + container + " as it is, until the file changes.";
        return says + rest + next;
    }

    private static boolean same(SpecChange change, RunSpec file, RunSpec wanted) {
        return switch (change.part()) {
            case IMAGE -> file.image().equals(wanted.image());
            case COMMAND -> file.command().equals(wanted.command());
            case OPTION -> {
                RunFlag flag = change.flag().orElseThrow();
                yield flag == RunFlag.NETWORK
                        ? networks(file).equals(networks(wanted))
                        : same(flag, change.valuesIn(file), change.valuesIn(wanted));
            }
        };
    }

    /// A size can be written in many ways.
    private static boolean same(RunFlag flag, List<String> one, List<String> other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return plan(flag, one).equals(plan(flag, other));
        } catch (RunException e) {
            return false;
        }
    }

    private static ContainerPlan plan(RunFlag flag, List<String> values) throws RunException {
        RunSpec alone = new RunSpec(
                values.stream().map(value -> new RunOption(flag, value)).toList(), "image", List.of());
        return ContainerPlan.of(alone, RunChecks.surroundings());
    }

    private static Set<String> networks(RunSpec spec) {
        return spec.values(RunFlag.NETWORK).stream()
                .map(value -> value.split(",", 2)[0].replaceFirst("^name=", ""))
                .collect(Collectors.toSet());
    }

    private static Optional<String> said(SpecChange change, RunSpec file) {
        return switch (change.part()) {
            case IMAGE -> Optional.of(file.image());
            case COMMAND -> SpecChange.command(file);
            case OPTION -> SpecChange.text(change.flag().orElseThrow(), change.valuesIn(file));
        };
    }
}
