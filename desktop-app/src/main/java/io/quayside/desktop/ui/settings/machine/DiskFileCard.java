package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where the machine's disk is on this computer, and its move elsewhere, which says what happens before it does.
final class DiskFileCard extends VBox {
    private final ResourcesViewModel model;
    private final FolderChooser chooser;
    private final Facts facts;
    private final VBox question = new VBox(8);
    private final ActionButton move;
    private final ActionButton back;

    DiskFileCard(ResourcesViewModel model, FolderChooser chooser, Runnable doctor, Facts facts) {
        super(8);
        this.model = model;
        this.chooser = chooser;
        this.facts = facts;
        Label file = new Label(Folders.shown(facts.disk().file()));
        file.getStyleClass().add(StyleClasses.MONO);
        Tip.on(file, facts.disk().file().toString());
        Label size = MachinePane.text(size());
        VBox words = new VBox(2, file, size);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        move = new ActionButton("Move…", this::choose).small();
        move.setId("resources-move");
        back = new ActionButton("Move back", () -> ask(Optional.empty())).small();
        back.setVisible(facts.disk().moved());
        back.setManaged(facts.disk().moved());
        ActionButton more = new ActionButton("Disk doctor", doctor);
        more.setId("resources-disk-doctor");
        List.of(move, back, more).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        HBox line = new HBox(12, Icons.DISK.node(), words, more, back, move);
        line.setAlignment(Pos.CENTER_LEFT);
        question.setVisible(false);
        question.managedProperty().bind(question.visibleProperty());
        question.setId("resources-move-question");
        VBox card = new VBox(12, line, question);
        card.getStyleClass().add(StyleClasses.CARD);
        getChildren().addAll(MachinePane.sectionTitle("Disk file"), card);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && question.isVisible()) {
                event.consume();
                close();
            }
        });
    }

    private String size() {
        String taken = Sizes.of(facts.disk().bytes()) + " on this computer";
        String most = Sizes.of(facts.applied().resources().diskBytes()) + " at most";
        return facts.diskUsed().isPresent()
                ? taken + " for " + Sizes.of(facts.diskUsed().getAsLong()) + " used in the VM, " + most
                : taken + ", of " + most;
    }

    /// @param busy why nothing can be done now
    void show(Optional<String> busy) {
        move.setUnavailable(busy);
        back.setUnavailable(busy);
    }

    private void choose() {
        chooser.ask(getScene().getWindow(), "Move the disk of " + facts.name())
                .ifPresent(folder -> ask(Optional.of(folder)));
    }

    private void ask(Optional<Path> folder) {
        Label words = new Label(model.moveText(facts, folder));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        ActionButton cancel = new ActionButton("Cancel", this::close);
        ActionButton act = new ActionButton(facts.running() ? "Stop the VM and move" : "Move the disk", () -> {
                    close();
                    model.actions().moveDisk(facts, folder);
                })
                .primary();
        HBox buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        question.getChildren().setAll(words, buttons);
        question.setVisible(true);
        cancel.requestFocus();
    }

    private void close() {
        question.getChildren().clear();
        question.setVisible(false);
        move.requestFocus();
    }
}
