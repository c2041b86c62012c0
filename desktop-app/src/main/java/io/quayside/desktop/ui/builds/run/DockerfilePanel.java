package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.code.CodeField;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Dockerfile, to be changed and saved. What somebody else wrote meanwhile isn't overwritten unasked. FX thread.
final class DockerfilePanel extends VBox {
    private static final int MOST = 1 << 20;

    private final ContainersParts parts;
    private final Path file;
    private final OptionalInt line;
    private final CodeField text = new CodeField("dockerfile-text", "Text of the Dockerfile");
    private final Label told = new Label();
    private final ActionButton save = new ActionButton("Save", () -> save(false)).primary();
    private final ActionButton overwrite = new ActionButton("Overwrite", () -> save(true)).danger();
    private final Runnable close;
    private Optional<String> read = Optional.empty();

    /// What the disk answered.
    private record Answer(Optional<String> text, String why) {}

    /// @param line where it is opened
    DockerfilePanel(ContainersParts parts, Path file, OptionalInt line, Runnable close) {
        super(10);
        this.parts = parts;
        this.file = file;
        this.line = line;
        this.close = close;
        getStyleClass().add(StyleClasses.CONFIRM);
        setId("dockerfile-panel");
        setPrefSize(760, 520);
        setMaxSize(760, 520);
        Label title = new Label(SafeText.line(Folders.shown(file)));
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        text.setFileName("Dockerfile");
        text.setEditable(false);
        VBox.setVgrow(text, Priority.ALWAYS);
        told.setId("dockerfile-told");
        told.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        told.setWrapText(true);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        save.setId("dockerfile-save");
        save.setHint("Save, Ctrl+S");
        overwrite.setVisible(false);
        overwrite.managedProperty().bind(overwrite.visibleProperty());
        for (ActionButton button : new ActionButton[] {overwrite, save}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        ActionButton cancel = new ActionButton("Close", close);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        HBox buttons = new HBox(8, told, cancel, overwrite, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(title, text, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
                event.consume();
                save.fire();
            }
        });
        parts.tasks()
                .task("Reading " + SafeText.line(String.valueOf(file.getFileName())))
                .brief()
                .start(context -> read(file), this::show);
    }

    private static Answer read(Path file) {
        try {
            if (Files.size(file) > MOST) {
                return new Answer(Optional.empty(), "It is larger than a megabyte, and isn’t edited here.");
            }
            return new Answer(Optional.of(Files.readString(file, StandardCharsets.UTF_8)), "");
        } catch (CharacterCodingException e) {
            return new Answer(Optional.empty(), "It isn’t text in UTF-8, and isn’t edited here.");
        } catch (IOException e) {
            return new Answer(Optional.empty(), "It can’t be read: " + SafeText.line(String.valueOf(e.getMessage())));
        }
    }

    private void show(Answer answer) {
        told.setText(answer.why());
        read = answer.text();
        save.setUnavailable(read.isPresent() ? Optional.empty() : Optional.of("It wasn’t read"));
        read.ifPresent(before -> {
            text.setEditable(true);
            text.textProperty().set(before.replace("\r\n", "\n"));
            line.ifPresent(number -> {
                text.setFailed(OptionalInt.of(number - 1));
                text.goTo(number - 1);
            });
            text.requestFocus();
        });
    }

    private void save(boolean anyway) {
        if (read.isEmpty()) {
            return;
        }
        String before = read.get();
        String typed = text.textProperty().get();
        String now = before.contains("\r\n") ? typed.replace("\n", "\r\n") : typed;
        String name = SafeText.line(String.valueOf(file.getFileName()));
        parts.tasks()
                .task("Saving " + name)
                .doneTitle("Saved " + name)
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("save", name)))
                .onFailure(problem -> told.setText(problem.title() + " " + problem.why()))
                .start(
                        context -> {
                            boolean same = anyway
                                    || Files.readString(file, StandardCharsets.UTF_8)
                                            .equals(before);
                            if (same) {
                                // In place: the file keeps its owner, its rights and its links.
                                Files.writeString(file, now, StandardCharsets.UTF_8);
                            }
                            return same;
                        },
                        written -> {
                            if (written) {
                                close.run();
                            } else {
                                told.setText("The file was changed by another program meanwhile.");
                                overwrite.setVisible(true);
                            }
                        });
    }
}
