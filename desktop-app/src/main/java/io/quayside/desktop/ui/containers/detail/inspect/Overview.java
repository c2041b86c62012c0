package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Three cards of facts at the left, environment and labels at the right.
public final class Overview extends ScrollPane {
    private static final double FACTS = 348;
    private static final int LONGEST = 400;
    /// Three lines of a card; the whole text is in the tooltip and copied.
    private static final int LONGEST_FACT = 120;

    private final Consumer<String> copy;
    private final Consumer<String> openImage;
    private final VBox facts = new VBox(12);
    private final EnvironmentCard environment;
    private final VBox right = new VBox(12);

    public Overview(Consumer<String> copy) {
        this(copy, image -> {});
    }

    /// @param openImage goes to the page of an image
    public Overview(Consumer<String> copy, Consumer<String> openImage) {
        this.copy = copy;
        this.openImage = openImage;
        this.environment = new EnvironmentCard(copy);
        setId("inspect-overview");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        facts.setMinWidth(FACTS);
        facts.setPrefWidth(FACTS);
        facts.setMaxWidth(FACTS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        HBox columns = new HBox(12, facts, right);
        columns.setPadding(new Insets(12));
        setContent(columns);
    }

    /// Shows these.
    public void show(InspectFacts now) {
        facts.getChildren()
                .setAll(now.cards().entrySet().stream()
                        .map(entry -> card(entry.getKey(), entry.getValue()))
                        .toList());
        environment.show(now.environment());
        right.getChildren().setAll(environment, labels(now.labels()));
    }

    private VBox card(String title, List<InspectFacts.Fact> lines) {
        Label heading = new Label(title);
        heading.getStyleClass().add(StyleClasses.STRONG);
        GridPane grid = new GridPane(8, 6);
        ColumnConstraints names = new ColumnConstraints(112);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (InspectFacts.Fact fact : lines) {
            Label name = new Label(fact.name());
            name.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            GridPane.setValignment(name, VPos.TOP);
            Labeled value = fact.opens().isEmpty() ? new Label() : link(fact);
            value.setText(SafeText.output(fact.value().isBlank() ? "None" : fact.value(), LONGEST_FACT));
            value.setWrapText(true);
            value.getStyleClass().add(fact.mono() ? StyleClasses.MONO_CAPTION : StyleClasses.META);
            grid.addRow(row++, name, fact.copy().isEmpty() ? value : copied(fact, value));
        }
        VBox card = new VBox(8, heading, grid);
        card.getStyleClass().add(StyleClasses.CARD);
        return card;
    }

    private Hyperlink link(InspectFacts.Fact fact) {
        Hyperlink link = new Hyperlink();
        link.setOnAction(event -> {
            link.setVisited(false);
            openImage.accept(fact.opens());
        });
        link.setAccessibleText("Open the image " + SafeText.line(fact.value()));
        return link;
    }

    private Region copied(InspectFacts.Fact fact, Labeled value) {
        IconButton button = new IconButton(Icons.COPY, 12, "Copy " + fact.name(), () -> copy.accept(fact.copy()));
        button.getStyleClass().add("tiny");
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(Double.MAX_VALUE);
        Tip.on(value, SafeText.output(fact.copy(), LONGEST * 4));
        HBox line = new HBox(4, value, button);
        line.getStyleClass().add("copied");
        return line;
    }

    private VBox labels(Map<String, String> labels) {
        Label title = new Label("Labels");
        title.getStyleClass().add(StyleClasses.STRONG);
        long compose = labels.keySet().stream()
                .filter(name -> name.startsWith("com.docker.compose."))
                .count();
        Label count = new Label(
                labels.isEmpty() ? "None" : labels.size() + (compose == 0 ? "" : ", " + compose + " set by Compose"));
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        HBox head = new HBox(8, title, count, gap);
        head.getStyleClass().add("card-head");
        if (!labels.isEmpty()) {
            head.getChildren()
                    .add(new IconButton(
                            Icons.COPY,
                            "Copy all labels",
                            () -> copy.accept(labels.entrySet().stream()
                                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                                    .collect(Collectors.joining("\n")))));
        }
        GridPane grid = new GridPane(12, 6);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(52);
        grid.getColumnConstraints().add(half);
        int row = 0;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            Label name = new Label(SafeText.line(label.getKey()));
            name.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
            Label value = new Label(SafeText.line(label.getValue()));
            value.getStyleClass().add(StyleClasses.MONO_CAPTION);
            Tip.on(value, SafeText.output(label.getValue(), LONGEST));
            grid.addRow(row++, name, value);
        }
        VBox card = new VBox(8, head, grid);
        card.getStyleClass().add(StyleClasses.CARD);
        return card;
    }

    /// "Copy as .env", for the keyboard.
    ActionButton copyButton() {
        return environment.copyButton();
    }
}
