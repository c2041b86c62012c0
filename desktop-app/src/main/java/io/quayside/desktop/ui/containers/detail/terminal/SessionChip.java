package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/// A session's tab: name, user, close. A double click or F2 renames it. FX thread.
final class SessionChip extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final TerminalModel model;
    private final ToggleButton button = new ToggleButton();
    private final IconButton close;
    private boolean current;

    SessionChip(TerminalModel model, Runnable select, Runnable onClose) {
        this.model = model;
        Label user = new Label(SafeText.line(model.user()));
        user.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
        user.setMinWidth(USE_PREF_SIZE);
        Label title = new Label();
        title.textProperty().bind(model.titleProperty());
        title.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM);
        HBox content = new HBox(8, Icons.TERMINAL.node(Icons.SMALL), title, user);
        content.getStyleClass().add("terminal-chip-content");
        button.setGraphic(content);
        button.getStyleClass().setAll("terminal-chip-button");
        button.setOnAction(event -> {
            button.setSelected(current);
            select.run();
        });
        model.titleProperty()
                .subscribe(name -> button.setAccessibleText("Session " + name + " as " + SafeText.line(model.user())));
        button.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                rename();
            }
        });
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.F2) {
                rename();
                event.consume();
            }
        });
        MenuItem rename = new MenuItem("Rename");
        rename.setOnAction(event -> rename());
        MenuItem end = new MenuItem("Close");
        end.setOnAction(event -> onClose.run());
        button.setContextMenu(new ContextMenu(rename, end));
        close = new IconButton(
                Icons.CLOSE, "Close session " + model.titleProperty().get(), onClose);
        getStyleClass().add("terminal-chip");
        getChildren().setAll(button, close);
    }

    /// Whether its session is shown.
    void setCurrent(boolean now) {
        current = now;
        button.setSelected(now);
        pseudoClassStateChanged(CURRENT, now);
    }

    private void rename() {
        TextField field = new TextField(model.titleProperty().get());
        field.setAccessibleText("Name of the session");
        field.setId("terminal-rename");
        field.setPrefColumnCount(12);
        field.getStyleClass().add(StyleClasses.SMALL);
        field.setOnAction(event -> {
            model.rename(field.getText());
            getChildren().setAll(button, close);
            button.requestFocus();
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                getChildren().setAll(button, close);
                button.requestFocus();
                event.consume();
            }
        });
        getChildren().setAll(field);
        field.requestFocus();
        field.selectAll();
    }
}
