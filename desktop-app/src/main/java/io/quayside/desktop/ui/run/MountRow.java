package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;

/// A mount: a folder or a volume, where it is in the container, and whether it can be written to. FX thread.
final class MountRow extends EditorRow {
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
    private final List<String> others;

    private MountRow(
            String value, MountValue text, Supplier<List<String>> volumes, Runnable changed, Runnable removed) {
        super(value, changed);
        this.volumes = volumes;
        others = text.others();
        kind.getItems().setAll(FOLDER, VOLUME);
        kind.setValue(value.isEmpty() || text.isFolder() ? FOLDER : VOLUME);
        kind.setAccessibleText("Kind of the mount");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        editable(source, "Folder or volume of the mount", text.source());
        source.getEditor().getStyleClass().add(StyleClasses.MONO);
        source.setMaxWidth(Double.MAX_VALUE);
        source.setPrefWidth(96);
        source.setMinWidth(64);
        HBox.setHgrow(source, Priority.ALWAYS);
        part(target, "/path", "Path of the mount in the container", text.target());
        target.setPrefWidth(88);
        target.setMinWidth(48);
        HBox.setHgrow(target, Priority.SOMETIMES);
        part(access, "Access of the mount", text.readOnly() ? READ : WRITE, WRITE, READ);
        access.setMinWidth(Region.USE_PREF_SIZE);
        choose.managedProperty().bind(choose.visibleProperty());
        Label arrow = arrow();
        show("mount", removed, kind, source, choose, arrow, target, access);
        wrap(arrow, target);
        kind.valueProperty().subscribe(this::fit);
        source.setOnShowing(event -> fillSources());
    }

    /// In one field where the parts can't say it.
    static ValueEditor of(String value, Supplier<List<String>> volumes, Runnable changed, Runnable removed) {
        return (value.isEmpty() ? Optional.of(new MountValue("", "", false, List.of())) : MountValue.of(value))
                .<ValueEditor>map(text -> new MountRow(value, text, volumes, changed, removed))
                .orElseGet(() -> new ValueRow(
                        ValueParts.whole(RunFlag.VOLUME, "mount", "/folder:/path"), value, changed, removed));
    }

    private void fit(String now) {
        boolean folder = FOLDER.equals(now);
        choose.setVisible(folder);
        source.getStyleClass().remove(FormStyle.NO_LIST);
        if (folder) {
            source.getStyleClass().add(FormStyle.NO_LIST); // there is nothing to choose from
        }
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
        File chosen = chooser.showDialog(node().getScene().getWindow());
        if (chosen != null) {
            source.getEditor().setText(chosen.getPath());
        }
    }

    @Override
    String written() {
        return new MountValue(
                        source.getEditor().getText().strip(),
                        target.getText().strip(),
                        READ.equals(access.getValue()),
                        others)
                .written();
    }

    @Override
    public void focus() {
        source.requestFocus();
    }

    @Override
    public void mark(boolean wrong) {
        super.mark(wrong);
        source.pseudoClassStateChanged(FormStyle.ERROR, wrong);
    }
}
