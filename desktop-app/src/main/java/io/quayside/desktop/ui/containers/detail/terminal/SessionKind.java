package io.quayside.desktop.ui.containers.detail.terminal;

import java.util.ArrayList;
import java.util.List;

/// What runs in a session, and how one would start it in a shell of one's own.
sealed interface SessionKind {
    /// A shell inside the container.
    ///
    /// @param path of the program
    /// @param user empty for the container's own
    /// @param folder where it starts, empty for the container's own
    /// @param environment `NAME=value`, added to the container's own
    record Shell(String path, String user, String folder, List<String> environment) implements SessionKind {
        public Shell {
            environment = List.copyOf(environment);
        }

        public Shell(String path, String user) {
            this(path, user, "", List.of());
        }
    }

    /// The container's main process, which has a terminal.
    ///
    /// @param takesKeys whether its input is open, so that it can be typed into
    record Main(boolean takesKeys) implements SessionKind {}

    /// A shell of another image that shares processes and network with the container.
    record Debug(String image) implements SessionKind {}

    /// Why keys don't reach it; empty if they do.
    default String readOnly() {
        return this instanceof Main(boolean takesKeys) && !takesKeys
                ? "Read-only: the container was created without an input"
                : "";
    }

    /// The session's name unless the user gives it another.
    default String title() {
        return switch (this) {
            case Shell shell -> shell.path().substring(shell.path().lastIndexOf('/') + 1);
            case Main main -> "main process";
            case Debug debug -> "debug shell";
        };
    }

    /// The equivalent command of docker's own client.
    default String commandLine(String container) {
        List<String> words = new ArrayList<>(List.of("docker"));
        switch (this) {
            case Shell(String path, String user, String folder, List<String> environment) -> {
                words.addAll(List.of("exec", "-it"));
                if (!user.isEmpty()) {
                    words.addAll(List.of("-u", user));
                }
                if (!folder.isEmpty()) {
                    words.addAll(List.of("-w", folder));
                }
                environment.forEach(variable -> words.addAll(List.of("-e", variable)));
                words.addAll(List.of(container, path));
            }
            case Main(boolean takesKeys) -> {
                words.add("attach");
                if (!takesKeys) {
                    words.add("--no-stdin");
                }
                words.add(container);
            }
            case Debug(String image) ->
                words.addAll(List.of(
                        "run",
                        "-it",
                        "--rm",
                        "--pid",
                        "container:" + container,
                        "--network",
                        "container:" + container,
                        "--cap-add",
                        "SYS_PTRACE",
                        image,
                        "sh"));
        }
        return String.join(" ", words.stream().map(SessionKind::quoted).toList());
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
