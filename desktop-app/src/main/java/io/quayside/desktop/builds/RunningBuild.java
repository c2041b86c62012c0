package io.quayside.desktop.builds;

import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.build.BuildEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A build of this session, at work or over. It goes on whatever the window shows.
///
/// Threads: the builder's writes; any takes snapshots, listens and cancels.
public final class RunningBuild {
    private static final Logger LOG = LoggerFactory.getLogger(RunningBuild.class);
    /// How often its record is written while it goes on, so that little is lost should the program die.
    private static final Duration CHECKPOINT = Duration.ofSeconds(1);

    private final BuildHistory history;
    private final InstantSource clock;
    private final BuildSteps steps = new BuildSteps();
    private final OutputTails tails = new OutputTails(); // the builder's
    private final Listeners<RunningBuild> listeners = new Listeners<>();
    private volatile BuildRecord base;
    private volatile @Nullable OutputWriter output;
    private volatile @Nullable AppTask task;
    private volatile boolean outputLost;
    private Instant written = Instant.MIN; // the builder's

    RunningBuild(BuildRecord beginning, BuildHistory history, InstantSource clock) {
        this.base = beginning;
        this.history = history;
        this.clock = clock;
    }

    public String id() {
        return base.id();
    }

    public BuildRequest request() {
        return base.request();
    }

    /// How far it is now.
    public BuildRecord record() {
        BuildRecord now = base;
        OutputWriter writer = output;
        return now.isRunning()
                ? now.with(
                        steps.snapshot(),
                        now.builder(),
                        writer == null ? 0 : writer.bytes(),
                        outputLost || (writer != null && writer.isCut()))
                : now;
    }

    /// Its steps, with what is being fetched for them.
    public BuildSteps steps() {
        return steps;
    }

    /// What its steps have printed so far.
    public OutputFile output() {
        return history.output(id());
    }

    /// Hears of each change, output included, on the builder's thread: whoever paints should do so at a capped rate.
    public Subscription onChange(Runnable listener) {
        return listeners.add(ignored -> listener.run());
    }

    /// The task that does it.
    public AppTask task() {
        return Objects.requireNonNull(task);
    }

    /// Asks it to end. Does nothing once it is over.
    public void cancel() {
        task().cancel();
    }

    void began(AppTask started) {
        task = started;
    }

    /// From now on output is kept.
    void keep(String dockerfile) {
        try {
            output = history.begin(record(), dockerfile);
        } catch (IOException e) {
            lose(e);
        }
    }

    void by(String builder) {
        base = base.with(base.steps(), builder, base.outputBytes(), base.cut());
    }

    /// Takes what the builder tells.
    void take(BuildEvent event) {
        steps.accept(event);
        if (event instanceof BuildEvent.Output(int step, String text)) {
            write(step, text);
        } else if (event instanceof BuildEvent.StepEnded || event instanceof BuildEvent.StepStarted) {
            checkpoint();
        }
        listeners.tell(this);
    }

    private void write(int step, String text) {
        tails.take(step, text);
        OutputWriter writer = output;
        if (writer == null || outputLost) {
            return;
        }
        try {
            OutputSpan span = writer.write(step, clock.instant(), text);
            if (!span.isEmpty()) {
                steps.wrote(step, span);
            }
        } catch (IOException e) {
            lose(e);
        }
    }

    /// A build is worth more than what it prints.
    private void lose(IOException e) {
        outputLost = true;
        LOG.warn("The output of a build can't be kept", e);
    }

    private void checkpoint() {
        Instant now = clock.instant();
        if (Duration.between(written.equals(Instant.MIN) ? base.begun() : written, now)
                        .compareTo(CHECKPOINT)
                >= 0) {
            written = now;
            history.save(record());
        }
    }

    /// It is over without an image.
    void over(BuildOutcome how, BuildFailure why) {
        Instant now = clock.instant();
        steps.over(now, false, how == BuildOutcome.FAILED ? why.step() : 0, why.words());
        String cause = how == BuildOutcome.FAILED ? tails.cause(why) : "";
        end(record().over(how, now, why.words(), cause, why.line()));
    }

    /// There is an image.
    void built(String image, Optional<BuiltImage> facts) {
        Instant now = clock.instant();
        steps.over(now, true, 0, "");
        end(record().built(now, image, facts));
    }

    private void end(BuildRecord last) {
        OutputWriter writer = output;
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                LOG.warn("The output of a build couldn't be closed", e);
            }
        }
        base = last;
        history.save(last);
        listeners.tell(this);
    }
}
