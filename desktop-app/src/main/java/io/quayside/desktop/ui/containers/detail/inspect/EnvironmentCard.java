package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The environment as a table; values that look like secrets are dots until asked for. Copying gives the real ones.
final class EnvironmentCard extends VBox {
    private static final int DOTS = 12;
    private static final int LONGEST = 400;

    private final Consumer<String> copy;
    private final Label count = new Label();
    private final ActionButton reveal = new ActionButton("Show secrets", Icons.SHOW, this::revealAll)
            .small()
            .ghost();
    private final ActionButton copyAll =
            new ActionButton("Copy as .env", Icons.COPY, this::copyAll).small().ghost();
    private final GridPane grid = new GridPane();
    private final Set<String> revealed = new HashSet<>();
    private List<Variable> variables = List.of();
    private boolean all;

    EnvironmentCard(Consumer<String> copy) {
        this.copy = copy;
        setId("inspect-environment");
        getStyleClass().addAll(StyleClasses.CARD, "environment");
        Label title = new Label("Environment");
        title.getStyleClass().add(StyleClasses.STRONG);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        HBox head = new HBox(8, title, count, gap, reveal, copyAll);
        head.getStyleClass().add("card-head");
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(30);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setMinWidth(0);
        ColumnConstraints from = new ColumnConstraints(84);
        ColumnConstraints buttons = new ColumnConstraints(64);
        grid.getColumnConstraints().addAll(name, value, from, buttons);
        grid.getStyleClass().add("environment-grid");
        getChildren().addAll(head, grid);
        paint();
    }

    /// Shows another environment. What was revealed stays so while the container is the same.
    void show(List<Variable> next) {
        if (!next.equals(variables)) {
            if (!names(next).equals(names(variables))) {
                revealed.clear();
                all = false;
            }
            variables = next;
            paint();
        }
    }

    private static List<String> names(List<Variable> list) {
        return list.stream().map(Variable::name).toList();
    }

    ActionButton copyButton() {
        return copyAll;
    }

    private void paint() {
        long secrets = variables.stream().filter(Variable::looksSecret).count();
        String words = secrets == 1 ? ", 1 looks like a secret" : ", " + secrets + " look like secrets";
        count.setText(variables.isEmpty() ? "None" : variables.size() + (secrets == 0 ? "" : words));
        reveal.setVisible(secrets > 0);
        reveal.setManaged(secrets > 0);
        reveal.setText(all ? "Hide secrets" : "Show secrets");
        reveal.setGraphic((all ? Icons.HIDE : Icons.SHOW).node(Icons.SMALL));
        copyAll.setVisible(!variables.isEmpty());
        grid.getChildren().clear();
        if (!variables.isEmpty()) {
            grid.addRow(0, heading("Name"), heading("Value"), heading("From"));
        }
        int row = 1;
        for (Variable variable : variables) {
            line(row++, variable);
        }
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "cell");
        return label;
    }

    private void line(int row, Variable variable) {
        boolean masked = variable.looksSecret() && !all && !revealed.contains(variable.name());
        String name = SafeText.line(variable.name());
        Label nameLabel = new Label(name);
        nameLabel.getStyleClass().addAll(StyleClasses.MONO_CAPTION, "cell");
        Label value = new Label(masked ? "•".repeat(DOTS) : SafeText.output(variable.value(), LONGEST));
        value.getStyleClass().addAll(StyleClasses.MONO_CAPTION, "cell");
        value.setAccessibleText(masked ? "Hidden value of " + name : value.getText());
        if (!masked) {
            Tip.on(value, SafeText.output(variable.value(), LONGEST * 4));
        }
        Label from = new Label(variable.from().word());
        from.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "cell");
        if (variable.from() == Variable.Origin.IMAGE) {
            value.getStyleClass().add(StyleClasses.MUTED);
        }
        HBox buttons = new HBox(2);
        buttons.getStyleClass().add("buttons");
        if (variable.looksSecret() && !all) {
            buttons.getChildren()
                    .add(new IconButton(
                            masked ? Icons.SHOW : Icons.HIDE,
                            (masked ? "Show " : "Hide ") + name,
                            () -> toggle(variable)));
        }
        buttons.getChildren().add(new IconButton(Icons.COPY, "Copy " + name, () -> copy.accept(variable.value())));
        grid.addRow(row, nameLabel, value, from, buttons);
        for (Node node : List.of(nameLabel, value, from)) {
            GridPane.setHgrow(node, Priority.ALWAYS);
            ((Region) node).setMaxWidth(Double.MAX_VALUE);
        }
    }

    private void toggle(Variable variable) {
        if (!revealed.remove(variable.name())) {
            revealed.add(variable.name());
        }
        paint();
    }

    private void revealAll() {
        all = !all;
        revealed.clear();
        paint();
    }

    private void copyAll() {
        copy.accept(variables.stream().map(Variable::asLine).collect(Collectors.joining("\n")));
    }
}
