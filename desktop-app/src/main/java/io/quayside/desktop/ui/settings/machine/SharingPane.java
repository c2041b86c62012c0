package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.model.Share;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page File sharing: which folders of this computer the machine sees.
public final class SharingPane extends MachinePane {
    private static final String READ_WRITE = "Read/write";
    private static final String READ_ONLY = "Read only";
    private static final String UNHEARD = """
            Programs in containers that watch a folder hear of files that this computer makes, changes or deletes in it; \
            they don’t hear of changes in node_modules and .git, in folders beyond the first 8,192, or within a second after \
            the container changed the same file, and on macOS they hear a few seconds later. What they read is never \
            more than a second old.""";

    private final SharesViewModel model;
    private final FolderChooser chooser;
    private final VBox table = new VBox();
    private final VBox lines = new VBox();
    private final VBox troubles = new VBox(8);
    private final VBox told = new VBox(6);
    private final Label refused = new Label("", Icons.WARNING.node(Icons.SMALL));
    private final MachineFooter footer;

    public SharingPane(SharesViewModel model, FolderChooser chooser) {
        super("settings-page-file-sharing", 12);
        this.model = model;
        this.chooser = chooser;
        footer = new MachineFooter(model::discard, model::apply);
        table.getStyleClass().addAll(StyleClasses.CARD, "machine-table", "share-table");
        table.getChildren().addAll(head(), lines, adding());
        refused.setId("share-refused");
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.managedProperty().bind(refused.visibleProperty());
        troubles.managedProperty().bind(troubles.visibleProperty());
        Label hearing = sectionTitle("Changes that containers hear of");
        Label unheard = text(UNHEARD);
        unheard.setId("share-unheard");
        told.getChildren().addAll(hearing, unheard);
        build(table, refused, troubles, told);
        root().setOnDragOver(this::dragged);
        root().setOnDragDropped(this::dropped);
    }

    private static Node head() {
        HBox head = MachineTable.line(
                MachineTable.wide(MachineTable.head("Folder on this computer", "folder")),
                MachineTable.head("Path in the VM", "path"),
                MachineTable.head("Access", "access"),
                MachineTable.head("Used by", "used"),
                MachineTable.head("State", "state"));
        head.getStyleClass().add("columns");
        return head;
    }

    private Node adding() {
        ActionButton add = new ActionButton("Add folder…", Icons.ADD, this::choose).small();
        add.setId("share-add");
        Label drop = new Label("or drop a folder here");
        drop.getStyleClass().add(StyleClasses.MUTED);
        HBox line = new HBox(8, add, drop);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("foot");
        return line;
    }

    private void choose() {
        chooser.ask(root().getScene().getWindow(), "Share a folder with containers")
                .ifPresent(folder -> model.add(List.of(folder)));
    }

