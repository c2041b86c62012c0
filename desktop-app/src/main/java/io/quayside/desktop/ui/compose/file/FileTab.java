package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.ui.compose.SourceView;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.KeyChord;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.code.EditedLines;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The files of a project. FX thread.
public final class FileTab implements SourceView {
    private enum Shown {
        EDIT,
        RESOLVED,
        CHANGES
    }

    private final ShellContext shell;
    private final FileViewModel model;
    private final DiskStrip strip;
    private final EditorPane editor;
    private final ResolvedPane resolved;
    private final ChangesPane changes;
    private final Segments<Shown> shown = new Segments<>(
            "Show",
            List.of(
                    new Segments.Option<>(Shown.EDIT, "Edit"),
                    new Segments.Option<>(Shown.RESOLVED, "Resolved"),
                    new Segments.Option<>(Shown.CHANGES, "Changed since last up")));
    private final BorderPane root = new BorderPane();
    private final Label told = new Label();
    private final Label unsaved = new Label();
    private final ActionButton discard;
    private final ActionButton save;
    private boolean entered;

    public FileTab(ContainersParts parts, ShellContext shell, ComposeCalls compose) {
        this.shell = shell;
        model = new FileViewModel(parts, compose);
        strip = new DiskStrip(model);
        editor = new EditorPane(model);
        resolved = new ResolvedPane(parts.fx(), compose);
        changes = new ChangesPane(parts, compose);
        discard = new ActionButton("Discard", model::discard).small();
        save = new ActionButton("Save", model::save).small().primary();
        root.setId("compose-file");
        root.setMinSize(0, 0);
        root.getStyleClass().add("compose-file");
        root.getStylesheets()
                .add(Objects.requireNonNull(FileTab.class.getResource("compose-file.css"))
                        .toExternalForm());
        root.setTop(new VBox(bar(), strip));
        root.setCenter(editor);
        shown.valueProperty().subscribe((before, now) -> turn());
        model.onWritten(this::turn);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
                event.consume();
                save.fire();
            }
        });
        model.textProperty().subscribe(ignored -> count());
        model.savedProperty().subscribe(ignored -> count());
        model.diskProperty().subscribe(ignored -> count());
        model.diskProperty().subscribe(this::announce);
    }

    private void announce(FileViewModel.Disk disk) {
        switch (disk) {
            case FileViewModel.Disk.Reloaded ignored -> say("was changed by another program and is shown anew");
            case FileViewModel.Disk.Changed ignored -> say("was changed by another program while you edited it");
            case FileViewModel.Disk.Gone ignored -> say("is gone");
            case FileViewModel.Disk.Same ignored -> {}
            case FileViewModel.Disk.Unreadable ignored -> {}
        }
    }

    private void say(String what) {
        model.currentProperty()
                .get()
                .ifPresent(file ->
                        shell.announcer().announce(SafeText.line(String.valueOf(file.getFileName())) + " " + what));
    }

    private VBox bar() {
        shown.setId("compose-file-shown");
        told.setId("compose-file-told");
        told.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        told.textProperty().bind(model.problems().toldProperty());
        told.setMinWidth(0);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        unsaved.setId("compose-file-unsaved");
        unsaved.setMinWidth(0);
        Region dot = new Region();
        dot.getStyleClass().add("unsaved-dot");
        unsaved.setGraphic(dot);
        unsaved.managedProperty().bind(unsaved.visibleProperty());
        discard.setId("compose-file-discard");
        save.setId("compose-file-save");
        save.setHint(
                KeyChord.parse("Mod+S").map(key -> "Save, " + key.display()).orElse("Save"));
        ActionButton check = new ActionButton("Check", model.problems()::ask).small();
        check.setId("compose-file-check");
        check.setAccessibleText("Check with Docker Compose");
        check.setHint("Has Docker Compose read the files as they are saved");
        for (ActionButton button : new ActionButton[] {check, discard, save}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Gap gap = new Gap();
        HBox which = new HBox(8, new FileChoice(model), gap, unsaved, check, discard, save);
        shown.setMinWidth(Region.USE_PREF_SIZE);
        HBox what = new HBox(12, shown, told);
        for (HBox row : new HBox[] {which, what}) {
            row.setAlignment(Pos.CENTER_LEFT);
        }
        // Two rows, since beside the steps of an Up there is no room for one.
        VBox bar = new VBox(8, which, what);
        bar.getStyleClass().add("file-bar");
        return bar;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(ComposeSource source, Optional<String> project) {
        model.show(project.map(source::withName).orElse(source));
        if (entered) {
            turn();
        }
    }

    @Override
    public void enter() {
        entered = true;
        model.enter();
        turn();
    }

    /// What is chosen to be seen, as the files are saved now.
    private void turn() {
        Shown what = shown.valueProperty().get();
        root.setCenter(
                switch (what) {
                    case EDIT -> editor;
                    case RESOLVED -> resolved;
                    case CHANGES -> changes;
                });
        resolved.stop();
        changes.stop();
        model.source().filter(ignored -> entered).ifPresent(source -> {
            if (what == Shown.RESOLVED) {
                resolved.show(source);
            } else if (what == Shown.CHANGES) {
                changes.show(source);
            }
        });
    }

    @Override
    public void leave() {
        entered = false;
        resolved.stop();
        changes.stop();
        model.leave();
    }

    @Override
    public boolean settled() {
        return model.settled() && resolved.settled() && changes.settled();
    }

    @Override
    public List<Unsaved> unsaved() {
        return model.unsaved().entrySet().stream()
                .map(entry -> new Unsaved(String.valueOf(entry.getKey().getFileName()), entry.getValue()))
                .toList();
    }

    /// @param action asks where the project's file is now, when it isn't where it was
    public void onLocate(Runnable action) {
        strip.onLocate(action);
    }

    /// @param action brings the project up
    public void onApply(Runnable action) {
        changes.onApply(action);
    }

    @Override
    public void focusMain() {
        editor.text().requestFocus();
    }

    private void count() {
        EditedLines edited = model.savedProperty()
                .get()
                .map(file ->
                        EditedLines.between(file.text(), model.textProperty().get()))
                .orElse(EditedLines.none());
        boolean gone = model.diskProperty().get() instanceof FileViewModel.Disk.Gone
                && model.savedProperty().get().isPresent();
        boolean changed = model.diskProperty().get() instanceof FileViewModel.Disk.Changed;
        int count = edited.count();
        unsaved.setText(count == 1 ? "1 line not saved" : count + " lines not saved");
        unsaved.setVisible(count > 0);
        Optional<String> nothing = count > 0 ? Optional.empty() : Optional.of("Nothing was changed");
        discard.setUnavailable(nothing);
        save.setUnavailable(
                changed
                        ? Optional.of("Choose between your text and the other one first")
                        : gone ? Optional.empty() : nothing);
    }
}
