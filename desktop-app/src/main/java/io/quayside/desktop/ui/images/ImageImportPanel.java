package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.desktop.ui.images.row.ImageName;
import io.quayside.desktop.ui.images.transfer.Platform;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.ImportSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks what an image that is made of an archive of files is to be called, and what its containers run.
final class ImageImportPanel extends VBox {
    private static final double WIDTH = 480;

    /// What engines apply to an image without building it.
    private static final Set<String> CHANGES = Set.of(
            "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "ONBUILD", "USER", "VOLUME", "WORKDIR");

    private final TextField name = new TextField();
    private final ComboBox<Platform> platform = new ComboBox<>();
    private final TextArea changes = new TextArea();
    private final Label fault = new Label();
    private final ActionButton act;

    /// @param file the archive's name, for the title
    /// @param ownPlatform the engine's architecture, or empty while it isn't known
    ImageImportPanel(String file, String ownPlatform, Consumer<ImportSpec> onImport, Runnable onCancel) {
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label("Import " + file);
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Label why = new Label("The image gets one layer with the files of the archive, and no history. An archive that "
                + "was saved as an image is loaded instead.");
        why.setWrapText(true);
        name.setId("import-name");
        name.setAccessibleText("Image name");
        name.setPromptText("name:tag, or nothing");
        HBox.setHgrow(name, Priority.ALWAYS);
        platform.setId("import-platform");
        platform.setAccessibleText("Platform");
        platform.setPrefWidth(120);
        platform.getItems().setAll(Platform.all(ownPlatform));
        platform.setValue(platform.getItems().getFirst());
        changes.setId("import-changes");
        changes.setAccessibleText("What containers of it run, one instruction of a Dockerfile on each line");
        changes.setPromptText("CMD [\"sh\"]\nENV PATH=/bin");
        changes.setPrefRowCount(4);
        changes.getStyleClass().add(StyleClasses.MONO);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        act = new ActionButton("Import", () -> onImport.accept(spec())).primary();
        HBox buttons = new HBox(8, new ActionButton("Cancel", onCancel), act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Label called = new Label("Its name, and the machines that it is for");
        called.getStyleClass().add(StyleClasses.META);
        Label what = new Label("What its containers run, as in a Dockerfile (optional)");
        what.getStyleClass().add(StyleClasses.META);
        getChildren().addAll(title, why, called, new HBox(8, name, platform), what, changes, fault, buttons);
        name.textProperty().subscribe((before, now) -> check());
        changes.textProperty().subscribe((before, now) -> check());
        name.setOnAction(event -> act.fire());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                event.consume();
                act.fire();
            }
        });
        check();
    }

    /// Puts the focus where it starts.
    void focusName() {
        name.requestFocus();
    }

    private ImportSpec spec() {
        ImageName typed = ImageName.tagged(TypedName.complete(name.getText().strip()));
        return new ImportSpec(
                typed.repository(), typed.tag(), "", platform.getValue().name(), lines());
    }

    private List<String> lines() {
        return changes.getText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void check() {
        Optional<String> wrong = wrong();
        fault.setText(wrong.orElse(""));
        act.setUnavailable(wrong);
    }

    private Optional<String> wrong() {
        String typed = name.getText().strip();
        if (typed.contains("@")) {
            return Optional.of("An image is named by a tag. Its digest follows from what is in it.");
        }
        return TypedName.fault(typed).or(this::wrongChange);
    }

    private Optional<String> wrongChange() {
        List<String> all = new ArrayList<>(changes.getText().lines().toList());
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i).strip();
            String word = line.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
            if (!line.isEmpty() && !CHANGES.contains(word)) {
                return Optional.of("Line " + (i + 1) + ": an import takes CMD, ENTRYPOINT, ENV, EXPOSE, HEALTHCHECK, "
                        + "LABEL, ONBUILD, USER, VOLUME and WORKDIR.");
            }
            if (!line.isEmpty() && line.length() == word.length()) {
                return Optional.of("Line " + (i + 1) + ": something has to stand behind " + word + ".");
            }
        }
        return Optional.empty();
    }
}