    private void locate(SharedRow row) {
        chooser.ask(root().getScene().getWindow(), "Where " + row.folder() + " is now")
                .ifPresent(folder -> model.locate(row.share(), folder));
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles() && table.isVisible()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        model.add(files.stream().map(File::toPath).toList());
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    @Override
    public Node footer() {
        return footer;
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    @Override
    public boolean isChanged() {
        return model.changes() > 0;
    }

    @Override
    Optional<String> machine() {
        return model.machine();
    }

    @Override
    public void reset() {
        model.reset();
    }

    @Override
    Optional<String> isUsual() {
        return model.rowsProperty().get().isEmpty() ? Optional.of("No folder is shared") : Optional.empty();
    }

    @Override
    protected void onShown() {
        whileShown(model.rowsProperty(), ignored -> show());
        whileShown(model.foldersProperty(), ignored -> show());
        whileShown(model.applyingProperty(), ignored -> refreshFooter());
        whileShown(model.problemProperty(), now -> {
            showProblem(now);
            show();
        });
        whileShown(model.refusedProperty(), words -> {
            refused.setText(words);
            refused.setVisible(!words.isEmpty());
        });
        whileShown(model.follow());
    }

    private void show() {
        List<SharedRow> rows = model.rowsProperty().get();
        lines.getChildren().setAll(rows.stream().map(this::line).toList());
        showTroubles(rows);
        refreshFooter();
        showKnown(model.foldersProperty().get().isPresent(), """
                The engine in the window doesn’t run in a VM of Quayside’s, so its containers see the folders of its own \
                computer as they are.""", List.of(table, told));
    }

    private Node line(SharedRow row) {
        Label folder = new Label(row.folder(), Icons.FILES.node());
        folder.setGraphicTextGap(8);
        folder.getStyleClass().add(StyleClasses.MONO);
        Tip.on(folder, row.share().hostFolder().toString());
        HBox name = new HBox(8, folder);
        name.setAlignment(Pos.CENTER_LEFT);
        if (row.isNew()) {
            Label chip = new Label("New");
            chip.getStyleClass().addAll(StyleClasses.CHIP, StyleClasses.CHIP_ACCENT);
            chip.setMinWidth(Region.USE_PREF_SIZE);
            name.getChildren().add(chip);
        }
        Label path = new Label(row.path());
        path.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        Tip.on(path, row.share().guestPath());
        Label used = new Label(row.usedByWords());
        if (row.usedBy().isEmpty()) {
            used.getStyleClass().add(StyleClasses.MUTED);
        } else {
            Tip.on(used, String.join("\n", row.usedBy()));
        }
        Label state = new Label(row.state(), glyph(row).node());
        state.setGraphicTextGap(6);
        if (!row.reason().isEmpty()) {
            Tip.on(state, row.reason());
        }
        HBox line = MachineTable.line(
                MachineTable.wide(MachineTable.cell(name, "folder")),
                MachineTable.cell(path, "path"),
                MachineTable.cell(access(row), "access"),
                MachineTable.cell(used, "used"),
                MachineTable.cell(state, "state"));
        line.getChildren()
                .add(new IconButton(Icons.CLOSE, "Stop sharing " + row.folder(), () -> model.remove(row.share())));
        line.getStyleClass().add("row");
        if (row.isChanged()) {
            line.getStyleClass().add("changed");
        }
        line.setAccessibleText(
                row.folder() + ", " + row.path() + ", " + (row.share().readOnly() ? READ_ONLY : READ_WRITE)
                        + ", used by " + row.usedByWords() + ", " + row.state());
        return line;
    }

    private ComboBox<String> access(SharedRow row) {
        ComboBox<String> access = new ComboBox<>();
        access.getItems().setAll(READ_WRITE, READ_ONLY);
        access.setValue(row.share().readOnly() ? READ_ONLY : READ_WRITE);
        access.getStyleClass().add(StyleClasses.SMALL);
        access.setAccessibleText("Access of containers to " + row.folder());
        Share share = row.share();
        access.valueProperty().subscribe((before, now) -> model.setReadOnly(share, READ_ONLY.equals(now)));
        return access;
    }

    private static StateGlyph glyph(SharedRow row) {
        return switch (row.mood()) {
            case GOOD -> StateGlyph.DONE;
            case WAITING -> StateGlyph.UNKNOWN;
            case TROUBLE -> StateGlyph.UNHEALTHY;
        };
    }

    private void showTroubles(List<SharedRow> rows) {
        List<Node> panes = rows.stream()
                .filter(row -> row.mood() == SharedRow.Mood.TROUBLE)
                .map(this::trouble)
                .toList();
        troubles.getChildren().setAll(panes);
        troubles.setVisible(!panes.isEmpty());
    }

    private Node trouble(SharedRow row) {
        boolean there = row.applied().orElseThrow().there();
        String why = there
                ? row.reason()
                : "Containers that mount " + row.share().guestPath() + " don’t see its files until it is back.";
        Problem.Action again = new Problem.Action("Try again", model::retry);
        Problem problem = new Problem(
                there
                        ? row.folder() + ": " + row.state().toLowerCase(java.util.Locale.ROOT) + "."
                        : row.folder() + " is not there.",
                why,
                there ? List.of(again) : List.of(again, new Problem.Action("Locate…", () -> locate(row))),
                Optional.empty(),
                List.of(),
                there ? "vm-share-failed" : "vm-share-gone",
                true);
        return new ProblemPane(ProblemPane.Form.ROW, ProblemPane.Level.WARNING, problem);
    }

    private void refreshFooter() {
        footer.show(model.changes(), model.applyingProperty().get(), model.effectText(), "Apply");
    }
}
