package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.theme.Fonts;
import io.quayside.desktop.ui.theme.Motion;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.terminal.SessionState;
import io.quayside.terminal.fx.TerminalHost;
import io.quayside.terminal.fx.TerminalView;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/// A session on screen: its terminal, the question before a long paste, and what is said at its end. FX thread.
final class SessionPane extends VBox implements TerminalHost {
    private static final double FONT_SIZE = 13;

    private final TerminalModel model;
    private final DetailContext context;
    private final String container;
    private final Runnable onFocus;
    private final Runnable onClose;
    private final TerminalView view;
    private final FindBar find;
    private final VBox foot = new VBox();

    SessionPane(TerminalModel model, String container, DetailContext context, Runnable onFocus, Runnable onClose) {
        this.model = model;
        this.container = container;
        this.context = context;
        this.onFocus = onFocus;
        this.onClose = onClose;
        view = new TerminalView(
                model.session(),
                Font.font(Fonts.MONO, FONT_SIZE),
                context.parts().fx()::run,
                this);
        find = new FindBar(view, context.parts().fx());
        view.setId("terminal-view");
        view.setMinSize(0, 0);
        model.titleProperty().subscribe(title -> view.setAccessibleText("Terminal, " + title + " in " + container));
        VBox.setVgrow(view, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        getStyleClass().add("terminal-pane");
        setMinSize(0, 0);
        getChildren().addAll(find, view, foot);
        model.stateProperty().subscribe(this::show);
    }

    TerminalView view() {
        return view;
    }

    /// Puts the focus into the terminal; one that is about to come into the window gets it then.
    void focusView() {
        if (view.getScene() != null) {
            view.requestFocus();
            return;
        }
        Subscription[] once = {Subscription.EMPTY};
        once[0] = view.sceneProperty().subscribe((before, scene) -> {
            once[0].unsubscribe();
            view.requestFocus();
        });
    }

    /// Whether the program had a chance to write its prompt, or has ended.
    boolean isSettled() {
        return model.stateProperty().get().isOver() || model.session().received() > 0;
    }

    boolean escape() {
        boolean open = find.isVisible();
        if (open) {
            find.close();
        }
        return open;
    }

    private void show(SessionState state) {
        switch (state) {
            case SessionState.Starting starting -> foot.getChildren().clear();
            case SessionState.Connected connected -> foot.getChildren().clear();
            case SessionState.Ended ended -> foot.getChildren().setAll(ended(ended));
            case SessionState.Failed failed -> foot.getChildren().setAll(failed(failed));
        }
    }

    private Node ended(SessionState.Ended ended) {
        String text = ended.exitCode().isPresent()
                ? "Session ended, exit code " + ended.exitCode().getAsInt() + "."
                : "Session ended.";
        ActionButton again = new ActionButton("Run again", model.session()::runAgain).small();
        again.setId("terminal-again");
        return strip(text, again, new ActionButton("Close", onClose).small().ghost());
    }

    private Node failed(SessionState.Failed failed) {
        Throwable cause = failed.cause().getCause() == null
                ? failed.cause()
                : failed.cause().getCause();
        Problem problem = context.parts()
                .problems()
                .map(cause, new Attempt("open a terminal in", container))
                .withActions(List.of(
                        new Problem.Action("Try again", model.session()::runAgain),
                        new Problem.Action("Close", onClose)));
        return new ProblemPane(ProblemPane.Form.ROW, problem);
    }

    private static HBox strip(String text, Node... actions) {
        Label label = new Label(text);
        label.setId("terminal-strip-text");
        HBox strip = new HBox(8, label);
        strip.getChildren().addAll(actions);
        strip.getStyleClass().addAll(StyleClasses.BULK_BAR, "terminal-strip");
        return strip;
    }

    @Override
    public void pasteRequested(String text) {
        long lines = text.stripTrailing().lines().count();
        if (lines <= 1) {
            view.paste(text);
            return;
        }
        ActionButton paste = new ActionButton("Paste", () -> answered(Optional.of(text)))
                .small()
                .primary();
        paste.setId("terminal-paste");
        HBox strip = strip(
                "Paste " + lines + " lines?",
                paste,
                new ActionButton("Cancel", () -> answered(Optional.empty()))
                        .small()
                        .ghost());
        strip.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                answered(Optional.empty());
                event.consume();
            }
        });
        foot.getChildren().setAll(strip);
        paste.requestFocus();
    }

    private void answered(Optional<String> text) {
        show(model.stateProperty().get());
        view.requestFocus();
        text.ifPresent(view::paste);
    }

    @Override
    public void openLink(String address) {
        context.parts().browse().accept(address);
    }

    @Override
    public void findRequested() {
        find.open();
    }

    @Override
    public boolean isStill() {
        return Motion.isReduced();
    }

    @Override
    public void focused() {
        onFocus.run();
    }
}
