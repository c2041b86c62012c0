package io.quayside.desktop.ui.images.transfer;

import io.quayside.desktop.problem.EngineCause;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.engine.credential.RegistryServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts into words what registries refuse, and leads to where it can be mended. Asks the registry itself when it may be
/// asked again: not for the FX thread. The buttons run there.
///
/// @param parts where the buttons lead to
/// @param search looks for images that are called so
public record RegistryFaults(ContainersParts parts, Consumer<String> search) {
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /// One whose search is the panel that pulls.
    public RegistryFaults(ContainersParts parts) {
        this(parts, name -> parts.go().accept(Location.of("images", "pull", name)));
    }

    /// What people call the registry of an image.
    public static String host(String reference) {
        String server = RegistryServer.ofImage(reference);
        return server.equals(RegistryServer.DOCKER_HUB) ? "docker.io" : server;
    }

    /// Of a pull.
    ///
    /// @param again pulls once more, or does what the pull was for
    public Problem pulling(Problem problem, String reference, Runnable again) {
        String shown = SafeText.line(reference);
        return switch (problem.cause().orElse(null)) {
            case EngineCause.ImageMissing _ ->
                problem.withWords(shown + " was not found.", "No registry you use has it, or it is private.")
                        .withActions(List.of(toSearch(reference), toSignIn(reference)));
            case EngineCause.LoginNeeded _ ->
                problem.withWords(
                                SafeText.line(host(reference)) + " wants you to sign in.",
                                shown + " is for those who are signed in and allowed to have it.")
                        .withActions(List.of(toSignIn(reference)));
            case EngineCause.RateLimited _ -> limited(problem, reference, again);
            case EngineCause.RegistryUntrusted _ -> problem.withActions(List.of(toCertificate(reference)));
            case EngineCause.DiskFull _ -> full(problem);
            case null, default -> problem;
        };
    }

    /// Of a push.
    public Problem pushing(Problem problem, String reference) {
        String host = SafeText.line(host(reference));
        return switch (problem.cause().orElse(null)) {
            case EngineCause.ImageMissing _ ->
                problem.withWords(
                        SafeText.line(reference) + " is not here any more.", "It was deleted before it was pushed.");
            case EngineCause.LoginNeeded _ ->
                problem.withWords(
                                host + " doesn’t take it.",
                                "Nobody is signed in there, or who is may not push to this name.")
                        .withActions(List.of(toSignIn(reference)));
            case EngineCause.RegistryUntrusted _ -> problem.withActions(List.of(toCertificate(reference)));
            case null, default -> problem;
        };
    }

    /// Of a full disk: with what takes room and can go.
    public Problem full(Problem problem) {
        List<Problem.Action> actions = new ArrayList<>(problem.actions());
        actions.add(new Problem.Action("Free space…", () -> parts.go().accept(Location.of("images", "prune"))));
        return problem.withActions(actions);
    }

    private Problem limited(Problem problem, String reference, Runnable again) {
        boolean known = parts.updates().isSignedIn(reference);
        Optional<Instant> until = parts.updates().limitedUntil(reference);
        List<Problem.Action> actions = new ArrayList<>(List.of(toSignIn(reference)));
        until.map(time -> new Problem.Action("Retry at " + Times.minute(time), () -> retry(reference, time, again)))
                .ifPresent(actions::add);
        String why = until.map(time -> "It allows more in about "
                        + Times.coarse(Duration.between(parts.clock().instant(), time)) + ".")
                .orElse("It allows more later, and doesn’t say when.");
        return problem.withWords(
                        known
                                ? "The registry limits pulls of this account."
                                : "The registry limits pulls without an account.",
                        why)
                .withActions(actions);
    }

    /// A task, so that it is seen to wait and can be cancelled.
    private void retry(String reference, Instant time, Runnable again) {
        String title = SafeText.line(reference);
        parts.tasks()
                .task("Pulling " + title + " at " + Times.minute(time))
                .doneTitle("Waited until " + Times.minute(time) + " to pull " + title)
                .kind(TaskKind.PULL)
                .location("images")
                .start(
                        context -> {
                            for (Instant now = parts.clock().instant();
                                    now.isBefore(time);
                                    now = parts.clock().instant()) {
                                Duration left = Duration.between(now, time);
                                context.detail("In " + Times.coarse(left));
                                Thread.sleep(left.compareTo(GLANCE) < 0 ? left : GLANCE);
                            }
                            return time;
                        },
                        _ -> again.run());
    }

    private Problem.Action toSignIn(String reference) {
        return new Problem.Action("Sign in…", () -> signIn(host(reference)));
    }

    private Problem.Action toCertificate(String reference) {
        return new Problem.Action("Show certificate…", () -> signIn(host(reference)));
    }

    /// Opens the form to sign in to a registry, which shows its certificate too.
    public void signIn(String registry) {
        parts.go().accept(Location.of("registries", "sign-in", registry));
    }

    private Problem.Action toSearch(String reference) {
        String name = TypedName.bare(reference);
        return new Problem.Action("Search “" + SafeText.line(name) + "”", () -> search.accept(name));
    }
}
