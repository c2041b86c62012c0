package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.state.EngineStatus.Step;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The start of an engine: each step with its time, Cancel, and how it ended.
final class SetUpPane extends VBox {
    private static final Duration TICK = Duration.ofMillis(500);

    private final WelcomeViewModel model;
    private final FxThread fx;
    private final Label title = new Label();
    private final VBox steps = new VBox();
    private final HBox buttons = new HBox(8);
    private final VBox problem = new VBox();
    private WelcomeState.SettingUp shown;
    private Subscription tick = () -> {};
    private @Nullable Step timed;
    private long timedFrom;

    SetUpPane(WelcomeViewModel model, FxThread fx, WelcomeState.SettingUp state) {
        super(16);
        this.model = model;
        this.fx = fx;
        this.shown = state;
        title.getStyleClass().add(StyleClasses.FIRST_RUN_TITLE);
        steps.getStyleClass().addAll(StyleClasses.CARD, "qs-steps");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, steps, problem, buttons);
        show(state);
    }

    void show(WelcomeState.SettingUp state) {
        shown = state;
        title.setText(
                state.ready()
                        ? "Ready."
                        : state.cancelling()
                                ? "Removing what was made"
                                : state.isRunning()
                                        ? state.job().running()
                                        : state.job().failed());
        problem.getChildren()
                .setAll(state.failure().map(failure -> new ProblemPane(ProblemPane.Form.BANNER, failure)).stream()
                        .toList());
        buttons.getChildren().setAll(buttonsFor(state));
        paint();
    }

    void close() {
        tick.close();
    }

    void focusMain() {
        buttons.getChildren().getLast().requestFocus();
    }

    private void paint() {
        tick.close();
        steps.getChildren().setAll(lines(shown));
        steps.setVisible(!shown.steps().isEmpty() || shown.isRunning());
        if (shown.isRunning()) {
            tick = fx.after(TICK, this::paint);
        }
    }

    private List<Node> lines(WelcomeState.SettingUp state) {
        List<Node> lines = new ArrayList<>();
        for (Step step : state.steps()) {
            StateGlyph glyph = step.took().isPresent()
                    ? StateGlyph.DONE
                    : state.isRunning() ? StateGlyph.STARTING : StateGlyph.FAILED;
            Duration time = step.took().orElseGet(() -> underWay(step));
            lines.add(line(glyph, step.name(), seconds(time)));
        }
        if (lines.isEmpty()) {
            lines.add(line(StateGlyph.STARTING, state.job().beginning(), ""));
        }
        return lines;
    }

    /// Since it was seen first, because the computer's clock may be set meanwhile.
    private Duration underWay(Step step) {
        if (!step.equals(timed)) {
            timed = step;
            timedFrom = System.nanoTime();
        }
        return Duration.ofNanos(System.nanoTime() - timedFrom);
    }

    private static HBox line(StateGlyph glyph, String name, String time) {
        Label text = new Label(name);
        Gap gap = new Gap();
        Label duration = new Label(time);
        duration.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox line = new HBox(8, glyph.node(), text, gap, duration);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        return line;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", Math.max(0, time.toMillis()) / 1000.0);
    }

    private List<Node> buttonsFor(WelcomeState.SettingUp state) {
        if (state.ready()) {
            ActionButton go = new ActionButton("Go to containers", model::finish).primary();
            go.setDefaultButton(true);
            return List.of(go);
        }
        if (state.isRunning()) {
            ActionButton cancel = new ActionButton("Cancel", model::cancel);
            cancel.setCancelButton(true);
            cancel.setUnavailable(state.cancelling() ? Optional.of("It is being cancelled") : Optional.empty());
            return List.of(cancel);
        }
        return List.of(
                new ActionButton("Choose another way", model::look),
                new ActionButton("Try again", model::tryAgain).primary());
    }
}
