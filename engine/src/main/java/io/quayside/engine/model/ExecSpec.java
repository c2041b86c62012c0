package io.quayside.engine.model;

import java.util.List;

/// A command to run inside a container (`POST /containers/{id}/exec`).
///
/// @param command program and arguments; there is no shell in between
/// @param tty give it a terminal
/// @param stdin connect its input
/// @param stdout connect standard output
/// @param stderr connect standard error
/// @param environment `KEY=value` added to the container's own
/// @param workingDirectory where it starts, empty for the container's own
/// @param user `user`, `user:group` or numbers, empty for the container's own
/// @param privileged with all rights
/// @param columns width of the terminal at the start, 0 for the engine's default (since API 1.42)
/// @param rows height of the terminal at the start
public record ExecSpec(
        List<String> command,
        boolean tty,
        boolean stdin,
        boolean stdout,
        boolean stderr,
        List<String> environment,
        String workingDirectory,
        String user,
        boolean privileged,
        int columns,
        int rows) {
    public ExecSpec {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
    }

    /// A command whose output is read; it gets no input.
    public static ExecSpec of(String... command) {
        return new ExecSpec(List.of(command), false, false, true, true, List.of(), "", "", false, 0, 0);
    }

    /// A command with a terminal of the given size, such as a shell.
    public static ExecSpec terminal(int columns, int rows, String... command) {
        return new ExecSpec(List.of(command), true, true, true, true, List.of(), "", "", false, columns, rows);
    }

    /// The same with its input connected.
    public ExecSpec withInput() {
        return new ExecSpec(
                command, tty, true, stdout, stderr, environment, workingDirectory, user, privileged, columns, rows);
    }

    /// The same as another user.
    public ExecSpec withUser(String newUser) {
        return new ExecSpec(
                command, tty, stdin, stdout, stderr, environment, workingDirectory, newUser, privileged, columns, rows);
    }

    /// The same in another folder.
    public ExecSpec withWorkingDirectory(String folder) {
        return new ExecSpec(command, tty, stdin, stdout, stderr, environment, folder, user, privileged, columns, rows);
    }

    /// The same with more environment, each as `KEY=value`.
    public ExecSpec withEnvironment(List<String> variables) {
        return new ExecSpec(
                command, tty, stdin, stdout, stderr, variables, workingDirectory, user, privileged, columns, rows);
    }
}
