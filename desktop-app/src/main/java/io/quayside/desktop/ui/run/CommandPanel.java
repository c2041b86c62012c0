package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.SecretText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.ComposeService;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunLine;
import io.quayside.engine.run.RunRow;
import io.quayside.engine.run.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The `docker run` line that the form is: secrets dotted, the row that was edited last marked.
final class CommandPanel extends VBox {
    private final RunViewModel model;
    private final VBox lines = new VBox();

    /// @param copy puts a text on the clipboard
    CommandPanel(RunViewModel model, Consumer<String> copy, Runnable paste) {
        super(10);
        this.model = model;
        Label title = new Label("Equivalent command");
        title.getStyleClass().add(StyleClasses.STRONG);
        Gap gap = new Gap();
        ActionButton copyLine = new ActionButton(
                        "Copy",
                        Icons.COPY,
                        () -> copy.accept(RunLine.render(model.specProperty().get())))
                .small();
        copyLine.setAccessibleText("Copy the command");
        HBox head = new HBox(8, title, gap, copyLine);
        head.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add(FormStyle.CARD);
        lines.setId("run-line");
        ActionButton pasteLine =
                new ActionButton("Paste a command…", paste).ghost().small();
        pasteLine.getStyleClass().addAll(StyleClasses.LINK, FormStyle.ADD);
        pasteLine.setId("run-paste");
        ActionButton compose = new ActionButton(
                        "Copy as compose service",
                        () -> copy.accept(
                                ComposeService.write(model.specProperty().get())))
                .ghost()
                .small();
        compose.getStyleClass().addAll(StyleClasses.LINK, FormStyle.ADD);
        FlowPane links = new FlowPane(4, 2, pasteLine, compose);
        getChildren().addAll(head, lines, links);
        model.specProperty().subscribe(this::show);
        model.touchedProperty().subscribe(ignored -> show(model.specProperty().get()));
    }

    private void show(RunSpec spec) {
        List<RunRow> rows = RunLine.rows(spec);
        Optional<RunFlag> touched = model.touchedProperty().get();
        lines.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            RunRow row = rows.get(i);
            HBox line = line(row, i, i + 1 < rows.size());
            line.pseudoClassStateChanged(
                    FormStyle.MARKED,
                    row.option()
                            .map(option -> touched.filter(option.flag()::equals).isPresent())
                            .orElse(false));
            lines.getChildren().add(line);
        }
    }

    private static HBox line(RunRow row, int index, boolean goesOn) {
        String text = SafeText.line(shown(row).replace('\n', '↵')) + (goesOn ? " \\" : "");
        HBox line = new HBox();
        line.getStyleClass().add(FormStyle.LINE);
        if (row.option().isPresent()) {
            int space = text.indexOf(' ');
            Label flag = label((index > 0 ? "  " : "") + (space < 0 ? text : text.substring(0, space)));
            flag.getStyleClass().add(FormStyle.FLAG);
            flag.setWrapText(false);
            flag.setMinWidth(USE_PREF_SIZE);
            line.getChildren().addAll(flag, label(space < 0 ? "" : text.substring(space)));
        } else {
            line.getChildren().add(label((index > 0 ? "  " : "") + text));
        }
        return line;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MONO);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// With dots in the place of what others should not read.
    static String shown(RunRow row) {
        return row.option()
                .map(option -> {
                    String name = option.value().split("=", 2)[0];
                    String value =
                            option.value().substring(Math.min(option.value().length(), name.length() + 1));
                    if (option.flag() == RunFlag.ENV && SecretText.isSecret(name, value)) {
                        return option.flag().written() + " " + name + "=" + SecretText.DOTS;
                    }
                    return SecretText.isSecretValue(option.value())
                            ? option.flag().written() + " " + SecretText.DOTS
                            : row.text();
                })
                .orElse(row.text());
    }
}
