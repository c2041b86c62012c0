package io.quayside.desktop.ui.compose;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks how many containers a service is to have. FX thread.
final class ScalePanel extends VBox {
    private static final double WIDTH = 420;
    private static final int MOST = 100;

    private final TextField number = new TextField();
    private final ActionButton act;

    ScalePanel(String service, int now, IntConsumer scale, Runnable close) {
        String name = SafeText.line(service);
        setId("compose-scale");
        getStyleClass().add(StyleClasses.CONFIRM);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        Label title = new Label("Scale " + name);
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Label text = new Label((now == 1 ? "1 container runs" : now + " containers run")
                + " now. The next Up goes back to what the compose file says.");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Label label = new Label("Containers");
        label.setLabelFor(number);
        number.setId("compose-scale-number");
        number.setAccessibleText("Containers of " + name);
        number.setText(Integer.toString(now));
        number.setMaxWidth(80);
        act = new ActionButton(
                        "Scale",
                        () -> count().ifPresent(count -> {
                            close.run();
                            scale.accept(count);
                        }))
                .primary();
        act.setId("compose-scale-act");
        number.setOnAction(event -> act.fire());
        number.textProperty()
                .subscribe(ignored -> act.setUnavailable(
                        count().isPresent() ? Optional.empty() : Optional.of("A number from 0 to " + MOST)));
        HBox field = new HBox(8, label, number);
        field.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(8, new ActionButton("Cancel", close), act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("actions");
        getChildren().addAll(title, text, field, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    void focusNumber() {
        number.requestFocus();
        number.selectAll();
    }

    private OptionalInt count() {
        String text = number.getText().strip();
        return text.matches("\\d{1,3}") && Integer.parseInt(text) <= MOST
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
