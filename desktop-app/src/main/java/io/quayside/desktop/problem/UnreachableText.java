package io.quayside.desktop.problem;

import io.quayside.engine.error.UnreachableException;
import java.util.List;
import java.util.Optional;

/// The words for an engine that can't be reached.
final class UnreachableText {
    private static final String TITLE = "Quayside can't reach the engine.";

    private UnreachableText() {}

    static Problem problem(UnreachableException failure, List<String> details) {
        String address = shorten(failure.address());
        Optional<String> words = Optional.ofNullable(failure.getMessage()).filter(text -> !text.isBlank());
        return switch (failure.reason()) {
            case SOCKET_MISSING ->
                of(TITLE, "There is no socket at " + address + ".", Optional.empty(), details, "socket-missing");
            case REFUSED -> of(TITLE, "Nothing answers at " + address + ".", Optional.empty(), details, "refused");
            case TIMED_OUT -> of(TITLE, address + " did not answer in time.", Optional.empty(), details, "timed-out");
            case PERMISSION_DENIED ->
                of(
                        "Your user may not use the Docker socket.",
                        "The system denied access to " + address + ".",
                        words,
                        details,
                        "permission-denied");
            case NAME_NOT_FOUND ->
                of(
                        address + " can't be reached.",
                        "Its name was not found. You may be offline or need a proxy.",
                        words,
                        details,
                        "name-not-found");
            case TLS ->
                of(address + " can't be reached.", "No secure connection could be made to it.", words, details, "tls");
            case SSH -> of(TITLE, "ssh could not connect to " + address + ".", words, details, "ssh");
            case OTHER -> of(TITLE, "No connection to " + address + " could be made.", words, details, "unreachable");
        };
    }

    private static Problem of(String title, String why, Optional<String> words, List<String> details, String code) {
        return new Problem(title, why, List.of(), words, details, code, true);
    }

    /// The home folder as "~", as the user knows it.
    private static String shorten(String address) {
        String home = System.getProperty("user.home", "");
        return home.length() > 1 ? address.replace("://" + home + "/", "://~/") : address;
    }
}
