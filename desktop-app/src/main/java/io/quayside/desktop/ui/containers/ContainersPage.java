package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.table.ContainersTable;
import io.quayside.desktop.ui.containers.table.RowListener;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.images.ImageNamePanel;
import io.quayside.desktop.ui.run.ImageUpdate;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Containers page.
public final class ContainersPage implements Page {
    private static final String TABLE = "containers";

    private final ContainersParts parts;
    private final ShellContext shell;
    private final Inside inside = new Inside();
    private final ContainersViewModel model;
    private final ContainersTable table;
    private final PeekSplit peek;
    private final ImageUpdate updates;
    private final FilterBar filterBar;
    private final VBox root = new VBox();
    private final StackPane bars = new StackPane();
    private Optional<String> awaited = Optional.empty();
    private Location shownLast = Location.of(TABLE);

    public ContainersPage(ContainersParts parts, ShellContext shell) {
        this.parts = parts;
        this.shell = shell;
        this.model = new ContainersViewModel(parts, inside);
        this.updates = new ImageUpdate(parts, model::failed);
        this.table = new ContainersTable(
                model, parts.fx(), inside, new ContainerMenus(model, inside), new KeptColumns(parts, TABLE));
        this.peek = new PeekSplit(parts, model.selection());
        this.filterBar = new FilterBar(model, table, peek.openProperty());
        build();
        new ContainerCommands(model, inside).register(shell.commands(), this::togglePeek, this::focusFilter);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        model.enter();
        if (!location.equals(shownLast)) {
            location.rest().stream().findFirst().ifPresent(this::showContainer);
        }
        shownLast = location;
        peek.enter();
    }

    @Override
    public void hidden() {
        awaited = Optional.empty();
        peek.leave();
        table.hidden();
        model.leave();
    }

    @Override
    public void focusMain() {
        table.node().requestFocus();
        if (table.current().isEmpty() && table.node().getExpandedItemCount() > 0) {
            table.node().getSelectionModel().select(0);
        }
    }

    @Override
    public boolean escape() {
        if (model.selection().checkedCountProperty().get() > 0) {
            model.selection().clear();
            return true;
        }
        if (peek.openProperty().get()) {
            togglePeek();
            table.node().requestFocus();
            return true;
        }
        return false;
    }

