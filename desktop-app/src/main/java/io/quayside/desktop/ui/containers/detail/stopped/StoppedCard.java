package io.quayside.desktop.ui.containers.detail.stopped;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "Why did it stop?" FX thread.
final class StoppedCard extends VBox {
    private final StoppedViewModel model;
    private final DetailContext context;
    private final IconButton fold = new IconButton(Icons.CHEVRON_UP, "Fold “Why did it stop?”", this::toggle);
    private final VBox problem = new VBox();
    private final VBox facts = new VBox(10);
    private final MemoryPart memory;
    private final ScrollPane body;
    private List<EndFacts.Fact> shown = List.of();

    StoppedCard(StoppedViewModel model, DetailContext context) {
        this.model = model;
        this.context = context;
        this.memory = new MemoryPart(model, context);
        setId("why-stopped");
        getStyleClass().add("why-stopped");
        Label title = new Label("Why did it stop?");
        title.getStyleClass().add(StyleClasses.STRONG);
        title.setMinWidth(USE_PREF_SIZE);
        Label source = new Label("What the engine and the samples recorded. Nothing here is a guess");
        source.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        source.setMinWidth(0);
        Gap gap = new Gap();
        ActionButton copy = new ActionButton("Copy facts", Icons.COPY, () -> context.copy(text()))
                .small()
                .ghost();
        copy.setMinWidth(USE_PREF_SIZE);
        fold.setId("why-stopped-fold");
        HBox head = new HBox(8, title, source, gap, copy, fold);
        head.getStyleClass().add("why-head");
        this.body = body();
        VBox card = new VBox(head, body);
        card.getStyleClass().addAll(StyleClasses.CARD, "why-card");
        card.setMinHeight(0);
        getChildren().add(card);
        managedProperty().bind(visibleProperty());
        model.endProperty().subscribe(this::show);
        model.problemProperty().subscribe(this::say);
    }

    private ScrollPane body() {
        GridPane columns = new GridPane(16, 0);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(52);
        half.setMinWidth(0);
        ColumnConstraints other = new ColumnConstraints();
        other.setPercentWidth(48);
        other.setMinWidth(0);
        columns.getColumnConstraints().addAll(half, other);
        facts.getStyleClass().add("facts");
        columns.addRow(0, facts, memory);
        GridPane.setVgrow(memory, Priority.ALWAYS);
        columns.getStyleClass().add("why-body");
        VBox content = new VBox(problem, columns);
        ScrollPane pane = new ScrollPane(content);
        // A pane that scrolls doesn't ask how high text is that wraps.
        content.heightProperty().subscribe(height -> pane.setPrefViewportHeight(height.doubleValue()));
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinHeight(0);
        pane.managedProperty().bind(pane.visibleProperty());
        return pane;
    }

    private void show(Optional<StoppedViewModel.End> end) {
        setVisible(end.isPresent());
        if (end.isEmpty()) {
            facts.getChildren().clear();
            return;
        }
        EndRecord record = end.get().record();
        shown = EndFacts.of(record, context.parts().clock().instant());
        List<Node> lines = new ArrayList<>(shown.stream().map(StoppedCard::line).toList());
        EndFacts.probes(record).ifPresent(all -> lines.add(probes(all, EndFacts.rhythm(record))));
        facts.getChildren().setAll(lines);
        memory.show(end.get());
        folded(model.isFolded());
    }

    private void toggle() {
        model.fold(!model.isFolded());
        folded(model.isFolded());
    }

    private void folded(boolean is) {
        body.setVisible(!is);
        fold.setGraphic((is ? Icons.CHEVRON_DOWN : Icons.CHEVRON_UP).node(Icons.SMALL));
        fold.setName((is ? "Unfold" : "Fold") + " “Why did it stop?”");
    }

    private static Node line(EndFacts.Fact fact) {
        Node sign = switch (fact.kind()) {
            case MEMORY -> StateGlyph.FAILED.node();
            case CODE -> Icons.POWER.node();
            case TIME -> Icons.CLOCK.node();
        };
        Label title = new Label(fact.title());
        title.getStyleClass().add(StyleClasses.MEDIUM);
        Label detail = new Label(fact.detail());
        detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        HBox row = new HBox(8, sign, new VBox(1, title, detail));
        row.getStyleClass().add("why-fact");
        return row;
    }

    private static Node probes(List<EndFacts.Probe> all, String rhythm) {
        Label title = new Label("Last health probes");
        title.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM);
        Label every = new Label(rhythm);
        every.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        VBox box = new VBox(6, new HBox(title, gap, every));
        box.setId("why-stopped-probes");
        box.getStyleClass().add("why-probes");
        if (all.isEmpty()) {
            box.getChildren().add(muted("Not recorded"));
        }
        all.forEach(one -> box.getChildren().add(probe(one)));
        return box;
    }

    private static Node probe(EndFacts.Probe one) {
        Label time = muted(one.time());
        time.setMinWidth(USE_PREF_SIZE);
        Label passed = new Label(
                one.passed() ? "Passed" : "Failed", (one.passed() ? StateGlyph.DONE : StateGlyph.FAILED).node());
        passed.getStyleClass().add(StyleClasses.META);
        passed.setMinWidth(USE_PREF_SIZE);
        Label said = muted(one.said());
        said.setMinWidth(0);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Label took = muted(one.took());
        took.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(12, time, passed, said, took);
        row.getStyleClass().add("why-probe");
        return row;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return label;
    }

    private void say(Optional<Problem> shownProblem) {
        problem.getChildren()
                .setAll(shownProblem.stream()
                        .map(one -> new ProblemPane(ProblemPane.Form.BANNER, one))
                        .toList());
    }

    /// Everything as text.
    private String text() {
        StringBuilder text = new StringBuilder();
        model.container().ifPresent(line -> text.append(line.name()).append('\n'));
        shown.forEach(fact ->
                text.append(fact.title()).append(". ").append(fact.detail()).append(".\n"));
        model.endProperty().get().ifPresent(end -> {
            EndFacts.probes(end.record())
                    .ifPresent(all -> all.forEach(one -> text.append("Health probe ")
                            .append(String.join(" ", one.time(), one.passed() ? "passed" : "failed", one.took()))
                            .append(": ")
                            .append(one.said())
                            .append('\n')));
            text.append("Memory before the end: ").append(memory.words(end)).append('\n');
        });
        return text.toString();
    }
}
