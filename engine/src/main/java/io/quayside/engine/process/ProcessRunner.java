package io.quayside.engine.process;

import java.nio.file.Path;
import java.util.Optional;

/// Runs programs to their end. Tests script it.
public interface ProcessRunner {
    /// Runs the program and waits for its end. Interrupting the thread kills it and its children.
    ProcessOutcome run(ProcessRequest request) throws ProcessFailure, InterruptedException;

    /// The program of this name on `PATH`, or in the folders of system programs that users' paths often lack.
    Optional<Path> find(String program);
}
