package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The boxes of a new machine: which folder it sees, and whether docker's command line is to use it.
final class NewVmBoxes extends VBox {
    private static final double ROW = 26;

    private final NewVmExtras extras;
    private final FolderChooser folders;
    private final CheckBox share = new CheckBox();
    private final CheckBox docker = new CheckBox("Use it as docker’s default on the command line");
    private final CheckBox login = new CheckBox("Start Quayside when I log in");
    private final ActionButton change;
    private final Subscription subscriptions;

    /// @param whyNoLogin why Quayside can't start at login; empty where it can
    NewVmBoxes(NewVmExtras extras, FolderChooser folders, Optional<String> whyNoLogin) {
        super(2);
        this.extras = extras;
        this.folders = folders;
        share.setId("new-vm-share");
        share.setMinWidth(0);
        docker.setId("new-vm-docker");
        List.of(share, docker, login).forEach(box -> box.setMinHeight(ROW));
        change = new ActionButton("Change…", this::choose).small().ghost();
        change.getStyleClass().add(StyleClasses.LINK);
        change.setId("new-vm-folder");
        change.setMinWidth(USE_PREF_SIZE);
        Gap gap = new Gap();
        HBox line = new HBox(8, share, gap, change);
        line.setAlignment(Pos.CENTER_LEFT);
        login.setId("new-vm-login");
        login.setDisable(whyNoLogin.isPresent());
        getChildren().addAll(line, docker, login);
        whyNoLogin.ifPresent(reason -> getChildren().add(OptionPanels.muted(reason + ".")));
        login.selectedProperty().bindBidirectional(extras.startAtLoginProperty());
        docker.selectedProperty().bindBidirectional(extras.dockerDefaultProperty());
        subscriptions = Subscription.combine(
                share.selectedProperty().subscribe((before, on) -> share(on)),
                extras.sharingProperty().subscribe(share::setSelected),
                extras.folderProperty().subscribe(this::show));
    }

    void close() {
        subscriptions.unsubscribe();
        login.selectedProperty().unbindBidirectional(extras.startAtLoginProperty());
        docker.selectedProperty().unbindBidirectional(extras.dockerDefaultProperty());
    }

    private void show(Optional<Path> folder) {
        share.setText(folder.map(now -> "Share " + SafeText.line(Folders.shown(now)) + " with containers")
                .orElse("Share a folder with containers"));
        Tip.on(share, folder.map(now -> SafeText.line(now.toString())).orElse(""));
        change.setText(folder.isPresent() ? "Change…" : "Choose…");
    }

    /// Without a folder, the box asks for one.
    private void share(boolean on) {
        if (on && extras.folderProperty().get().isEmpty()) {
            choose();
            share.setSelected(extras.sharingProperty().get());
        } else {
            extras.sharingProperty().set(on);
        }
    }

    private void choose() {
        folders.ask(getScene().getWindow(), "Share a folder with containers").ifPresent(extras::choose);
    }
}
