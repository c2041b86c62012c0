package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.engine.disk.DiskMeasure.Measured;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Label;

/// "Measured 1 min ago", which grows older while it is shown. FX thread.
final class MeasuredLabel extends Label {
    private static final Duration TICK = Duration.ofSeconds(10);

    private final DiskViewModel model;
    private final boolean full;
    private Subscription next = () -> {};

    /// @param full whether it says how long that took
    MeasuredLabel(DiskViewModel model, boolean full) {
        this.model = model;
        this.full = full;
        setId(full ? "doctor-measured" : "disk-measured");
        getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
    }

    /// Ticks until the handle is closed.
    Subscription begin() {
        tick();
        return () -> next.close();
    }

    private void tick() {
        refresh();
        next = model.fx().after(TICK, this::tick);
    }

    void refresh() {
        Optional<Measured> known = model.measuredProperty().get();
        if (model.askingProperty().get()) {
            setText("Measuring…");
        } else {
            setText(known.map(this::words).orElse("Not measured"));
        }
    }

    private String words(Measured known) {
        Duration age = Duration.between(known.at(), model.now());
        String when = age.toSeconds() < 60 ? "Measured just now" : "Measured " + Times.coarse(age) + " ago";
        return full ? when + ", in " + Times.took(known.took()) : when;
    }
}
