package io.quayside.desktop.ui.compose.environment;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.compose.ProjectVariables;
import io.quayside.desktop.ui.compose.SourceView;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The variables of a project: each with its value, where it comes from, and the services that use it. FX thread.
public final class EnvironmentTab implements SourceView {
    private final ShellContext shell;
    private final EnvironmentViewModel model;
    private final BorderPane root = new BorderPane();
    private final Label told = new Label();
    private final VBox problem = new VBox();
    private final VBox rows = new VBox();
    private List<VariableRow> shown = List.of();
    private List<ProjectVariables.Variable> variables = List.of();
    /// Rows of each project in which something was typed, while others are shown.
    private final Map<ComposeSource, List<VariableRow>> edited = new LinkedHashMap<>();
    private Optional<ComposeSource> source = Optional.empty();

    public EnvironmentTab(ContainersParts parts, ShellContext shell, ComposeCalls compose) {
        this.shell = shell;
        model = new EnvironmentViewModel(parts, compose);
        root.setId("compose-environment");
        root.setMinSize(0, 0);
        root.getStylesheets()
                .add(Objects.requireNonNull(EnvironmentTab.class.getResource("compose-environment.css"))
                        .toExternalForm());
        told.setId("compose-environment-told");
        told.setWrapText(true);
        told.getStyleClass().addAll(StyleClasses.META, "environment-told");
        told.managedProperty().bind(told.visibleProperty());
        rows.setId("compose-environment-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Variables of the project");
        scroll.getStyleClass().add("environment-scroll");
        root.setTop(new VBox(problem, told, VariableRow.head()));
        root.setCenter(scroll);
        model.answerProperty().subscribe(this::fill);
        model.failureProperty()
                .subscribe(failure -> problem.getChildren()
                        .setAll(failure.map(it -> new ProblemPane(ProblemPane.Form.BANNER, it)).stream()
                                .toList()));
    }

    private void fill(EnvironmentViewModel.Answer answer) {
        told.setText(answer.told());
        told.setVisible(!answer.told().isEmpty());
        // What is being typed stays while nothing changed.
        if (!answer.variables().equals(variables)) {
            variables = answer.variables();
            List<VariableRow> next = new ArrayList<>();
            for (ProjectVariables.Variable variable : variables) {
                next.add(shown.stream()
                        .filter(row -> row.isEdited() && row.name().equals(variable.name()))
                        .findFirst()
                        .orElseGet(
                                () -> new VariableRow(variable, variable.file().isPresent(), shell::copy, model::set)));
            }
            shown = next;
            rows.getChildren().setAll(next);
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(ComposeSource files, Optional<String> project) {
        ComposeSource next = project.map(files::withName).orElse(files);
        if (source.filter(next::equals).isEmpty()) {
            keepEdited();
            // Rows of another project may have the same names.
            shown = List.of();
            variables = List.of();
            rows.getChildren().clear();
            source = Optional.of(next);
            shown = edited.getOrDefault(next, List.of());
        }
        model.show(next);
    }

    @Override
    public void enter() {
        model.enter();
    }

    @Override
    public void leave() {
        model.leave();
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    @Override
    public void focusMain() {
        root.requestFocus();
    }

    @Override
    public List<Unsaved> unsaved() {
        keepEdited();
        return edited.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(row -> new Unsaved(row.name(), entry.getKey())))
                .toList();
    }

    /// What is typed in the rows that are shown.
    private void keepEdited() {
        source.ifPresent(of -> {
            List<VariableRow> rest =
                    shown.stream().filter(VariableRow::isEdited).toList();
            if (rest.isEmpty()) {
                edited.remove(of);
            } else {
                edited.put(of, rest);
            }
        });
    }
}
