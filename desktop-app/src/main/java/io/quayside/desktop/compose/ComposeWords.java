package io.quayside.desktop.compose;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is done with a project, in words.
public final class ComposeWords {
    private ComposeWords() {}

    /// While it goes on: "Up: view-count".
    static String running(ComposeAction action, String project) {
        return name(action) + ": " + SafeText.line(project) + which(action);
    }

    /// Once it is done: "view-count is up".
    static String done(ComposeAction action, String project) {
        String name = SafeText.line(project) + which(action);
        return switch (action) {
            case ComposeAction.Up ignored -> name + " is up";
            case ComposeAction.Scale(String service, int count) ->
                SafeText.line(project) + ", " + SafeText.line(service) + ": " + count
                        + (count == 1 ? " container" : " containers");
            case ComposeAction.Down ignored -> name + " is down";
            case ComposeAction.Start ignored -> "Started " + name;
            case ComposeAction.Stop ignored -> "Stopped " + name;
            case ComposeAction.Restart ignored -> "Restarted " + name;
            case ComposeAction.Pull ignored -> "Pulled the images of " + name;
            case ComposeAction.Build ignored -> "Built the images of " + name;
        };
    }

    /// The head of its panel while it goes on: "Bringing up".
    public static String heading(ComposeAction action) {
        return switch (action) {
            case ComposeAction.Up ignored -> "Bringing up";
            case ComposeAction.Scale ignored -> "Scaling";
            case ComposeAction.Down ignored -> "Taking down";
            case ComposeAction.Start ignored -> "Starting";
            case ComposeAction.Stop ignored -> "Stopping";
            case ComposeAction.Restart ignored -> "Restarting";
            case ComposeAction.Pull ignored -> "Pulling";
            case ComposeAction.Build ignored -> "Building";
        };
    }

    /// "Up", "Down".
    public static String name(ComposeAction action) {
        return switch (action) {
            case ComposeAction.Up ignored -> "Up";
            case ComposeAction.Scale ignored -> "Scale";
            case ComposeAction.Down ignored -> "Down";
            case ComposeAction.Start ignored -> "Start";
            case ComposeAction.Stop ignored -> "Stop";
            case ComposeAction.Restart ignored -> "Restart";
            case ComposeAction.Pull ignored -> "Pull";
            case ComposeAction.Build ignored -> "Build";
        };
    }

    private static String verb(ComposeAction action) {
        return switch (action) {
            case ComposeAction.Up ignored -> "bring up";
            case ComposeAction.Scale ignored -> "scale";
            case ComposeAction.Down ignored -> "take down";
            case ComposeAction.Pull ignored -> "pull the images of";
            case ComposeAction.Build ignored -> "build the images of";
            case ComposeAction.Start ignored -> "start";
            case ComposeAction.Stop ignored -> "stop";
            case ComposeAction.Restart ignored -> "restart";
        };
    }

    /// The command, as one would type it in the project's folder.
    static String command(ComposeAction action) {
        return "docker compose " + String.join(" ", action.words());
    }

    /// Why it wasn't done.
    static Problem problem(Throwable failure, ComposeAction action, String project, ProblemMapper problems) {
        Attempt attempt = new Attempt(verb(action), SafeText.line(project) + which(action));
        return failure instanceof ComposeException own
                ? problem(own, attempt, problems)
                : problems.map(failure, attempt);
    }

    /// Why Docker Compose didn't do something.
    public static Problem problem(ComposeException failure, Attempt attempt, ProblemMapper problems) {
        String title = "Couldn't " + attempt.verb() + " " + attempt.object() + ".";
        return switch (failure) {
            case ComposeException.Missing missing ->
                plain("Docker Compose is missing.", String.valueOf(missing.getMessage()), "", "compose-missing");
            case ComposeException.File file ->
                plain(
                        title,
                        file.line().isPresent()
                                ? "The compose file can't be used, see line "
                                        + file.line().getAsInt() + "."
                                : "The compose file can't be used.",
                        file.words(),
                        "compose-file");
            case ComposeException.Failed failed -> {
                Problem known = problems.ofWords(failed.words(), attempt);
                yield known.cause().isPresent()
                        ? known
                        : plain(title, first(String.valueOf(failed.getMessage())), failed.words(), "compose-failed");
            }
        };
    }

    private static String first(String words) {
        String line = words.lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .reduce((before, last) -> last)
                .orElse("");
        return SafeText.output(line, 300);
    }

    private static Problem plain(String title, String why, String words, String code) {
        return new Problem(
                title, why, List.of(), Optional.of(words).filter(said -> !said.isBlank()), List.of(), code, true);
    }

    private static String which(ComposeAction action) {
        Set<String> services = services(action);
        return services.isEmpty() ? "" : ", " + SafeText.line(String.join(", ", new TreeSet<>(services)));
    }

    /// The services it is only for; empty: all.
    static Set<String> services(ComposeAction action) {
        return switch (action) {
            case ComposeAction.Up up -> up.services();
            case ComposeAction.Scale scale -> Set.of(scale.service());
            case ComposeAction.Down ignored -> Set.of();
            case ComposeAction.Start(Set<String> services) -> services;
            case ComposeAction.Stop(Set<String> services) -> services;
            case ComposeAction.Restart(Set<String> services) -> services;
            case ComposeAction.Pull(Set<String> services) -> services;
            case ComposeAction.Build(Set<String> services) -> services;
        };
    }
}
