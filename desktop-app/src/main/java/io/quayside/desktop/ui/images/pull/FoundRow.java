package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.SearchResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A repository that a registry found, with its tags below when somebody asks for them.
final class FoundRow extends VBox {
    /// @param name what it is pulled by, with its registry
    FoundRow(String name, SearchResult result, Runnable pull, TagList tags) {
        String shown = SafeText.line(name);
        HBox row = new HBox(8);
        row.getStyleClass().add("pull-hit");
        row.setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(shown);
        title.getStyleClass().add(StyleClasses.MEDIUM);
        HBox first = new HBox(6, title);
        first.setAlignment(Pos.CENTER_LEFT);
        if (result.official()) {
            Label mark = new Label("Official");
            mark.getStyleClass().add(StyleClasses.CHIP);
            mark.setMinWidth(USE_PREF_SIZE);
            first.getChildren().add(mark);
        }
        Label description = new Label(SafeText.line(result.description()));
        description.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        description.setMinWidth(0);
        Tip.on(description, SafeText.output(result.description(), 500));
        VBox texts = new VBox(first, description);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Label stars = new Label(result.stars() > 0 ? count(result.stars()) + " stars" : "");
        stars.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
        stars.setMinWidth(USE_PREF_SIZE);
        ActionButton button = new ActionButton("Pull", pull).small();
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("Pull " + TypedName.complete(name));
        row.getChildren().addAll(texts, stars, tagsButton(shown, () -> tags.toggle(name)), button);
        getChildren().addAll(row, tags);
    }

    /// Opens the tags of a repository.
    static IconButton tagsButton(String name, Runnable toggle) {
        return new IconButton(Icons.CHEVRON_DOWN, Icons.SMALL, "Tags of " + name, toggle);
    }

    /// "640", "13.9k".
    private static String count(long stars) {
        return stars < 1000
                ? String.valueOf(stars)
                : BigDecimal.valueOf(stars)
                                .movePointLeft(3)
                                .setScale(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "k";
    }
}
