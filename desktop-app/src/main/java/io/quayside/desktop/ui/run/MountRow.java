package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;

/// A mount: a folder or a volume, where it is in the container, and whether it can be written to. FX thread.
final class MountRow implements ValueEditor {
    private static final String FOLDER = "Folder";
    private static final String VOLUME = "Volume";
    private static final String WRITE = "Read/write";
    private static final String READ = "Read only";

    private final Supplier<List<String>> volumes;
    private final ComboBox<String> kind = new ComboBox<>();
    private final ComboBox<String> source = new ComboBox<>();
    private final TextField target = new TextField();
    private final ComboBox<String> access = new ComboBox<>();
    private final IconButton choose = new IconButton(Icons.FILES, "Choose a folder…", this::choose);
    private final HBox row;
    private final String original;
    private final List<String> others;
    private boolean touched;

    private MountRow(
            String value, MountValue text, Supplier<List<String>> volumes, Runnable changed, Runnable removed) {
        this.volumes = volumes;
        original = value;
        others = text.others();
        kind.getItems().setAll(FOLDER, VOLUME);
        kind.setValue(value.isEmpty() || text.isFolder() ? FOLDER : VOLUME);
        kind.setAccessibleText("Kind of the mount");
        kind.setMinWidth(84);
        source.setEditable(true);
        source.setValue(text.source());
        source.getEditor().setText(text.source()); // before it is shown, too
        source.setAccessibleText("Folder or volume of the mount");
        source.getEditor().getStyleClass().add(StyleClasses.MONO);
        source.setMaxWidth(Double.MAX_VALUE);
        source.setPrefWidth(96);
        source.setMinWidth(64);
        HBox.setHgrow(source, Priority.ALWAYS);
        target.setText(text.target());
        target.setPromptText("/path");
        target.setAccessibleText("Path of the mount in the container");
        target.getStyleClass().add(StyleClasses.MONO);
        target.setPrefWidth(76);
        target.setMinWidth(48);
        HBox.setHgrow(target, Priority.ALWAYS);
        access.getItems().setAll(WRITE, READ);
        access.setValue(text.readOnly() ? READ : WRITE);
        access.setAccessibleText("Access of the mount");
        access.setMinWidth(84);
        Label arrow = new Label("→");
        arrow.getStyleClass().add(StyleClasses.MUTED);
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        choose.managedProperty().bind(choose.visibleProperty());
        row = new HBox(
                8,
                kind,
                source,
                choose,
                arrow,
                target,
                access,
                new IconButton(Icons.CLOSE, "Remove this mount", removed));
        row.setAlignment(Pos.CENTER_LEFT);
        kind.valueProperty().subscribe(this::fit);
        source.setOnShowing(event -> fillSources());
        source.getEditor().textProperty().subscribe((before, now) -> touch(changed));
        target.textProperty().subscribe((before, now) -> touch(changed));
        access.valueProperty().subscribe((before, now) -> touch(changed));
    }

    /// In one field where the parts can't say it.
    static ValueEditor of(String value, Supplier<List<String>> volumes, Runnable changed, Runnable removed) {
        return (value.isEmpty()
                        ? java.util.Optional.of(new MountValue("", "", false, List.of()))
                        : MountValue.of(value))
                .<ValueEditor>map(text -> new MountRow(value, text, volumes, changed, removed))
                .orElseGet(() -> new ValueRow(
                        ValueParts.whole(RunFlag.VOLUME, "mount", "/folder:/path"), value, changed, removed));
    }

    private void fit(String now) {
        boolean folder = FOLDER.equals(now);
        choose.setVisible(folder);
        source.setPromptText(folder ? "/folder" : "Name, or nothing for one without");
        fillSources();
    }

    /// What there is to choose from now; what was written stays.
    private void fillSources() {
        List<String> names = FOLDER.equals(kind.getValue()) ? List.of() : volumes.get();
        if (!names.equals(source.getItems())) {
            String written = source.getEditor().getText();
            source.getItems().setAll(names);
            source.getEditor().setText(written);
        }
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder to mount");
        File now = new File(source.getEditor().getText());
        if (now.isDirectory()) {
            chooser.setInitialDirectory(now);
        }
        File chosen = chooser.showDialog(row.getScene().getWindow());
        if (chosen != null) {
            source.getEditor().setText(chosen.getPath());
        }
    }

    private void touch(Runnable changed) {
        touched = true;
        changed.run();
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public String value() {
        return touched
                ? new MountValue(
                                source.getEditor().getText().strip(),
                                target.getText().strip(),
                                READ.equals(access.getValue()),
                                others)
                        .written()
                : original;
    }

    @Override
    public void focus() {
        source.requestFocus();
    }

    @Override
    public void mark(boolean wrong) {
        List.of(source, target).forEach(field -> field.pseudoClassStateChanged(FormStyle.ERROR, wrong));
    }
}
