package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.engine.run.RunFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The fields, in their sections.
final class RunForm extends VBox {
    private final RunViewModel model;
    private final List<FormSection> sections;

    RunForm(RunViewModel model, OpenDialog open) {
        this.model = model;
        getStyleClass().add("run-form");
        List<FormSection> own = List.of(
                new ImageSection(model),
                new FieldsSection(
                        "Name",
                        "Optional",
                        model,
                        List.of(new FieldsSection.Field(RunFlag.NAME, "", "Leave empty for a generated name"))),
                new ValuesSection(
                        "Ports",
                        "Computer → container",
                        RunFlag.PUBLISH,
                        "port",
                        (value, changed, removed) -> PortRow.of(value, Inherited.port(model), changed, removed),
                        model),
                new EnvironmentSection(model, open),
                new ValuesSection(
                        "Mounts",
                        "Folders and volumes",
                        RunFlag.VOLUME,
                        "mount",
                        (value, changed, removed) -> MountRow.of(value, model::volumes, changed, removed),
                        model),
                new NetworkSection(model),
                new RestartSection(model),
                new ResourcesSection(model),
                new CommandSection(model));
        Set<RunFlag> elsewhere = new HashSet<>(Set.of(RunFlag.DETACH));
        own.forEach(section -> elsewhere.addAll(section.flags()));
        sections = Stream.concat(own.stream(), Stream.of(new MoreSection(model, Set.copyOf(elsewhere))))
                .toList();
        getChildren().setAll(sections);
        sections.forEach(section -> section.onFix(fix -> {
            model.fix(fix);
            reload();
        }));
        model.specProperty().subscribe(ignored -> follow());
        model.editProperty().subscribe(ignored -> follow());
        model.faultsProperty().subscribe(faults -> sections.forEach(section -> section.faults(faults)));
    }

    /// Puts something below the other options.
    void addToMore(Node node) {
        sections.getLast().content().getChildren().add(node);
    }

    /// Shows what the model says.
    void load() {
        sections.forEach(FormSection::load);
        sections.forEach(section -> section.arrange(model.specProperty().get()));
    }

    /// Shows what the model says after something was taken back.
    void reload() {
        sections.forEach(FormSection::load);
    }

    private void follow() {
        List<SpecChange> changes = model.changes();
        sections.forEach(section -> {
            section.summarize(model.specProperty().get());
            section.changes(changes, one -> {
                model.undo(one);
                reload();
            });
        });
    }

    void focusFirst() {
        sections.getFirst().focus();
    }

    /// The name of the part of the form that a fault is about.
    String name(RunFault fault) {
        return sections.stream()
                .filter(section -> section.isAbout(fault))
                .findFirst()
                .map(section -> section.name().toLowerCase(Locale.ROOT))
                .orElse("options");
    }

    /// Moves the focus to where it can be fixed.
    void focus(RunFault fault) {
        sections.stream()
                .filter(section -> section.isAbout(fault))
                .findFirst()
                .ifPresent(section -> section.focus(fault));
    }
}
