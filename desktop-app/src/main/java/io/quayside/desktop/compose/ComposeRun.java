package io.quayside.desktop.compose;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposeEvent;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.logs.TextAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that Docker Compose does with a project, or did. It goes on whatever the window shows.
///
/// Threads: the one that reads Docker Compose writes; any takes snapshots, listens and cancels.
public final class ComposeRun {
    private static final Logger LOG = LoggerFactory.getLogger(ComposeRun.class);
    /// The output of no service in particular.
    public static final String GENERAL = "";

    /// Keeps what is printed for each service.
    interface Outputs {
        LogStore open(String service);

        void discard(String service);
    }

    private final String project;
    private final ComposeAction action;
    private final Instant begun;
    private final RunSteps steps;
    private final InstantSource clock;
    private final Outputs stores;
    private final Map<String, TextAppender> outputs = new ConcurrentHashMap<>();
    private final Map<String, LogStore> kept = new ConcurrentHashMap<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Listeners<ComposeRun> listeners = new Listeners<>();
    private volatile String talking = GENERAL;
    private volatile Optional<ComposeRecord> end = Optional.empty();
    private volatile Optional<Problem> problem = Optional.empty();
    private volatile @Nullable AppTask task;

    ComposeRun(String project, ComposeAction action, RunSteps steps, InstantSource clock, Outputs stores) {
        this.project = project;
        this.action = action;
        this.steps = steps;
        this.clock = clock;
        this.begun = clock.instant();
        this.stores = stores;
    }

    public String project() {
        return project;
    }

    public ComposeAction action() {
        return action;
    }

    public Instant begun() {
        return begun;
    }

    /// All that takes part.
    public List<RunItem> items() {
        return steps.snapshot();
    }

    /// What Docker Compose warned of, in its words.
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /// How it ended, once it has.
    public Optional<ComposeRecord> end() {
        return end;
    }

    public boolean isRunning() {
        return end.isEmpty();
    }

    /// Why it failed.
    public Optional<Problem> problem() {
        return problem;
    }

    /// Whose output came last, or [#GENERAL].
    public String talking() {
        return talking;
    }

    /// What was printed for a service, or for none in particular.
    public Optional<LogStore> output(String service) {
        return Optional.ofNullable(kept.get(service));
    }

    /// The task that does it.
    public AppTask task() {
        return Objects.requireNonNull(task);
    }

    /// Hears of each change on the thread that reads Docker Compose: whoever paints should do so at a capped rate.
    public Subscription onChange(Runnable listener) {
        return listeners.add(ignored -> listener.run());
    }

    void began(AppTask started) {
        task = started;
    }

    void take(ComposeEvent event) {
        steps.take(event);
        switch (event) {
            case ComposeEvent.Warning(String words) -> warnings.add(words);
            case ComposeEvent.Output(String line) -> write(GENERAL, line + "\n");
            case ComposeEvent.Built(BuildEvent.Output(int step, String text)) -> write(steps.serviceOf(step), text);
            case ComposeEvent.Built ignored -> {}
            case ComposeEvent.Changed ignored -> {}
            case ComposeEvent.Layer ignored -> {}
        }
        listeners.tell(this);
    }

    private void write(String service, String text) {
        try {
            TextAppender out = outputs.computeIfAbsent(service, ignored -> {
                LogStore store = stores.open(service);
                kept.put(service, store);
                return new TextAppender(store);
            });
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Instant now = clock.instant();
            out.append(now.getEpochSecond() * 1_000_000_000L + now.getNano(), () -> "", bytes, bytes.length);
            out.publish();
            talking = service;
        } catch (IOException e) {
            LOG.warn("What Docker Compose prints can't be kept", e);
        }
    }

    /// What was printed isn't kept any more. Only once it is over, and nobody shows it.
    void discardOutputs() {
        List.copyOf(kept.keySet()).forEach(service -> {
            kept.remove(service);
            stores.discard(service);
        });
    }

    void over(ComposeRecord record, Optional<Problem> why) {
        steps.over(record.outcome() == ComposeRecord.Outcome.DONE);
        problem = why;
        end = Optional.of(record);
        listeners.tell(this);
    }
}
