package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.images.transfer.TransferBlock;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// One pull, which leads to a container of what it brought.
final class PullBlock extends TransferBlock {
    private final Pull pull;
    private final Pulls pulls;
    private final Runnable run;

    /// @param run opens the form for a container of it
    PullBlock(Pull pull, Pulls pulls, Runnable run) {
        super(pull, "Already here");
        this.pull = pull;
        this.pulls = pulls;
        this.run = run;
    }

    @Override
    protected ActionButton button(AppTask.State state) {
        return switch (state) {
            case RUNNING -> new ActionButton("Cancel", () -> pull.task().cancel());
            case SUCCEEDED -> new ActionButton("Run", run);
            case FAILED, CANCELLED ->
                new ActionButton("Try again", () -> pulls.start(pull.reference(), pull.platform()));
        };
    }

    @Override
    protected List<Node> marks() {
        if (pull.platform().isEmpty()) {
            return List.of();
        }
        Label platform = new Label(pull.platform().replace("linux/", ""));
        platform.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return List.of(platform);
    }

    @Override
    protected String done(String outcome) {
        return outcome.isEmpty() ? "Here" : "Here, " + Character.toLowerCase(outcome.charAt(0)) + outcome.substring(1);
    }

    @Override
    protected List<Node> result() {
        return List.of();
    }
}
