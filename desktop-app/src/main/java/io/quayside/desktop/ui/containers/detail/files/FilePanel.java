package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.ToolToggle;
import io.quayside.desktop.ui.control.code.CodeField;
import io.quayside.desktop.ui.control.code.EditedLines;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.files.FileContent;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FilePaths;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The open file, beside the tree: text to edit, a picture, or bytes.
final class FilePanel extends BorderPane {
    private static final double WIDTH = 360;
    private static final double PICTURE = 328;

    private enum Shown {
        EDIT,
        IMAGE
    }

    private final FileEditor editor;
    private final ImageComparison comparison;
    private final Segments<Shown> shown = new Segments<>(
            "Show",
            List.of(
                    new Segments.Option<>(Shown.EDIT, "Edit"),
                    new Segments.Option<>(Shown.IMAGE, "Against the image")));
    private final DiffView diff = new DiffView();
    private final FilesViewModel model;
    private final FileMarkLabel mark = new FileMarkLabel();
    private final Label name = new Label();
    private final Label path = new Label();
    private final Label mode = new Label();
    private final Label form = new Label();
    private final Label unsaved = new Label();
    private final CodeField text = new CodeField("file-text", "Text of the file");
    private final ToolToggle wrap =
            new ToolToggle("", Icons.ENTER.node(Icons.SMALL), "Wrap long lines", text.wrapProperty());
    private final StackPane content = new StackPane();
    private final VBox problems = new VBox();
    private final HBox footer = new HBox(8);

    /// @param download copies the file at a path to this computer
    /// @param changeMode asks for other rights of it
    FilePanel(
            FilesViewModel model,
            FileEditor editor,
            ImageComparison comparison,
            Consumer<FileContent> download,
            Consumer<FileContent> changeMode) {
        this.editor = editor;
        this.comparison = comparison;
        this.model = model;
        setId("file-panel");
        getStyleClass().addAll(StyleClasses.PANEL, "file-panel");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        managedProperty().bind(visibleProperty());
        setTop(new VBox(head(download), facts(changeMode), form(), problems));
        setCenter(content);
        setBottom(footer());
        text.textProperty().bindBidirectional(editor.textProperty());
        text.textProperty().subscribe(ignored -> count());
        editor.fileProperty().subscribe(this::changed);
        editor.ownedProperty().subscribe(owned -> owned.ifPresent(this::rights));
        model.changesProperty().subscribe(ignored -> mark());
        shown.valueProperty().subscribe(ignored -> show(editor.fileProperty().get()));
        comparison.resultProperty().subscribe(result -> {
            diff.getItems().setAll(result.lines());
            if (diff.getParent() != null) {
                form.setText(result.words());
            }
        });
        editor.problemProperty()
                .subscribe(problem -> problems.getChildren()
                        .setAll(problem.map(it -> new ProblemPane(ProblemPane.Form.BANNER, it)).stream()
                                .toList()));
    }

