package io.quayside.engine.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A program that outlives this one: in a session of its own, so that no signal to our terminal reaches it, and without
/// a
/// pipe to us, so that it never writes into the void. Linux only.
public final class DetachedProcess {
    private final Process process;
    private final ProcessIdentity identity;

    private DetachedProcess(Process process, ProcessIdentity identity) {
        this.process = process;
        this.identity = identity;
    }

    /// Starts it, with everything it writes appended to a file. The deadline and the limits of the request don't count.
    public static DetachedProcess start(ProcessRequest request, Path log) throws ProcessFailure {
        List<String> arguments = new ArrayList<>(List.of("setsid"));
        arguments.addAll(request.arguments());
        ProcessBuilder builder = SystemProcessRunner.builder(request).command(arguments);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Process process = builder.start();
            Optional<ProcessIdentity> identity = ProcessIdentity.of(process.pid());
            return new DetachedProcess(process, identity.orElse(new ProcessIdentity(process.pid(), "ended at once")));
        } catch (IOException e) {
            throw new ProcessFailure.NotStarted(request.program(), e);
        }
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Its exit code once it has ended.
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }
}
