package io.quayside.desktop.ui.images.detail;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageName;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.ImageDetails;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// "Images / redis 7.2-alpine", its id and size, and what can be done with it as a whole.
final class ImageHead extends HBox {
    private static final int LONGEST = 48;

    private final Label name = new Label();
    private final Label tag = new Label();
    private final Label facts = new Label();
    private String asked = "";

    /// @param push opens the panel to push it
    ImageHead(Runnable toList, Runnable run, Runnable push, Consumer<String> copy) {
        getStyleClass().addAll(StyleClasses.PAGE_HEAD, "detail-head");
        IconButton back = new IconButton(Icons.CHEVRON_LEFT, "Back to images", toList);
        Hyperlink list = new Hyperlink("Images");
        list.getStyleClass().add("crumb");
        list.setMinWidth(USE_PREF_SIZE);
        list.setOnAction(event -> {
            list.setVisited(false);
            toList.run();
        });
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        name.getStyleClass().add(StyleClasses.PAGE_TITLE);
        name.setId("image-title");
        name.setMinWidth(60);
        tag.getStyleClass().addAll(StyleClasses.CHIP, "tag-chip");
        facts.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        facts.setTranslateY(2);
        Gap gap = new Gap();
        ActionButton copyName = new ActionButton("Copy name", Icons.COPY, () -> copy.accept(asked));
        ActionButton pushButton = new ActionButton("Push…", Icons.PUSH, push);
        ActionButton runButton = new ActionButton("Run container", Icons.ADD, run).primary();
        copyName.setMinWidth(USE_PREF_SIZE);
        pushButton.setMinWidth(USE_PREF_SIZE);
        runButton.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(back, list, slash, name, tag, facts, gap, copyName, pushButton, runButton);
    }

    /// What is known before the engine has answered.
    void name(String idOrName) {
        asked = idOrName;
        facts.setText("");
        boolean id = idOrName.startsWith("sha256:");
        title(id ? new ImageName(idOrName, "", "") : ImageName.tagged(idOrName));
    }

    void show(ImageDetails image) {
        String shown = image.tags().contains(asked)
                ? asked
                : image.tags().stream().findFirst().orElse(image.id());
        asked = shown;
        title(image.tags().isEmpty() ? new ImageName(image.id(), "", "") : ImageName.tagged(shown));
        facts.setText(Sizes.of(image.size()) + ", " + SafeText.line(image.os() + "/" + image.architecture()));
    }

    private void title(ImageName of) {
        name.setText(
                of.repository().isEmpty()
                        ? ImageLine.shortId(of.reference())
                        : ImageNames.shorten(of.repository(), LONGEST));
        tag.setText(SafeText.line(of.tag()));
        tag.setVisible(of.isTagged());
        tag.setManaged(of.isTagged());
    }
}
