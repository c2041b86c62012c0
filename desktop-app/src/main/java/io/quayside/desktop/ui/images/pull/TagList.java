package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.registry.TagPage;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The tags of a repository, page by page as somebody wants more. Nothing is asked before it is opened.
public final class TagList extends VBox {
    private final ImageTags tags;
    private final LatestAnswer asked;
    private final Consumer<String> pull;
    private final FlowPane chips = new FlowPane(6, 6);
    private final Label words = new Label();
    private final ActionButton more;
    private String reference = "";
    private Optional<String> next = Optional.empty();

    /// @param pull pulls a name with its tag
    public TagList(ImageTags tags, FxThread fx, Consumer<String> pull) {
        super(6);
        this.tags = tags;
        this.asked = new LatestAnswer(fx, "image-tags");
        this.pull = pull;
        this.more = new ActionButton("More tags", this::ask).small();
        getStyleClass().add("pull-tags");
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        words.setWrapText(true);
        getChildren().addAll(chips, words, more);
        setOpen(false);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                asked.stop();
            }
        });
    }

    boolean isOpen() {
        return isVisible();
    }

    /// Shows the tags of this repository, or closes when it shows them already.
    void toggle(String name) {
        if (isOpen() && name.equals(reference)) {
            close();
            return;
        }
        reference = name;
        next = Optional.empty();
        chips.getChildren().clear();
        setOpen(true);
        ask();
    }

    void close() {
        asked.stop();
        setOpen(false);
    }

    private void setOpen(boolean now) {
        setVisible(now);
        setManaged(now);
    }

    private void ask() {
        String name = reference;
        Optional<String> from = next;
        say("Reading tags…");
        showMore(false);
        asked.ask(() -> tags.ask(name, from), answer -> {
            switch (answer) {
                case ImageTags.Answer.Tags(TagPage page) -> add(page);
                case ImageTags.Answer.Failed(String why) -> say(why);
            }
        });
    }

    private void add(TagPage page) {
        page.tags().forEach(tag -> chips.getChildren().add(chip(tag)));
        next = page.next();
        say(chips.getChildren().isEmpty() ? "It has no tags." : "");
        showMore(next.isPresent());
    }

    private Hyperlink chip(String tag) {
        Hyperlink chip = new Hyperlink(SafeText.line(tag));
        String whole = reference + ":" + tag;
        chip.getStyleClass().addAll(StyleClasses.CHIP, "tag-link");
        chip.setAccessibleText("Pull " + SafeText.line(whole));
        chip.setOnAction(event -> {
            chip.setVisited(false);
            pull.accept(whole);
        });
        return chip;
    }

    private void say(String text) {
        words.setText(text);
        words.setVisible(!text.isEmpty());
        words.setManaged(!text.isEmpty());
    }

    private void showMore(boolean now) {
        more.setVisible(now);
        more.setManaged(now);
    }
}
