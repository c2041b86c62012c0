package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says what happened to the file on the disk, and offers what can be done. FX thread.
final class DiskStrip extends VBox {
    private final FileViewModel model;
    private Runnable locate = () -> {};

    DiskStrip(FileViewModel model) {
        this.model = model;
        setId("compose-file-disk");
        model.diskProperty().subscribe(ignored -> show());
        model.failureProperty().subscribe(ignored -> show());
    }

    /// @param action asks where the project's file is now
    void onLocate(Runnable action) {
        locate = action;
    }

    private void show() {
        List<Node> strips = new ArrayList<>();
        Optional<Path> file = model.currentProperty().get();
        String name = SafeText.line(
                file.map(path -> String.valueOf(path.getFileName())).orElse(""));
        switch (model.diskProperty().get()) {
            case FileViewModel.Disk.Same ignored -> {}
            case FileViewModel.Disk.Reloaded ignored ->
                strips.add(strip(name + " was changed by another program. This is the new text."));
            case FileViewModel.Disk.Changed ignored ->
                strips.add(strip(
                        name + " was changed by another program while you edited it.",
                        new ActionButton("Keep my text", model::keepMine).small(),
                        new ActionButton("Show the other text", model::takeTheirs)
                                .small()
                                .danger()));
            case FileViewModel.Disk.Unreadable(String why) -> strips.add(strip(SafeText.output(why, 400)));
            case FileViewModel.Disk.Gone ignored -> strips.add(gone(name, file));
        }
        model.failureProperty()
                .get()
                .ifPresent(problem -> strips.add(new ProblemPane(ProblemPane.Form.BANNER, problem)));
        getChildren().setAll(strips);
    }

    private HBox gone(String name, Optional<Path> file) {
        String folder = SafeText.line(file.flatMap(path -> Optional.ofNullable(path.getParent()))
                .map(Folders::shown)
                .orElse(""));
        String text = name + " is no longer at " + folder + ".";
        if (file.filter(ProjectFiles::isCompose).isEmpty()) {
            return strip(text);
        }
        ActionButton find = new ActionButton("Locate…", () -> locate.run()).small();
        find.setId("compose-file-locate");
        return strip(text + " The containers still run and can be stopped.", find);
    }

    private static HBox strip(String words, ActionButton... actions) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox strip = new HBox(8, text);
        for (ActionButton action : actions) {
            action.setMinWidth(USE_PREF_SIZE);
            strip.getChildren().add(action);
        }
        strip.getStyleClass().add(StyleClasses.BULK_BAR);
        return strip;
    }
}
