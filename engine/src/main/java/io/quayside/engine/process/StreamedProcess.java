package io.quayside.engine.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program whose lines are read as they come, those of its standard error among the others. One thread reads and
/// closes; a virtual thread of the program's own moves the lines to it, a few ahead at most, so a slow reader slows the
/// program down and nothing piles up.
public final class StreamedProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamedProcess.class);
    private static final int LINES_AHEAD = 8;
    private static final int LINE_LIMIT = 16 << 20;
    private static final int BLOCK = 64 * 1024;
    private static final long LOOK_MILLIS = 500;

    /// What it started in the background may hold its output open for ever.
    private static final int LOOKS_AFTER_END = 4;

    private static final StopLadder LADDER = new StopLadder(Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final Thread reader;
    private boolean ended;

    private StreamedProcess(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().name("quayside-process-lines").unstarted(this::readAll);
    }

    /// Starts it. The deadline, the limit of the output, the secrets and the input of the request don't count.
    public static StreamedProcess start(ProcessRequest request) throws ProcessFailure {
        LOG.debug("Starting {}", request.program());
        try {
            ProcessBuilder builder = SystemProcessRunner.builder(request);
            StreamedProcess streamed =
                    new StreamedProcess(builder.redirectErrorStream(true).start());
            streamed.reader.start();
            return streamed;
        } catch (IOException e) {
            throw new ProcessFailure.NotStarted(request.program(), e);
        }
    }

    /// Waits for the next line, without its end. Bytes that are no UTF-8 are replaced, and what is longer than any line
    /// has a right to be is cut.
    ///
    /// @return empty when there are no more
    public Optional<String> next() throws InterruptedException {
        for (int looks = 0; !ended && looks < LOOKS_AFTER_END; looks += process.isAlive() ? 0 : 1) {
            Optional<String> line = lines.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                ended = line.isEmpty();
                return line;
            }
        }
        ended = true;
        return Optional.empty();
    }

    /// Waits for its end.
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /// Ends it and all that it started if it still runs: asks, waits, kills. It is over when this returns. An interrupt
    /// meanwhile makes it kill at once, and stays.
    @Override
    public void close() {
        reader.interrupt();
        lines.clear();
        boolean interrupted = Thread.interrupted();
        List<ProcessHandle> children = process.descendants().toList();
        try {
            Optional<ProcessIdentity> identity = ProcessIdentity.of(process.pid());
            if (process.isAlive() && identity.isPresent()) {
                LADDER.stop(identity.get());
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Goes on reading when nobody takes the lines any more: a program that can't write can't end well.
    private void readAll() {
        LineCutter cutter = new LineCutter();
        byte[] block = new byte[BLOCK];
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                cutter.take(block, n);
            }
            cutter.end();
        } catch (IOException e) {
            // The process is gone and took its output along.
        }
        cutter.put(Optional.empty());
    }

    /// Makes lines of bytes. For the reading thread.
    private final class LineCutter {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean unwanted;

        void take(byte[] block, int length) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (block[i] == '\n') {
                    add(block, from, i);
                    finish();
                    from = i + 1;
                }
            }
            add(block, from, length);
        }

        void end() {
            if (line.size() > 0) {
                finish();
            }
        }

        private void add(byte[] block, int from, int to) {
            line.write(block, from, Math.min(to - from, LINE_LIMIT - line.size()));
        }

        private void finish() {
            put(Optional.of(line.toString(StandardCharsets.UTF_8)));
            line.reset();
        }

        void put(Optional<String> item) {
            try {
                if (!unwanted) {
                    lines.put(item);
                }
            } catch (InterruptedException e) {
                unwanted = true;
            }
        }
    }
}
