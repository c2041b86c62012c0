package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.code.CodeField;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.BitSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The problems of the text above it, each a link to its line, with a button where its cure is known. FX thread.
final class ProblemList extends ScrollPane {
    private static final double TALLEST = 152;
    private static final double ROW = 34;

    private final CodeField text;
    private final VBox rows = new VBox();

    ProblemList(CodeField text) {
        this.text = text;
        setId("compose-file-problems");
        getStyleClass().add("file-problems");
        setAccessibleText("Problems of the file");
        setFitToWidth(true);
        setContent(rows);
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    void show(List<FileProblem> problems) {
        BitSet lines = new BitSet();
        problems.stream().filter(one -> one.line() > 0).forEach(one -> lines.set(one.line() - 1));
        text.setFailed(lines);
        rows.getChildren().setAll(problems.stream().map(this::row).toList());
        setVisible(!problems.isEmpty());
        setMinHeight(Math.min(TALLEST, ROW * problems.size() + 2));
        setPrefHeight(Math.min(TALLEST, ROW * problems.size() + 2));
        setMaxHeight(TALLEST);
    }

    private Node row(FileProblem problem) {
        boolean error = problem.level() == FileProblem.Level.ERROR;
        Node icon = (error ? Icons.ERROR : Icons.WARNING).node(Icons.SMALL);
        HBox row = new HBox(8, icon, words(problem));
        row.getStyleClass().addAll("file-problem", error ? "error" : "warning");
        problem.change().ifPresent(change -> {
            ActionButton mend = new ActionButton(
                            "Change to “" + SafeText.line(change.now()) + "”",
                            () -> text.replace(problem.line() - 1, problem.column() - 1, change.was(), change.now()))
                    .small();
            mend.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(mend);
        });
        return row;
    }

    private Node words(FileProblem problem) {
        if (problem.line() == 0) {
            Label words = new Label(problem.text());
            words.setWrapText(true);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            return words;
        }
        Hyperlink link = new Hyperlink(problem.text());
        link.getStyleClass().add(StyleClasses.LINK);
        link.setAccessibleText(problem.text() + " Go to the line");
        link.setWrapText(true);
        link.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(link, Priority.ALWAYS);
        link.setOnAction(ignored -> {
            link.setVisited(false);
            text.requestFocus();
            text.goTo(problem.line() - 1, problem.column() - 1);
        });
        return link;
    }
}
