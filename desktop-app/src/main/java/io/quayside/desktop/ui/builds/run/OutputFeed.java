package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.OutputFile;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.logs.TextAppender;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what is kept of a build's output, of all steps or of one, into a store that can be shown: each line with its
/// step and the seconds since that began.
///
/// One virtual thread at a time, which ends when it has read all there is; any thread asks for more.
public final class OutputFeed {
    private static final Logger LOG = LoggerFactory.getLogger(OutputFeed.class);

    /// Every step.
    public static final int ALL = 0;

    private final OutputFile file;
    private final LogStore store;
    private final TextAppender out;
    private final int wanted;
    private final IntFunction<Optional<BuildStep>> steps;
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<Integer> begun = new HashSet<>(); // the thread's, as all below
    private volatile boolean stopped;
    private long at;
    private int last = ALL;

    /// @param wanted the step, or [#ALL]
    /// @param steps knows them by their ids; any thread
    public OutputFeed(OutputFile file, LogStore store, int wanted, IntFunction<Optional<BuildStep>> steps) {
        this.file = file;
        this.store = store;
        this.out = new TextAppender(store);
        this.wanted = wanted;
        this.steps = steps;
    }

    public LogStore store() {
        return store;
    }

    public int wanted() {
        return wanted;
    }

    /// There may be output that wasn't read.
    public void more() {
        if (!stopped && asked.getAndIncrement() == 0) {
            Thread.ofVirtual().name("build-output").start(this::run);
        }
    }

    public void stop() {
        stopped = true;
    }

    /// Whether all there is was read.
    public boolean isDone() {
        return asked.get() == 0;
    }

    private void run() {
        int seen;
        do {
            seen = asked.get();
            try {
                at = file.read(at, this::take);
                out.publish();
            } catch (IOException e) {
                // Nothing was printed yet, or nobody looks any more.
                LOG.debug("The output of a build can't be read now", e);
            }
        } while (!asked.compareAndSet(seen, 0));
    }

    private void take(int step, Instant time, byte[] buffer, int length) throws IOException {
        if (stopped) {
            throw new InterruptedIOException("Nobody looks any more");
        }
        if (wanted != ALL && step != wanted) {
            return;
        }
        if (step != last) {
            out.end();
            last = step;
        }
        long nanos = time.getEpochSecond() * 1_000_000_000L + time.getNano();
        Optional<BuildStep> whose = steps.apply(step);
        if (whose.isPresent() && begun.add(step)) {
            byte[] head = (title(whose.get()) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            out.append(nanos, () -> "", head, head.length);
            if (length == 1 && buffer[0] == '\n') {
                return; // the classic builder ends the line of its title with it
            }
        }
        out.append(nanos, () -> prefix(step, whose, time), buffer, length);
    }

    private static String title(BuildStep step) {
        String place = step.isInstruction()
                ? "[" + (step.stage().isEmpty() ? "" : step.stage() + " ") + step.number()
                        + (step.total() > 0 ? "/" + step.total() : "") + "] "
                : "";
        return "#" + step.id() + " " + place
                + step.instruction().lines().findFirst().orElse("");
    }

    private static String prefix(int step, Optional<BuildStep> whose, Instant time) {
        String since = whose.flatMap(BuildStep::begun)
                .map(from -> Math.max(0, Duration.between(from, time).toMillis()))
                .map(millis -> String.format(Locale.ROOT, "%.3f ", millis / 1000.0))
                .orElse("");
        return step == 0 ? "" : "#" + step + " " + since;
    }
}
