package io.quayside.desktop.ui.run;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// How far it is with what the form was told to do, at its foot: a pull may take minutes. FX thread.
final class RunProgress extends HBox {
    private static final double WIDTH = 120;

    private final Spinner spinner = new Spinner(14);
    private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
    private final Label words = new Label();
    private final IconButton cancel = new IconButton(Icons.CLOSE, "Cancel", this::cancel);
    private Optional<AppTask> task = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    RunProgress() {
        super(8);
        setId("run-progress");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(0);
        words.setId("run-progress-words");
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        words.setMinWidth(0);
        bar.setMinSize(WIDTH, 6);
        bar.setMaxSize(WIDTH, 6);
        getChildren().addAll(spinner, bar, words, cancel);
        managedProperty().bind(visibleProperty());
        show(Optional.empty());
    }

    void show(Optional<AppTask> next) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        task = next;
        setVisible(next.isPresent());
        spinner.setVisible(false);
        next.ifPresent(one -> {
            cancel.setName("Cancel: " + one.titleProperty().get());
            following = Subscription.combine(
                    one.progressProperty().subscribe(share -> progress(share.doubleValue())),
                    one.detailProperty().subscribe(words::setText));
        });
    }

    private void progress(double share) {
        boolean known = share >= 0;
        bar.setVisible(known);
        bar.setManaged(known);
        spinner.setVisible(!known);
        spinner.setManaged(!known);
        if (known) {
            bar.glideTo(share);
        }
    }

    private void cancel() {
        task.ifPresent(AppTask::cancel);
    }
}
