package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;

/// The `docker` command line on a real engine, whosever it is.
public interface DockerLine {
    EngineKind kind();

    /// Address as `docker -H` takes it.
    String host();

    /// The command, to be run with input, environment or another deadline.
    Command dockerCommand(String... arguments);

    /// Runs it and returns what it printed; fails the test when `docker` fails.
    default String docker(String... arguments) {
        return tryDocker(arguments).orFail().output();
    }

    /// Like [#docker], for commands that may fail.
    default CommandResult tryDocker(String... arguments) {
        return dockerCommand(arguments).run();
    }
}
