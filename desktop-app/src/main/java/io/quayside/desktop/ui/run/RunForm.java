package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;

/// The fields, in their sections.
final class RunForm extends VBox {
    private final List<FormSection> sections;

    RunForm(RunViewModel model) {
        getStyleClass().add("run-form");
        List<FormSection> own = List.of(
                new ImageSection(model),
                new FieldsSection(
                        "Name",
                        "Optional",
                        model,
                        List.of(new FieldsSection.Field(RunFlag.NAME, "", "Leave empty for a generated name"))),
                new ValuesSection("Ports", "Computer → container", ValueParts.ports(), model),
                new ValuesSection("Environment", "Set here", ValueParts.environment(), model),
                new ValuesSection("Mounts", "Folders and volumes", ValueParts.mounts(), model),
                new ValuesSection(
                        "Network", "Name of each", ValueParts.whole(RunFlag.NETWORK, "network", "bridge"), model),
                new RestartSection(model),
                new FieldsSection(
                        "Resources",
                        "Limits",
                        model,
                        List.of(
                                new FieldsSection.Field(RunFlag.CPUS, "CPUs", "All"),
                                new FieldsSection.Field(RunFlag.MEMORY, "Memory", "No limit"))),
                new CommandSection(model));
        Set<RunFlag> elsewhere = new HashSet<>(Set.of(RunFlag.DETACH));
        own.forEach(section -> elsewhere.addAll(section.flags()));
        sections = Stream.concat(own.stream(), Stream.of(new MoreSection(model, Set.copyOf(elsewhere))))
                .toList();
        getChildren().setAll(sections);
        model.faultsProperty().subscribe(faults -> sections.forEach(section -> section.faults(faults)));
    }

    /// Shows what the model says.
    void load() {
        sections.forEach(FormSection::load);
    }

    void focusFirst() {
        sections.getFirst().focus();
    }

    /// Moves the focus to where it can be fixed.
    void focus(RunFault fault) {
        sections.stream().filter(section -> section.isAbout(fault)).findFirst().ifPresent(FormSection::focus);
    }
}
