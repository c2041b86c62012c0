package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.shell.status.StatusViewModel;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The engines there are, the one in use with its state, and the way to others. The list is read off the FX thread each
/// time it opens.
final class EnginePicker implements FlyoutLayer.Flyout {
    private static final double WIDTH = 340;

    private final VBox content = new VBox();
    private final VBox engines = new VBox();
    private final EngineSession session;
    private final StatusViewModel status;
    private final FxThread fx;
    private final Consumer<EngineChoice> use;
    private final Runnable close;
    private final Optional<Runnable> chooseAnother;

    /// @param use makes one the engine of the window, now and later
    /// @param chooseAnother opens the page that finds and adds engines, where there is one
    EnginePicker(
            EngineSession session,
            StatusViewModel status,
            FxThread fx,
            Consumer<EngineChoice> use,
            Runnable close,
            Optional<Runnable> chooseAnother) {
        this.session = session;
        this.status = status;
        this.fx = fx;
        this.use = use;
        this.close = close;
        this.chooseAnother = chooseAnother;
        content.setId("engine-picker");
        content.getStyleClass().add("qs-picker");
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public void opened() {
        show(session.choice().stream().toList());
        Thread.ofVirtual().name("engine-choices").start(() -> {
            List<EngineChoice> found = session.choices();
            fx.run(() -> show(found));
        });
    }

    @Override
    public void closed() {
        engines.getChildren().clear();
        content.getChildren().clear();
    }

    private void show(List<EngineChoice> choices) {
        Optional<String> current = session.choice().map(EngineChoice::key);
        boolean hadFocus = Focus.isIn(Focus.owner(content).orElse(null), content);
        engines.getChildren().clear();
        for (EngineChoice choice : choices) {
            engines.getChildren()
                    .add(row(choice, current.filter(choice.key()::equals).isPresent()));
        }
        content.getChildren().setAll(engines);
        if (session.canStartAndStop() || chooseAnother.isPresent()) {
            Region rule = new Region();
            rule.getStyleClass().addAll(StyleClasses.RULE, "picker-rule");
            content.getChildren().add(rule);
        }
        startOrStop().ifPresent(content.getChildren()::add);
        chooseAnother.ifPresent(open -> content.getChildren()
                .add(line(Icons.ADD.node(Icons.SMALL), "Choose another engine…", "", () -> {
                    close.run();
                    open.run();
                })));
        if (hadFocus) {
            Focus.first(content).ifPresent(Node::requestFocus);
        }
    }

    private Optional<Button> startOrStop() {
        if (!session.canStartAndStop()) {
            return Optional.empty();
        }
        boolean running = status.lineProperty().get().hasFigures();
        Runnable action = running ? session::stop : session::start;
        String text = running ? "Stop engine" : "Start engine";
        return Optional.of(line((running ? Icons.STOP : Icons.START).node(Icons.SMALL), text, "", () -> {
            close.run();
            action.run();
        }));
    }

    private Button row(EngineChoice choice, boolean current) {
        StateGlyph glyph = current
                ? status.lineProperty().get().glyph()
                : choice.problem().isPresent() ? StateGlyph.FAILED : StateGlyph.UNKNOWN;
        Button button = line(glyph.node(), choice.title(), detail(choice, current), () -> {
            close.run();
            if (!current) {
                use.accept(choice);
            }
        });
        if (current) {
            ((HBox) button.getGraphic()).getChildren().add(Icons.CHECK.node(Icons.SMALL));
            button.getStyleClass().add("current");
        }
        button.setAccessibleText(choice.title() + ", " + detail(choice, current) + (current ? ", in use" : ""));
        choice.problem().ifPresent(problem -> Tip.on(button, problem));
        return button;
    }

    private String detail(EngineChoice choice, boolean current) {
        if (current) {
            String word = status.lineProperty().get().word();
            String version = status.lineProperty().get().version();
            return version.isEmpty() ? word + ", " + choice.address() : word + " " + version + ", " + choice.address();
        }
        return choice.problem().orElse(choice.address());
    }

    private static Button line(Node graphic, String title, String detail, Runnable action) {
        Label name = new Label(title);
        name.getStyleClass().add(StyleClasses.MEDIUM);
        VBox words = new VBox(name);
        if (!detail.isEmpty()) {
            Label second = new Label(detail);
            second.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            words.getChildren().add(second);
        }
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, graphic, words);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.getStyleClass().add("qs-picker-row");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setAccessibleText(detail.isEmpty() ? title : title + ", " + detail);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// Arrow keys move between the rows, Enter takes one.
    private void move(KeyEvent event) {
        List<Button> rows = content.lookupAll(".qs-picker-row").stream()
                .map(Button.class::cast)
                .toList();
        int at = rows.indexOf(Focus.owner(content).orElse(null));
        if (at < 0) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            rows.get(Math.clamp(at + step, 0, rows.size() - 1)).requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            rows.get(at).fire();
            event.consume();
        }
    }
}