    @Override
    public List<Node> regions() {
        List<Node> regions = new ArrayList<>(List.of(bars, table.node()));
        peek.panel().ifPresent(regions::add);
        return regions;
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    PageActions actions() {
        return inside;
    }

    /// The view model, for the palette and tests.
    public ContainersViewModel model() {
        return model;
    }

    private void build() {
        root.setId("page-containers");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .add(ContainersPage.class.getResource("containers.css").toExternalForm());
        BulkBar bulkBar =
                new BulkBar(model, () -> inside.logsTogether(model.selection().targets()), inside::ask);
        model.selection()
                .checkedCountProperty()
                .subscribe(count -> bars.getChildren().setAll(count.intValue() > 0 ? bulkBar : filterBar));
        Label fault = new Label();
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER, "filter-fault");
        model.filterFaultProperty().subscribe(words -> {
            fault.setText(words.orElse(""));
            fault.setVisible(words.isPresent());
            fault.setManaged(words.isPresent());
        });
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        bars.managedProperty().bind(banner.visibleProperty().not());
        bars.visibleProperty().bind(bars.managedProperty());
        peek.setList(new ListArea(model, table.node(), toEngine()));
        VBox.setVgrow(peek, Priority.ALWAYS);
        root.getChildren()
                .addAll(new PageHead(model, () -> shell.navigator().go(Location.of("run"))), banner, bars, fault, peek);
        model.listStateProperty().subscribe((before, now) -> {
            if (now == ListState.ROWS && before != ListState.NO_HITS && before != ListState.EMPTY) {
                takeKeyboard();
            }
        });
        filterBar.filter().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusMain();
                event.consume();
            }
        });
        // Once the table has taken the row in.
        table.node()
                .expandedItemCountProperty()
                .subscribe((before, now) ->
                        parts.fx().after(Duration.ofMillis(1), () -> awaited.ifPresent(this::showContainer)));
    }

    /// A container was asked for by its id or name: its row becomes the current one, and Peek opens. One that was made
    /// just now has no row before the engine's event has come.
    private void showContainer(String idOrName) {
        awaited = Optional.of(idOrName);
        model.allRows().stream()
                .filter(row -> row.id().equals(idOrName)
                        || row.line().container().name().equals(idOrName))
                .findFirst()
                .ifPresent(row -> {
                    model.selection().clear();
                    table.select(row);
                    if (model.selection()
                            .currentProperty()
                            .get()
                            .filter(row.id()::equals)
                            .isPresent()) {
                        awaited = Optional.empty();
                        peek.openProperty().set(true);
                    }
                });
    }

    private ActionButton toEngine() {
        String what = parts.session().canStartAndStop() ? "Engine log" : "Open Engine";
        return new ActionButton(what, () -> shell.navigator().go(Location.of("engine"))).small();
    }

    private void togglePeek() {
        peek.openProperty().set(!peek.openProperty().get());
    }

    /// The first list takes the keyboard, unless somebody writes already or is asked something.
    private void takeKeyboard() {
        Scene scene = root.getScene();
        if (scene != null
                && !shell.modal().openProperty().get()
                && !(scene.getFocusOwner() instanceof TextInputControl)) {
            table.node().requestFocus();
        }
    }

    private void focusFilter() {
        model.selection().clear();
        filterBar.filter().requestFocus();
        filterBar.filter().selectAll();
    }

    /// What rows, menus and commands ask of the page.
    private final class Inside implements RowListener, PageActions {
        @Override
        public void open(ContainerRow row) {
            if (parts.tabs().isEmpty()) {
                peek(List.of(row), PeekTab.LOGS);
            } else {
                shell.navigator().go(Location.of("container", row.id()));
            }
        }

        @Override
        public void open(ContainerRow row, String tab) {
            shell.navigator().go(Location.of("container", row.id(), tab));
        }

        @Override
        public boolean hasTab(String tab) {
            return parts.hasTab(tab);
        }

        @Override
        public void start(List<ContainerRow> rows) {
            model.start(rows);
        }

        @Override
        public void stop(List<ContainerRow> rows) {
            model.stop(rows);
        }

        @Override
        public void restart(List<ContainerRow> rows) {
            model.restart(rows);
        }

        @Override
        public void undoDelete(ContainerRow row) {
            model.deletion().undo(row.id());
        }

        @Override
        public void rename(ContainerRow row, String name) {
            model.actions().rename(row, name);
        }

        @Override
        public void openInBrowser(String address) {
            browse(address);
        }

        @Override
        public void dismissProblem(String containerId) {
            model.dismissProblem(containerId);
        }

        @Override
        public void current(Optional<String> id) {
            model.selection().setCurrent(id);
        }

        @Override
        public void peek(List<ContainerRow> rows, PeekTab tab) {
            peek.open(rows, tab);
        }

        @Override
        public void logsTogether(List<ContainerRow> rows) {
            List<String> parts = new ArrayList<>(List.of("containers"));
            rows.forEach(row -> parts.add(row.id()));
            shell.navigator().go(new Location("logs", parts));
        }

        @Override
        public void logsTogether(String project) {
            shell.navigator().go(Location.of("logs", project));
        }

        @Override
        public void edit(ContainerRow row) {
            shell.navigator().go(Location.of("edit", row.id()));
        }

        @Override
        public void updateImage(ContainerRow row) {
            String name = row.line().name();
            ask(ImageUpdate.question(name, row.line().container().image()), () -> updates.start(row.id(), name));
        }

        @Override
        public void rename(ContainerRow row) {
            table.beginRename(row);
        }

        @Override
        public void saveAsImage(ContainerRow row) {
            String name = row.line().name();
            ImageNamePanel panel = new ImageNamePanel(
                    new ImageNamePanel.Question(
                            "Save " + name + " as image",
                            "Its files become an image. What is in volumes is not part of it. It is paused meanwhile.",
                            "Save image"),
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._/-]", "-"),
                    (repository, tag) -> {
                        shell.modal().close();
                        model.actions().saveAsImage(row, repository, tag);
                    },
                    () -> shell.modal().close());
            shell.modal().show(panel, () -> {});
            panel.focusName();
        }

        @Override
        public void export(ContainerRow row) {
            String name = row.line().name();
            SaveDialog.system()
                    .ask(root.getScene().getWindow(), "Export " + name, name + ".tar")
                    .ifPresent(file -> model.actions().export(row, file));
        }

        @Override
        public void browse(String address) {
            parts.browse().accept(address);
        }

        @Override
        public void copy(String text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            shell.announcer().announce("Copied");
        }

        @Override
        public void ask(Confirmation question, Runnable act) {
            ConfirmPanel panel = new ConfirmPanel(
                    question,
                    () -> {
                        shell.modal().close();
                        act.run();
                    },
                    () -> shell.modal().close());
            shell.modal().show(panel, () -> {});
            panel.focusCancel();
        }
    }
}
