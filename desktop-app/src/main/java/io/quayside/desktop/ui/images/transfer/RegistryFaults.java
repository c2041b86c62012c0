package io.quayside.desktop.ui.images.transfer;

import io.quayside.desktop.problem.EngineCause;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.engine.credential.RegistryServer;
import java.util.List;
import java.util.function.Consumer;

/// Puts into words what registries refuse, and leads to where it can be mended.
///
/// @param signIn opens the form to sign in to a registry, which shows its certificate too
/// @param search looks for images that are called so
public record RegistryFaults(Consumer<String> signIn, Consumer<String> search) {

    /// What people call the registry of an image.
    public static String host(String reference) {
        String server = RegistryServer.ofImage(reference);
        return server.equals(RegistryServer.DOCKER_HUB) ? "docker.io" : server;
    }

    /// Of a pull.
    public Problem pulling(Problem problem, String reference) {
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
            case EngineCause.RateLimited _ -> problem.withActions(List.of(toSignIn(reference)));
            case EngineCause.RegistryUntrusted _ -> problem.withActions(List.of(toCertificate(reference)));
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

    private Problem.Action toSignIn(String reference) {
        return new Problem.Action("Sign in…", () -> signIn.accept(host(reference)));
    }

    private Problem.Action toCertificate(String reference) {
        return new Problem.Action("Show certificate…", () -> signIn.accept(host(reference)));
    }

    private Problem.Action toSearch(String reference) {
        String name = TypedName.bare(reference);
        return new Problem.Action("Search “" + SafeText.line(name) + "”", () -> search.accept(name));
    }
}
