package io.quayside.desktop.ui.builds.form;

import atlantafx.base.controls.CustomTextField;
import io.quayside.desktop.ui.builds.form.BuildFault.Part;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The folder with what would be sent of it, and the Dockerfile in it. FX thread.
final class FolderFields {
    private final BuildFormViewModel model;
    private final BuildDialogs dialogs;
    private final CustomTextField folder = new CustomTextField();
    private final Label size = new Label();
    private final FlowPane hint = new FlowPane(8, 2);
    private final ComboBox<String> file = new ComboBox<>();
    private final BuildSection folderSection;
    private final BuildSection fileSection;
    private boolean loading;

    FolderFields(BuildFormViewModel model, BuildDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        BuildSection.dress(folder, "build-folder", "/folder", "Folder to build");
        folder.setLeft(Icons.FILES.node(Icons.SMALL));
        size.setId("build-context");
        size.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        size.setMinWidth(Region.USE_PREF_SIZE);
        folder.textProperty().subscribe((before, now) -> {
            if (!loading) {
                model.folder(now);
            }
        });
        ActionButton choose = new ActionButton("Choose…", this::chooseFolder);
        choose.setId("build-choose-folder");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setAccessibleText("Choose the folder");
        hint.setId("build-hint");
        hint.managedProperty().bind(hint.visibleProperty());
        HBox folderLine = new HBox(8, folder, size, choose);
        folderLine.setAlignment(Pos.CENTER_LEFT);
        folderSection = new BuildSection(
                "Context", "Folder that is sent", Set.of(Part.FOLDER), folder::requestFocus, folderLine, hint);
        file.setId("build-dockerfile");
        file.setEditable(true);
        file.setMaxWidth(Double.MAX_VALUE);
        file.setAccessibleText("Dockerfile");
        file.getEditor().getStyleClass().add(StyleClasses.MONO);
        file.getEditor().textProperty().subscribe((before, now) -> {
            if (!loading) {
                model.dockerfile(now.strip());
            }
        });
        HBox.setHgrow(file, Priority.ALWAYS);
        ActionButton chooseFile = new ActionButton("Choose…", this::chooseFile);
        chooseFile.setId("build-choose-dockerfile");
        chooseFile.setMinWidth(Region.USE_PREF_SIZE);
        chooseFile.setAccessibleText("Choose the Dockerfile");
        HBox fileLine = new HBox(8, file, chooseFile);
        fileLine.setAlignment(Pos.CENTER_LEFT);
        fileSection =
                new BuildSection("Dockerfile", "In that folder", Set.of(Part.DOCKERFILE), file::requestFocus, fileLine);
        model.contextProperty().subscribe(this::show);
        model.foundProperty().subscribe(found -> offer(found.orElse(List.of())));
        model.draftProperty().subscribe(this::load);
    }

    BuildSection folderSection() {
        return folderSection;
    }

    BuildSection fileSection() {
        return fileSection;
    }

    void load(BuildDraft draft) {
        loading = true;
        if (!folder.getText().equals(draft.folder())) {
            folder.setText(draft.folder());
        }
        if (!file.getEditor().getText().strip().equals(draft.dockerfile())) {
            file.getEditor().setText(draft.dockerfile());
        }
        loading = false;
    }

    private void offer(List<String> found) {
        loading = true;
        String typed = file.getEditor().getText();
        file.getItems().setAll(found);
        file.getEditor().setText(typed);
        file.setPromptText(found.isEmpty() ? "Dockerfile" : found.getFirst());
        loading = false;
    }

    private void show(ContextLook now) {
        size.setText(now.words());
        Optional<ContextLook.Hint> found = now.hint();
        hint.setVisible(found.isPresent());
        hint.getChildren().clear();
        found.ifPresent(one -> {
            Label words = new Label(one.words(), Icons.WARNING.node(Icons.SMALL));
            words.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_WARNING);
            words.setWrapText(true);
            hint.getChildren().add(words);
            if (one.line().isPresent()) {
                ActionButton ignore = new ActionButton("Add to .dockerignore", () -> model.ignore(one))
                        .ghost()
                        .small();
                ignore.setId("build-ignore");
                ignore.setAccessibleText("Add " + one.name() + " to .dockerignore");
                ignore.getStyleClass().addAll(StyleClasses.LINK, "add");
                hint.getChildren().add(ignore);
            }
        });
    }

    private void chooseFolder() {
        dialogs.folder()
                .ask(folder.getScene().getWindow(), "Folder to build", FolderLook.path(folder.getText()))
                .ifPresent(chosen -> model.chosen(chosen, ""));
    }

    private void chooseFile() {
        dialogs.file().ask(file.getScene().getWindow(), "Dockerfile").ifPresent(model::chosenFile);
    }

    void mark(List<BuildFault> all) {
        // Nobody has to be told in red that an empty form is empty.
        boolean typed = !folder.getText().isBlank();
        folder.pseudoClassStateChanged(
                BuildSection.ERROR, typed && all.stream().anyMatch(one -> one.part() == Part.FOLDER));
        file.pseudoClassStateChanged(BuildSection.ERROR, all.stream().anyMatch(one -> one.part() == Part.DOCKERFILE));
    }
}
