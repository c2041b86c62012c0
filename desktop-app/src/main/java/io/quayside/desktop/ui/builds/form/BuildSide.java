package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.builds.BuildRequest;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The `docker build` line that the form comes to, and what is known before it builds. FX thread.
final class BuildSide extends VBox {
    private final BuildFormViewModel model;
    private final Consumer<BuildFault> focus;
    private final VBox lines = new VBox();
    private final VBox checks = new VBox(8);

    /// @param copy puts a text on the clipboard
    /// @param focus moves the focus to where something can be put right
    BuildSide(BuildFormViewModel model, Consumer<String> copy, Consumer<BuildFault> focus) {
        super(20);
        this.model = model;
        this.focus = focus;
        getStyleClass().addAll(StyleClasses.PANEL, "run-side");
        setPadding(new Insets(12, 16, 16, 16));
        Gap gap = new Gap();
        ActionButton copyLine = new ActionButton(
                        "Copy",
                        Icons.COPY,
                        () -> model.requestProperty()
                                .get()
                                .map(BuildCommand::render)
                                .ifPresent(copy))
                .small();
        copyLine.setId("build-copy");
        copyLine.setAccessibleText("Copy the command");
        HBox head = new HBox(8, title("Equivalent command"), gap, copyLine);
        head.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("command-card");
        lines.setId("build-line");
        checks.setId("build-checks");
        getChildren().setAll(new VBox(10, head, lines), new VBox(10, title("Before it builds"), checks));
        model.requestProperty().subscribe(now -> {
            copyLine.setUnavailable(
                    now.isPresent() ? Optional.empty() : Optional.of("There is no folder with a Dockerfile yet"));
            show(now);
        });
        model.faultsProperty().subscribe(ignored -> check());
        model.builderProperty().subscribe(ignored -> check());
        model.contextProperty().subscribe(ignored -> check());
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add(StyleClasses.STRONG);
        return title;
    }

    private void show(Optional<BuildRequest> request) {
        List<BuildCommand.Row> rows =
                request.map(BuildCommand::rows).orElse(List.of(new BuildCommand.Row("", "", "docker build …")));
        List<Node> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            BuildCommand.Row row = rows.get(i);
            String indent = i > 0 ? "\u00A0\u00A0" : ""; // nothing is wrapped there
            String end = i + 1 < rows.size() ? " \\" : "";
            HBox line = new HBox();
            line.getStyleClass().add("command-line");
            if (!row.flag().isEmpty()) {
                Label flag = label(indent + row.flag());
                flag.getStyleClass().add("command-flag");
                flag.setWrapText(false);
                flag.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(flag);
            }
            String space = row.flag().isEmpty() ? indent : row.shown().isEmpty() ? "" : " ";
            line.getChildren().add(label(space + SafeText.line(row.shown()) + end.replace(' ', '\u00A0')));
            shown.add(line);
        }
        lines.getChildren().setAll(shown);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MONO);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void check() {
        List<Node> all = new ArrayList<>();
        model.builderProperty().get().ifPresent(choice -> all.add(builder(choice)));
        if (model.contextProperty().get() instanceof ContextLook.Measured measured) {
            all.add(row(
                    measured.hint().isPresent() ? Icons.WARNING : Icons.CHECK,
                    measured.hint().isPresent() ? StyleClasses.TEXT_WARNING : StyleClasses.TEXT_SUCCESS,
                    "Sends " + measured.words()));
        }
        model.faultsProperty().get().forEach(fault -> all.add(fault(fault)));
        checks.getChildren().setAll(all);
    }

    private static Node builder(BuilderLook.Choice choice) {
        boolean there = !choice.name().isEmpty();
        return row(
                there ? Icons.INFO : Icons.WARNING,
                there ? "" : StyleClasses.TEXT_WARNING,
                there
                        ? "Built by " + (choice.name().startsWith("classic") ? "the " : "") + choice.name() + ". "
                                + choice.reason()
                        : choice.reason());
    }

    private Node fault(BuildFault fault) {
        HBox row = row(Icons.WARNING, StyleClasses.TEXT_WARNING, fault.words());
        Hyperlink link = new Hyperlink("Show the field");
        link.getStyleClass().add(StyleClasses.META);
        link.setAccessibleText("Show the field: " + fault.words());
        link.setOnAction(event -> {
            link.setVisited(false);
            focus.accept(fault);
        });
        ((VBox) row.getChildren().getLast()).getChildren().add(link);
        return row;
    }

    private static HBox row(Icons icon, String style, String words) {
        Node sign = icon.node(Icons.SMALL);
        if (!style.isEmpty()) {
            sign.getStyleClass().add(style);
        }
        Label label = new Label(words);
        label.getStyleClass().add(StyleClasses.META);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(label);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, sign, text);
    }
}
