package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTab;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.files.ChangeMarks;
import io.quayside.engine.files.FileKind;
import io.quayside.engine.files.FilePaths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Files tab.
public final class FilesTab implements DetailTab {
    private enum Shown {
        ALL,
        CHANGED
    }

    private final DetailContext context;
    private final FilesViewModel model;
    private final FileEditor editor;
    private final ImageComparison comparison;
    private final FileTree tree;
    private final FileTransfers transfers;
    private final FileActions actions;
    private final Map<String, String> names = new HashMap<>();
    private final SearchField search = new SearchField("Find a file by name", "Mod+F").small();
    private final Segments<Shown> shown = new Segments<>(
            "Show",
            List.of(new Segments.Option<>(Shown.ALL, "All files"), new Segments.Option<>(Shown.CHANGED, "Changed")));
    private final Label differs = new Label();
    private final Label target = new Label();
    private final VBox problems = new VBox();
    private final BorderPane root = new BorderPane();
    private String containerId = "";

    private FilesTab(DetailContext context, FilesPlace place) {
        this.context = context;
        this.model = new FilesViewModel(context.parts(), place);
        this.editor = new FileEditor(model);
        this.comparison = new ImageComparison(model);
        this.tree = new FileTree(model, context.parts().clock(), this::open, this::sort);
        this.transfers = new FileTransfers(model);
        this.actions = new FileActions(model, transfers, tree, context.shell());
        build();
    }

    /// How the page finds it.
    public static DetailTabEntry entry() {
        return new DetailTabEntry("files", "Files", DetailTabEntry.Needs.CONTAINER, FilesTab::ofContainer);
    }

    private static FilesTab ofContainer(DetailContext context) {
        return new FilesTab(context, FilesPlace.CONTAINER);
    }

    /// The same for a volume in a narrow panel: an open file covers the tree.
    public static FilesTab ofVolume(DetailContext context, FilesPlace place) {
        return new FilesTab(context, place);
    }

    private void build() {
        root.getStyleClass().add("files-tab");
        search.setId("files-filter");
        search.setPrefWidth(240);
        search.setMinWidth(120);
        search.setOnAction(event -> {
            if (!search.getText().isBlank() && !tree.selectNext(search.getText().strip())) {
                context.shell().announcer().announce("No open folder has a file of that name");
            }
        });
        Gap gap = new Gap();
        IconButton up = new IconButton(Icons.PUSH, Icons.SMALL, "Upload files…", actions::upload);
        up.setId("files-upload");
        IconButton down = new IconButton(Icons.PULL, Icons.SMALL, "Download what is selected…", actions::download);
        down.setId("files-download");
        MenuButton more = new MenuButton("", Icons.MORE.node(Icons.SMALL));
        more.setId("files-more");
        more.getStyleClass().addAll(StyleClasses.SMALL, "no-arrow");
        for (IconButton button : List.of(up, down)) {
            button.getStyleClass().add("framed");
        }
        more.setAccessibleText("More actions on files");
        more.getItems().setAll(actions.items(this::open));
        HBox bar = new HBox(search, shown, gap, up, down, more);
        bar.getStyleClass().addAll(StyleClasses.BAR, "detail-bar");
        tree.setContextMenu(new ContextMenu(actions.items(this::open).toArray(javafx.scene.control.MenuItem[]::new)));
        tree.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        actions.takeDrops();
        actions.giveDrags();
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox left = new VBox(bar, problems, tree, footer());
        left.setMinWidth(0);
        FilePanel open = new FilePanel(
                model,
                editor,
                comparison,
                file -> actions.download(file.path()),
                file -> actions.changeMode(file.path(), file.entry().mode()));
        if (model.place().volume()) {
            shown.setVisible(false);
            shown.setManaged(false);
            differs.setVisible(false);
            differs.setManaged(false);
            open.cover();
            root.setCenter(new StackPane(left, open));
        } else {
            root.setCenter(left);
            root.setRight(open);
            open.visibleProperty().subscribe(tree::setBesideFile);
        }
        follow();
    }

