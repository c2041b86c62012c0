package io.quayside.desktop.ui.engine;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of the log of an engine of Quayside's own. FX thread; lines come from a [LogSource].
public final class EngineLogViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLogViewModel.class);
    private static final int MOST_LINES = 5000;

    private final LogSource source;
    private final FxThread fx;
    private final ObservableList<EngineLogLine> all = FXCollections.observableArrayList();
    private final FilteredList<EngineLogLine> shown = new FilteredList<>(all);
    private final SimpleStringProperty filter = new SimpleStringProperty("");
    private final SimpleBooleanProperty onlyProblems = new SimpleBooleanProperty();

    public EngineLogViewModel(LogSource source, FxThread fx) {
        this.source = source;
        this.fx = fx;
        filter.subscribe(this::refilter);
        onlyProblems.subscribe(this::refilter);
    }

    /// Reads the log and what comes until the handle is closed; nothing is added after that, also of what was on its
    /// way: a list that isn't in the window finds no colours for new lines.
    Subscription follow() {
        all.clear();
        AtomicBoolean closed = new AtomicBoolean();
        try {
            Subscription tail = source.follow(lines -> {
                List<EngineLogLine> parsed =
                        lines.stream().map(EngineLogLine::parse).toList();
                fx.run(() -> {
                    if (!closed.get()) {
                        add(parsed);
                    }
                });
            });
            return Subscription.all(() -> closed.set(true), tail);
        } catch (IOException e) {
            LOG.warn("The engine's log can't be followed", e);
            return () -> {};
        }
    }

    /// Those that the filter lets through, oldest first.
    ObservableList<EngineLogLine> shown() {
        return shown;
    }

    SimpleStringProperty filterProperty() {
        return filter;
    }

    SimpleBooleanProperty onlyProblemsProperty() {
        return onlyProblems;
    }

    long problems() {
        return all.stream().filter(EngineLogLine::isProblem).count();
    }

    /// Copies the whole log. Blocks.
    void save(Path target) throws IOException {
        source.save(target);
    }

    private void add(List<EngineLogLine> lines) {
        List<EngineLogLine> kept = new ArrayList<>(lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
        int tooMany = all.size() + kept.size() - MOST_LINES;
        if (tooMany > 0) {
            all.remove(0, Math.min(tooMany, all.size()));
        }
        all.addAll(kept);
    }

    private void refilter() {
        String words = filter.get();
        Predicate<EngineLogLine> test = line -> line.contains(words);
        shown.setPredicate(onlyProblems.get() ? test.and(EngineLogLine::isProblem) : test);
    }
}
