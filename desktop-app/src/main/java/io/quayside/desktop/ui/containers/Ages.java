package io.quayside.desktop.ui.containers;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import java.time.Duration;

/// Lets rows say their times anew: each second while one counts seconds, else each ten. FX thread.
final class Ages {
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration YOUNG_TICK = Duration.ofSeconds(1);

    private final ContainersParts parts;
    private final RowBook book;
    private Subscription next = () -> {};

    Ages(ContainersParts parts, RowBook book) {
        this.parts = parts;
        this.book = book;
    }

    /// Ticks until the handle is closed.
    Subscription begin() {
        later();
        return () -> next.close();
    }

    private void later() {
        boolean young = book.rows().stream().anyMatch(this::isYoung);
        next = parts.fx().after(young ? YOUNG_TICK : TICK, this::tick);
    }

    private void tick() {
        book.tick(parts.clock().instant());
        later();
    }

    /// Whether its age is still counted in seconds.
    private boolean isYoung(ContainerRow row) {
        Container container = row.line().container();
        return container.isUp()
                && container.run().startedAt().stream()
                        .anyMatch(start ->
                                Duration.between(start, parts.clock().instant()).toSeconds() < 60);
    }
}
