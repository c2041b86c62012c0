package io.quayside.engine.internal.socket;

import io.quayside.engine.AllowedTo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The standard streams of an `ssh` process as one stream both ways. Closing asks the process to end and kills
/// it when it hasn't after two seconds.
///
/// Threads: one reads the process's errors, so that it can't block on them; it ends with the process.
@AllowedTo("start ssh itself: its standard streams are the connection, which no runner may pump or cut at a deadline")
final class SshStream implements ByteStream {

    private static final int LAST_WORDS = 4096;
    private static final long GRACE_MILLIS = 2000;

    private final String program;
    private final Process process;
    private final InputStream fromProcess;
    private final OutputStream toProcess;
    private final Thread errorReader;
    private final StringBuilder lastWords = new StringBuilder();
    private volatile boolean heard;
    private volatile boolean closed;

    private SshStream(String program, Process process) {
        this.program = program;
        this.process = process;
        this.fromProcess = process.getInputStream();
        this.toProcess = process.getOutputStream();
        this.errorReader = Thread.ofPlatform()
                .daemon()
                .name("quayside-ssh-errors-" + process.pid())
                .start(this::readErrors);
    }

    static SshStream start(List<String> command) throws SshException {
        try {
            return new SshStream(command.getFirst(), new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new SshException("“" + command.getFirst() + "” couldn't be started: " + e.getMessage(), e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = fromProcess.read(into, offset, length);
        if (n > 0) {
            heard = true;
        } else if (!heard && !closed) {
            throw new SshException(whyItEnded(), null);
        }
        return n;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        toProcess.write(from, offset, length);
        toProcess.flush();
    }

    @Override
    public void endOutput() throws IOException {
        toProcess.close();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        process.destroy();
        process.onExit()
                .orTimeout(GRACE_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(stillThere -> process.destroyForcibly());
    }

    /// Ours are its own last words, else its exit status.
    private String whyItEnded() {
        try {
            boolean over = process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            errorReader.join(GRACE_MILLIS);
            String words = words();
            return !words.isEmpty()
                    ? words
                    : over
                            ? program + " ended with status " + process.exitValue() + " and said nothing"
                            : program + " closed the connection and said nothing";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return program + " ended";
        }
    }

    private String words() {
        synchronized (lastWords) {
            return lastWords.toString().strip();
        }
    }

    private void readErrors() {
        byte[] piece = new byte[1024];
        try (InputStream errors = process.getErrorStream()) {
            int n = errors.read(piece);
            while (n >= 0) {
                synchronized (lastWords) {
                    lastWords.append(new String(piece, 0, n, StandardCharsets.UTF_8));
                    if (lastWords.length() > LAST_WORDS) {
                        lastWords.delete(0, lastWords.length() - LAST_WORDS);
                    }
                }
                n = errors.read(piece);
            }
        } catch (IOException e) {
            // The process is gone, and so are its words.
        }
    }
}