    /// Takes all the room there is, instead of its own beside the tree.
    void cover() {
        setMinWidth(0);
        setPrefWidth(USE_COMPUTED_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        mark.setVisible(false);
        mark.setManaged(false);
    }

    private HBox head(Consumer<FileContent> download) {
        name.getStyleClass().add(StyleClasses.SECTION_TITLE);
        name.setMinWidth(0);
        mark.setId("file-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Gap gap = new Gap();
        IconButton save =
                new IconButton(Icons.PULL, Icons.SMALL, "Download this file", () -> opened().ifPresent(download));
        IconButton close = new IconButton(Icons.CLOSE, Icons.SMALL, "Close the file", this::close);
        close.setId("file-close");
        HBox head = new HBox(8, Icons.FILE.node(), name, mark, gap, save, close);
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        return head;
    }

    private GridPane facts(Consumer<FileContent> changeMode) {
        GridPane grid = new GridPane(12, 4);
        grid.getStyleClass().add("file-facts");
        ActionButton change = new ActionButton("Change…", () -> opened().ifPresent(changeMode))
                .small()
                .ghost();
        change.setAccessibleText("Change the rights");
        change.getStyleClass().add(StyleClasses.LINK);
        change.setMinWidth(Region.USE_PREF_SIZE);
        mode.setMinWidth(0);
        path.getStyleClass().add(StyleClasses.MONO);
        mode.getStyleClass().add(StyleClasses.MONO);
        path.setMinWidth(0);
        // Of its own width, so that in large text too the value gives way and not the button.
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(64);
        ColumnConstraints values = new ColumnConstraints();
        values.setMinWidth(0);
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        grid.addRow(0, muted("Path"), path);
        grid.addRow(1, muted("Mode"), new HBox(8, mode, change));
        return grid;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox form() {
        form.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        form.setId("file-form");
        form.setWrapText(true);
        shown.setId("file-shown");
        shown.managedProperty().bind(shown.visibleProperty());
        HBox.setHgrow(form, Priority.ALWAYS);
        form.setMaxWidth(Double.MAX_VALUE);
        form.setAlignment(Pos.CENTER_RIGHT);
        wrap.managedProperty().bind(wrap.visibleProperty());
        HBox bar = new HBox(8, shown, form, wrap);
        bar.getStyleClass().add("file-form");
        return bar;
    }

    private HBox footer() {
        unsaved.setId("file-unsaved");
        Region dot = new Region();
        dot.getStyleClass().add("unsaved-dot");
        unsaved.setGraphic(dot);
        HBox.setHgrow(unsaved, Priority.ALWAYS);
        unsaved.setMaxWidth(Double.MAX_VALUE);
        ActionButton discard = new ActionButton("Discard", editor::discard).small();
        discard.setId("file-discard");
        ActionButton save = new ActionButton("Save", editor::save).small().primary();
        save.setId("file-save");
        editor.savingProperty().subscribe(saving -> {
            save.setUnavailable(saving ? Optional.of("It is being saved.") : Optional.empty());
            count();
        });
        footer.getChildren().setAll(unsaved, discard, save);
        footer.getStyleClass().add(StyleClasses.FOOTER);
        footer.managedProperty().bind(footer.visibleProperty());
        return footer;
    }

    private Optional<FileContent> opened() {
        return editor.fileProperty().get().opened();
    }

    private void close() {
        if (!editor.close()) {
            text.requestFocus();
        }
    }

    /// A saved file stays as it is shown; another one is to be edited first.
    private void changed(OpenFile before, OpenFile now) {
        boolean same = before instanceof OpenFile.Text old
                && now instanceof OpenFile.Text next
                && old.content().path().equals(next.content().path());
        if (!same && shown.valueProperty().get() != Shown.EDIT) {
            shown.valueProperty().set(Shown.EDIT);
        }
        show(now);
    }

    private void show(OpenFile file) {
        setVisible(!(file instanceof OpenFile.None));
        shown.setVisible(file instanceof OpenFile.Text && !model.place().volume());
        wrap.setVisible(file instanceof OpenFile.Text && shown.valueProperty().get() == Shown.EDIT);
        opened().ifPresent(this::facts);
        mark();
        switch (file) {
            case OpenFile.None ignored -> content.getChildren().clear();
            case OpenFile.Reading(String reading) -> {
                name.setText(SafeText.line(FilePaths.name(reading)));
                path.setText(SafeText.line(model.place().shown(reading)));
                mode.setText("");
                form.setText("Reading…");
                content.getChildren().clear();
            }
            case OpenFile.Text open
            when shown.valueProperty().get() == Shown.IMAGE -> {
                content.getChildren().setAll(diff);
                comparison.show(open, editor.textProperty().get());
            }
            case OpenFile.Text open -> {
                text.setFileName(FilePaths.name(open.content().path()));
                text.setEditable(open.readOnly().isEmpty());
                form.setText(open.readOnly().isEmpty() ? open.form() : open.form() + ". " + open.readOnly());
                content.getChildren().setAll(text);
            }
            case OpenFile.Image(FileContent picture) -> {
                Image image = new Image(new ByteArrayInputStream(picture.bytes()));
                ImageView view = new ImageView(image);
                view.setPreserveRatio(true);
                view.setFitWidth(Math.min(PICTURE, Math.max(1, image.getWidth())));
                view.setAccessibleText("The picture in the file");
                form.setText("Picture, %.0f × %.0f".formatted(image.getWidth(), image.getHeight()));
                content.getChildren().setAll(new ScrollPane(view));
            }
            case OpenFile.Hex(FileContent bytes, String hex) -> {
                TextArea area = new TextArea(hex);
                area.setEditable(false);
                area.setId("file-hex");
                area.getStyleClass().add("file-text");
                area.setAccessibleText("Bytes of the file");
                boolean cut = bytes.entry().size() > OpenFile.MOST_HEX;
                form.setText(
                        cut
                                ? "Not text. The first " + Sizes.of(OpenFile.MOST_HEX) + " as bytes"
                                : "Not text. Its bytes");
                content.getChildren().setAll(area);
            }
        }
        count();
    }

    private void facts(FileContent file) {
        FileEntry entry = file.entry();
        name.setText(SafeText.line(entry.name()));
        path.setText(SafeText.line(model.place().shown(file.path())));
        rights(entry);
    }

    private void rights(FileEntry entry) {
        mode.setText((entry.modeText() + " " + model.ownerOf(entry)).strip());
    }

    /// A long text of a mount has no room beside the name, and the tree says it.
    private void mark() {
        FileMark now = opened().map(file -> model.markOf(file.path())).orElse(FileMark.NONE);
        mark.show(now.kind() == FileMark.Kind.MOUNT ? FileMark.NONE : now);
    }

    private void count() {
        EditedLines edited = editor.edited();
        text.setEdited(edited.lines());
        footer.setVisible(edited.count() > 0);
        unsaved.setText(
                editor.savingProperty().get()
                        ? "Saving…"
                        : edited.count() == 1 ? "1 line not saved" : edited.count() + " lines not saved");
    }
}
