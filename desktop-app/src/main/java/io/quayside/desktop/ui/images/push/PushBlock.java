package io.quayside.desktop.ui.images.push;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.transfer.TransferBlock;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One push, and at its end the digest that the registry knows the image by.
final class PushBlock extends TransferBlock {
    private final Push push;
    private final Pushes pushes;
    private final Consumer<String> copy;

    PushBlock(Push push, Pushes pushes, Consumer<String> copy) {
        super(push, "Already there");
        this.push = push;
        this.pushes = pushes;
        this.copy = copy;
    }

    @Override
    protected ActionButton button(AppTask.State state) {
        return switch (state) {
            case RUNNING -> new ActionButton("Cancel", () -> push.task().cancel());
            case SUCCEEDED -> new ActionButton("Copy name", () -> copy.accept(push.reference()));
            case FAILED, CANCELLED ->
                new ActionButton("Try again", () -> pushes.start(push.source(), push.reference()));
        };
    }

    @Override
    protected List<Node> marks() {
        return List.of();
    }

    @Override
    protected String done(String outcome) {
        return outcome.isEmpty()
                ? "Pushed"
                : "Pushed, " + Character.toLowerCase(outcome.charAt(0)) + outcome.substring(1);
    }

    @Override
    protected List<Node> result() {
        if (push.digest().isEmpty()) {
            return List.of();
        }
        String shown = SafeText.line(push.digest());
        Label digest = new Label(shown);
        digest.setId("push-digest");
        digest.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        digest.setMinWidth(0);
        HBox.setHgrow(digest, Priority.ALWAYS);
        digest.setMaxWidth(Double.MAX_VALUE);
        IconButton button =
                new IconButton(Icons.COPY, Icons.SMALL, "Copy the digest", () -> copy.accept(push.digest()));
        HBox line = new HBox(8, digest, button);
        line.setAlignment(Pos.CENTER_LEFT);
        return List.of(line);
    }
}