    private HBox footer() {
        differs.setId("files-differ");
        differs.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        target.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        target.setMinWidth(0);
        Gap gap = new Gap();
        HBox footer = new HBox(12, differs, gap, target);
        differs.setMinWidth(Region.USE_PREF_SIZE);
        footer.getStyleClass().addAll(StyleClasses.FOOTER, "files-footer");
        return footer;
    }

    private void follow() {
        model.rootProperty().subscribe(ignored -> showRows());
        shown.valueProperty().subscribe(ignored -> showRows());
        model.changesProperty().subscribe(this::showChanges);
        model.problemProperty()
                .subscribe(problem -> problems.getChildren()
                        .setAll(
                                problem
                                        .map(it ->
                                                new ProblemPane(ProblemPane.Form.BANNER, it).onDismiss(model::dismiss))
                                        .stream()
                                        .toList()));
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(ignored -> target.setText("Drop files here to upload to "
                        + SafeText.line(model.place().shown(tree.folder()))));
    }

    private void sort(FileOrder order) {
        model.sortBy(order);
        if (shown.valueProperty().get() == Shown.CHANGED) {
            showRows();
        }
    }

    private void showRows() {
        if (shown.valueProperty().get() == Shown.CHANGED) {
            tree.showFlat(model.changedRows());
        } else {
            tree.show(model.rootProperty().get());
        }
    }

    private void showChanges(ChangeMarks changes) {
        int count = changes.all().size();
        shown.setCount(Shown.CHANGED, count);
        differs.setText(count == 1 ? "1 file differs from the image" : count + " files differ from the image");
        if (shown.valueProperty().get() == Shown.CHANGED) {
            showRows();
        }
    }

    private void open(FileRow row) {
        if (!row.isThere()) {
            return;
        }
        boolean isPlain = row.entry()
                .map(entry -> entry.kind() == FileKind.FILE || entry.kind() == FileKind.LINK)
                .orElse(true);
        if (!isPlain) {
            context.shell().announcer().announce("Devices, pipes and sockets have no content to show");
        } else if (!editor.open(row.path())) {
            context.shell().announcer().announce("Save or discard the changes of the open file first");
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.F2) {
            actions.rename();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            actions.delete();
            event.consume();
        }
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(ContainerLine container) {
        String id = container.container().id();
        names.put(id, container.name());
        if (!id.equals(containerId)) {
            comparison.forget();
            editor.moveTo(containerId, id);
            containerId = id;
        }
        model.shown(container);
    }

    @Override
    public void changed(ContainerLine container) {
        model.changed(container);
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    /// Runs this once no copy is under way any more; at once, if there is none.
    public void whenCopied(Runnable act) {
        transfers.whenDone(act);
    }

    @Override
    public Map<String, String> unsaved() {
        return editor.unsaved(containerId, names);
    }

    /// What is open and not saved.
    public Optional<FileDraft> draft() {
        return editor.draft();
    }

    /// Opens a file as it was left, by another tab of the same volume.
    ///
    /// @param before the folder that tab had the volume in
    public void resume(FileDraft draft, String before) {
        editor.resume(draft.moved(before, model.place().root()));
    }

    @Override
    public void focusMain() {
        tree.requestFocus();
    }

    @Override
    public boolean escape() {
        return !(editor.fileProperty().get() instanceof OpenFile.None) && editor.close();
    }

    /// The paths of what is selected.
    @Override
    public boolean copy() {
        List<FileRow> rows = tree.selected();
        if (!rows.isEmpty()) {
            context.copy(rows.stream()
                    .map(row -> model.place().shown(FilePaths.normal(row.path())))
                    .collect(Collectors.joining("\n")));
        }
        return !rows.isEmpty();
    }

    @Override
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    @Override
    public boolean settled() {
        return model.settled();
    }
}
