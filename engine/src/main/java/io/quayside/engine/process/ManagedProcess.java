package io.quayside.engine.process;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// A long-lived child of this program: its output is read all the time and the end of it kept, and a ladder ends it. A
/// virtual thread reads the output and ends with the process.
public final class ManagedProcess implements AutoCloseable {
    private static final int OUTPUT_KEPT = 64 << 10;

    private final Process process;
    private final ProcessRequest request;
    private final ProcessIdentity identity;
    private final KeptOutput output;
    private final StopLadder ladder;

    private ManagedProcess(Process process, ProcessRequest request, StopLadder ladder) {
        this.process = process;
        this.request = request;
        this.ladder = ladder;
        identity = ProcessIdentity.of(process.pid()).orElse(new ProcessIdentity(process.pid(), "ended at once"));
        output = KeptOutput.endOf(process.getInputStream(), OUTPUT_KEPT, "managed");
    }

    /// Starts it. The deadline and the output limit of the request don't count.
    public static ManagedProcess start(ProcessRequest request, StopLadder ladder) throws ProcessFailure {
        try {
            Process process = SystemProcessRunner.builder(request)
                    .redirectErrorStream(true)
                    .start();
            return new ManagedProcess(process, request, ladder);
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

    /// The end of what it has written so far, both streams in one, without secrets.
    public String lastWords() {
        return request.masked(output.text());
    }

    /// Completed with the exit code when it ends.
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /// Its exit code once it has ended.
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /// Ends it by the ladder and returns how far up that went.
    public StopLadder.Result stop() throws InterruptedException {
        return ladder.stop(identity);
    }

    /// Ends it by the ladder; when interrupted, at once.
    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
