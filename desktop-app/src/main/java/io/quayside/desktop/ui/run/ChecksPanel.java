package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "Before it runs": what was looked at, what it says, and the way to the field that it is about.
final class ChecksPanel extends VBox {
    private final VBox checks = new VBox(8);
    private final Consumer<RunFault> focus;

    /// @param focus moves the focus to the field
    ChecksPanel(RunViewModel model, Consumer<RunFault> focus) {
        super(10);
        this.focus = focus;
        checks.setId("run-checks");
        Label title = new Label("Before it runs");
        title.getStyleClass().add(StyleClasses.STRONG);
        getChildren().addAll(title, checks);
        model.checksProperty()
                .subscribe(all ->
                        checks.getChildren().setAll(all.stream().map(this::row).toList()));
    }

    private Node row(RunCheck check) {
        Node sign = icon(check.kind()).node(Icons.SMALL);
        String style = style(check.kind());
        if (!style.isEmpty()) {
            sign.getStyleClass().add(style);
        }
        Label label = new Label(check.words());
        label.getStyleClass().add(StyleClasses.META);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        VBox text = new VBox(label);
        check.field().ifPresent(field -> {
            Hyperlink link = new Hyperlink("Show the field");
            link.getStyleClass().add(StyleClasses.META);
            link.setAccessibleText("Show the field: " + check.words());
            link.setOnAction(event -> {
                link.setVisited(false);
                focus.accept(field);
            });
            text.getChildren().add(link);
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, sign, text);
    }

    private static Icons icon(RunCheck.Kind kind) {
        return switch (kind) {
            case FINE -> Icons.CHECK;
            case WARNING -> Icons.WARNING;
            case FACT -> Icons.INFO;
            case PULL -> Icons.PULL;
        };
    }

    private static String style(RunCheck.Kind kind) {
        return switch (kind) {
            case FINE -> StyleClasses.TEXT_SUCCESS;
            case WARNING -> StyleClasses.TEXT_WARNING;
            case FACT, PULL -> "";
        };
    }
}
