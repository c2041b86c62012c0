package io.quayside.desktop.ui.containers;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much each container has written into its own files. The engine has to walk them, so it is asked only while the
/// column is shown: at once, and then after changes, at most twice a minute. FX thread; a virtual thread asks.
final class ContainerSizes {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerSizes.class);
    private static final Duration GAP = Duration.ofSeconds(30);

    private final ContainersParts parts;
    private final RowBook book;
    private final Runnable changed;
    private boolean column;
    private boolean shown;
    private boolean asking;
    private boolean due;
    private Subscription pause = () -> {};

    /// @param changed sizes came
    ContainerSizes(ContainersParts parts, RowBook book, Runnable changed) {
        this.parts = parts;
        this.book = book;
        this.changed = changed;
    }

    /// Whether the column is on screen.
    void wanted(boolean now) {
        if (column != now) {
            column = now;
            begin();
        }
    }

    /// Whether the page is on screen.
    void shown(boolean now) {
        shown = now;
        begin();
    }

    /// Containers came, went or changed.
    void outdated() {
        due = true;
        ask();
    }

    private void begin() {
        pause.close();
        asking = false;
        due = column && shown;
        ask();
    }

    private void ask() {
        Optional<Engine> engine = parts.session().engine();
        if (!due || asking || !column || !shown || engine.isEmpty()) {
            return;
        }
        due = false;
        asking = true;
        pause = parts.fx().after(GAP, () -> {
            asking = false;
            ask();
        });
        Thread.ofVirtual().name("container-sizes").start(() -> measure(engine.get()));
    }

    private void measure(Engine engine) {
        try {
            List<ContainerSummary> list =
                    engine.containers().list(ContainerFilter.everything().withSize());
            parts.fx().run(() -> {
                list.forEach(this::take);
                changed.run();
            });
        } catch (EngineException e) {
            LOG.info("The sizes of containers are not known: {}", e.toString());
        }
    }

    private void take(ContainerSummary summary) {
        ContainerRow row = book.row(summary.id());
        if (row != null) {
            summary.sizeRw().ifPresent(row::setSize);
        }
    }
}
