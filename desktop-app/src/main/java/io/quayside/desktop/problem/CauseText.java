package io.quayside.desktop.problem;

import java.util.List;
import java.util.Optional;

/// The words for causes that an engine's message proves.
final class CauseText {
    private record Words(String title, String why, String code) {}

    private final PortHolder ports;

    CauseText(PortHolder ports) {
        this.ports = ports;
    }

    Problem problem(EngineCause cause, Attempt attempt, Optional<String> message, List<String> details) {
        Words words = words(cause, attempt);
        return new Problem(words.title, words.why, List.of(), message, details, words.code, true, Optional.of(cause));
    }

    private Words words(EngineCause cause, Attempt attempt) {
        return switch (cause) {
            case EngineCause.PortTaken(int port) -> port(port, attempt);
            case EngineCause.NameTaken(String name, String holder) ->
                new Words(
                        "The name " + name + " is taken by another container.",
                        "Container " + holder.substring(0, 12) + " has it.",
                        "name-taken");
            case EngineCause.RangeTaken(String network) ->
                new Words(
                        (network.isEmpty() ? attempt.title() : "The network " + network + " can't be made.")
                                .replaceFirst("\\.$", ": its addresses are taken."),
                        "Another network has a part of them.",
                        "range-taken");
            case EngineCause.ImageMissing(String reference) ->
                new Words(
                        (reference.isEmpty() ? "The image" : reference) + " was not found.",
                        "No registry you use has it, or it is private.",
                        "image-missing");
            case EngineCause.LoginNeeded ignored ->
                new Words(
                        attempt.title(),
                        "The registry gives it to those who are signed in and may have it.",
                        "login-needed");
            case EngineCause.RateLimited ignored ->
                new Words("The registry limits pulls without an account.", "It allows more later.", "rate-limit");
            case EngineCause.RegistryUntrusted(String host) ->
                new Words(
                        host + " can't be reached.", "The engine doesn't trust its certificate.", "registry-untrusted");
            case EngineCause.RegistryUnencrypted(String host) ->
                new Words(
                        host + " can't be reached.",
                        "It doesn't encrypt, and isn't among the registries that the engine may talk to in the open.",
                        "registry-unencrypted");
            case EngineCause.RegistryUnreachable(String host, String why) ->
                new Words(host + " can't be reached.", why, "registry-unreachable");
            case EngineCause.DiskFull ignored ->
                new Words("The engine's disk is full.", attempt.title() + " Nothing else was changed.", "disk-full");
            case EngineCause.WrongArchitecture ignored ->
                new Words(
                        attempt.title(),
                        "The program in the image is for another kind of processor.",
                        "wrong-architecture");
            case EngineCause.MountDenied(String path) ->
                new Words(path + " can't be mounted.", "The engine has no access to it.", "mount-denied");
            case EngineCause.CommandMissing(String command) ->
                new Words(attempt.title(), "The image has no command “" + command + "”.", "command-missing");
            case EngineCause.InUse ignored -> new Words(attempt.title(), "A container still uses it.", "in-use");
            case EngineCause.AlreadyRemoving ignored ->
                new Words(attempt.title(), "It is being deleted already.", "already-removing");
        };
    }

    private Words port(int port, Attempt attempt) {
        if (port == 0) {
            return new Words(
                    attempt.object() + " couldn't start: a port is already in use.",
                    "The engine's message says which.",
                    "port-in-use");
        }
        String why = ports.of(port)
                .map(holder -> (holder.program().equals("docker-proxy")
                                ? "Another container has published it (%s, process %d)."
                                : "Another program on this computer (%s, process %d) is listening on it.")
                        .formatted(holder.program(), holder.pid()))
                .orElse("Another container or program is listening on it.");
        return new Words(
                attempt.object() + " couldn't start: port " + port + " is already in use.", why, "port-in-use");
    }
}
