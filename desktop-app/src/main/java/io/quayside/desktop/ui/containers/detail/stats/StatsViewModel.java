package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.settings.AppearanceSettings.CpuUnit;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.state.stats.StatsInterest;
import io.quayside.desktop.state.stats.StatsWindow;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.engine.Engine;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.EngineEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the charts show, once a second while they are in view. FX thread.
final class StatsViewModel extends ViewLifecycle {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long SHORTEST = 10_000;

    /// How much of the past is shown.
    enum Range {
        FIVE_MINUTES,
        HOUR,
        SINCE_START
    }

    /// One picture.
    ///
    /// @param cores by how many cores processor figures are divided: one, or all of the engine's
    record Frame(StatsWindow window, long from, long to, StatsFacts facts, int cores, List<Happening> happenings) {
        Frame {
            happenings = List.copyOf(happenings);
        }
    }

    private final ContainersParts parts;
    private final StatsHub stats;
    private final StatsInterest interest;
    private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.FIVE_MINUTES);
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalLong> reading = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final StatsReader reader;
    private boolean byKeys;
    private StatsFacts facts = StatsFacts.NONE;
    private int cores;
    private @Nullable ContainerLine container;
    private Subscription ticking = () -> {};

    StatsViewModel(ContainersParts parts) {
        this.parts = parts;
        this.stats = parts.session().stats();
        this.interest = stats.interest();
        this.interest.close();
        this.reader = new StatsReader(parts.fx(), this::learned);
        range.subscribe(ignored -> paint());
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onEvent(this::heard));
        whileShown(parts.session().onFigures(all -> parts.fx().run(() -> cores = all.cores())));
        whileShown(interest);
        interest.open();
        whileShown(reader::stop);
        whileShown(() -> ticking.close());
        tick();
    }

    void shown(ContainerLine line) {
        facts = StatsFacts.NONE;
        reading.set(OptionalLong.empty());
        container = line;
        enter();
        changed(line);
        ask();
    }

    void changed(ContainerLine line) {
        boolean runsAnew = container == null
                || container.live() != line.live()
                || !container.container().run().equals(line.container().run())
                || !container.container().limits().equals(line.container().limits());
        container = line;
        boolean runs = line.live() && line.container().state() == ContainerState.RUNNING;
        interest.set(runs ? List.of(line.container().id()) : List.of());
        if (runsAnew) {
            ask();
        }
        paint();
    }

    void hidden() {
        leave();
        interest.set(List.of());
        container = null;
        frame.set(Optional.empty());
    }

    ObjectProperty<Range> rangeProperty() {
        return range;
    }

    /// Empty while it isn't in view.
    ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// The time that all charts read.
    ReadOnlyObjectProperty<OptionalLong> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    boolean settled() {
        return reader.isIdle()
                && frame.get().filter(now -> now.window().size() > 1).isPresent();
    }

    /// The pointer is over a time.
    void pointAt(long time) {
        byKeys = false;
        reading.set(OptionalLong.of(time));
    }

    /// The pointer left the charts; what keys read stays.
    void pointAway() {
        if (!byKeys) {
            stopReading();
        }
    }

    void stopReading() {
        byKeys = false;
        reading.set(OptionalLong.empty());
    }

    /// Reads the sample so many further on, from the newest at first.
    void step(int samples) {
        Optional<Frame> now = frame.get().filter(shown -> shown.window().size() > 0);
        if (now.isPresent()) {
            StatsWindow window = now.get().window();
            StatsPoints points = new StatsPoints(window, List.of(), 1);
            OptionalInt at = reading.get().isPresent()
                    ? points.nearest(reading.get().getAsLong(), Long.MAX_VALUE)
                    : OptionalInt.empty();
            int last = window.size() - 1;
            int next = at.isPresent() ? Math.clamp((long) at.getAsInt() + samples, 0, last) : last;
            byKeys = true;
            reading.set(OptionalLong.of(window.at(next)));
        }
    }

    /// Writes the range that is shown.
    Optional<AppTask> export(Path file) {
        ContainerLine line = container;
        Optional<Frame> now = frame.get();
        if (line == null || now.isEmpty()) {
            return Optional.empty();
        }
        StatsWindow window = now.get().window();
        return Optional.of(parts.tasks()
                .task("Exporting figures of " + line.name())
                .doneTitle("Exported figures of " + line.name() + " to " + file.getFileName())
                .kind(TaskKind.CONTAINER)
                .location("container/" + line.container().name() + "/stats")
                .explain(failure -> parts.problems().map(failure, new Attempt("export the figures of", line.name())))
                .start(context -> {
                    StatsCsv.write(window, file);
                    return file;
                }));
    }

    /// A name for such a file.
    String fileName() {
        return container == null ? "stats.csv" : container.container().name() + "-stats.csv";
    }

    private void tick() {
        paint();
        ticking = parts.fx().after(TICK, this::tick);
    }

    private void ask() {
        ContainerLine line = container;
        Optional<Engine> engine = parts.session().engine();
        if (isShown() && line != null && line.live() && engine.isPresent()) {
            Instant now = parts.clock().instant();
            reader.read(engine.get(), line.container().id(), now.minus(HOUR), now);
        }
    }

    private void learned(String id, StatsFacts next) {
        if (container != null && container.container().id().equals(id)) {
            facts = next;
            paint();
        }
    }

    /// On the mirror's thread.
    private void heard(EngineEvent event) {
        parts.fx().run(() -> {
            if (container != null
                    && container.container().id().equals(event.id())
                    && !facts.events().contains(event)) {
                facts = facts.with(event);
            }
        });
    }

    private void paint() {
        ContainerLine line = container;
        if (!isShown() || line == null) {
            return;
        }
        long to = parts.clock().instant().toEpochMilli();
        long hour = to - HOUR.toMillis();
        long from = switch (range.get()) {
            case FIVE_MINUTES -> to - Duration.ofMinutes(5).toMillis();
            case HOUR -> hour;
            case SINCE_START ->
                facts.started()
                        .map(start -> Math.clamp(start.toEpochMilli(), hour, to - SHORTEST))
                        .orElse(hour);
        };
        StatsWindow window = stats.history(line.container().id(), Instant.ofEpochMilli(from));
        boolean all = parts.settings().get().appearance().cpuUnit() == CpuUnit.ALL_CORES;
        frame.set(Optional.of(new Frame(
                window, from, to, facts, all ? Math.max(1, cores) : 1, Happening.of(window, facts, from, to))));
    }
}
