package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.EnvFile;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The variables that are set here, from rows or from a file, and those that the image has by itself.
final class EnvironmentSection extends ValuesSection {
    private final OpenDialog open;
    private final ActionButton fromImage;
    private final VBox inherited = new VBox(8);
    private final List<VariableRow> inheritedRows = new ArrayList<>();
    private final Label told = new Label();

    EnvironmentSection(RunViewModel model, OpenDialog open) {
        super("Environment", "Set here", RunFlag.ENV, "variable", VariableRow::of, model);
        this.open = open;
        ActionButton load = link("Load .env file…", Icons.FILE, this::choose);
        load.setId("run-load-env");
        fromImage = link("", Icons.CHEVRON_RIGHT, () -> unfold(!inherited.isVisible()));
        fromImage.setId("run-from-image");
        fromImage.managedProperty().bind(fromImage.visibleProperty());
        actions().getChildren().addAll(load, fromImage);
        inherited.managedProperty().bind(inherited.visibleProperty());
        inherited.setId("run-inherited");
        told.setId("run-env-told");
        told.setWrapText(true);
        told.getStyleClass().add(StyleClasses.META);
        told.managedProperty().bind(told.visibleProperty());
        tell("", false);
        content().getChildren().addAll(told, inherited);
        unfold(false);
        model.inheritedProperty().subscribe(ignored -> showInherited());
        model.specProperty().subscribe(this::count);
    }

    private static String name(String variable) {
        return SpecChange.key(RunFlag.ENV, variable);
    }

    /// Those of the image that nothing here replaces.
    private List<String> inheritedBy(RunSpec spec) {
        Set<String> set =
                spec.values(RunFlag.ENV).stream().map(EnvironmentSection::name).collect(Collectors.toSet());
        return model().inheritedProperty().get().env().stream()
                .filter(variable -> !set.contains(name(variable)))
                .toList();
    }

    private void count(RunSpec spec) {
        int here = spec.values(RunFlag.ENV).size();
        int image = inheritedBy(spec).size();
        hint(image == 0 ? here == 0 ? "Set here" : here + " set here" : here + " set here, " + image + " from image");
        fromImage.setText(image + " from image");
        fromImage.setAccessibleText(
                image + " variables from the image, " + (inherited.isVisible() ? "shown" : "folded"));
        fromImage.setVisible(image > 0 || inherited.isVisible());
    }

    private void unfold(boolean is) {
        inherited.setVisible(is);
        fromImage.setGraphic((is ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).node(Icons.SMALL));
        showInherited();
    }

    private void showInherited() {
        List.copyOf(inheritedRows).forEach(this::adopt);
        inheritedRows.clear();
        inherited.getChildren().clear();
        if (inherited.isVisible()) {
            inheritedBy(model().specProperty().get()).forEach(variable -> {
                VariableRow row = VariableRow.inherited(variable, this::changed);
                // Not while somebody types into it.
                row.node().focusWithinProperty().subscribe((before, now) -> {
                    if (!now) {
                        adopt(row);
                    }
                });
                inheritedRows.add(row);
                inherited.getChildren().add(row.node());
            });
        }
        count(model().specProperty().get());
    }

    /// One that was changed is one of those that are set here.
    private void adopt(VariableRow row) {
        if (row.isTouched() && inheritedRows.remove(row)) {
            inherited.getChildren().remove(row.node());
            add(row.value());
        }
    }

    @Override
    List<VariableRow> others() {
        return inheritedRows;
    }

    @Override
    void showOthers() {
        unfold(true);
    }

    @Override
    void load() {
        inheritedRows.clear();
        super.load();
        showInherited();
    }

    private void choose() {
        open.ask(getScene().getWindow(), "Load variables from a file").ifPresent(this::load);
    }

    private void load(Path file) {
        String name = SafeText.line(String.valueOf(file.getFileName()));
        model().tasks()
                .readVariables(
                        file,
                        read -> {
                            model().load(read);
                            load();
                            tell(words(name, read), false);
                        },
                        why -> tell("Nothing was loaded from " + name + ". " + why, true));
    }

    private static String words(String name, EnvFile read) {
        int count = read.variables().size();
        String loaded = (count == 1 ? "1 variable" : count + " variables") + " loaded from " + name + ".";
        return read.without().isEmpty()
                ? loaded
                : loaded + " Left out, as they have no value there and none in the environment of Quayside: "
                        + SafeText.line(String.join(", ", read.without())) + ".";
    }

    private void tell(String words, boolean wrong) {
        told.setText(words);
        told.setVisible(!words.isEmpty());
        told.getStyleClass().removeAll(StyleClasses.TEXT_DANGER, StyleClasses.MUTED);
        told.getStyleClass().add(wrong ? StyleClasses.TEXT_DANGER : StyleClasses.MUTED);
    }
}
