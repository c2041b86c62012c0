package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.detail.ImagePage;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageUser;
import io.quayside.desktop.ui.images.table.ImageListener;
import io.quayside.desktop.ui.images.table.ImagesTable;
import io.quayside.desktop.ui.registries.RegistriesPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Images page: `images`, with the panel for pulling open `images/pull`, that for one image
/// `images/pull/REFERENCE`, and that for pushing one `images/push/REFERENCE`.
public final class ImagesPage implements Page {
    public static final String PAGE = "images";

    private static final String PULL = "pull";
    private static final String PUSH = "push";

    private final ShellContext shell;
    private final ImagesViewModel model;
    private final ImagesTable table;
    private final ImagesBar bar;
    private final ImagePanels panels;
    private final SaveDialog save;
    private final OpenDialog open;
    private final HBox root = new HBox();
    private final VBox list = new VBox();
    private final StackPane bars = new StackPane();
    private Location shownLast = Location.of(PAGE);

    /// @param save asks where to write an archive
    /// @param open asks which archive to read
    /// @param certificates where the authorities of private registries stand
    public ImagesPage(
            ContainersParts parts, ShellContext shell, List<Path> certificates, SaveDialog save, OpenDialog open) {
        this.shell = shell;
        this.save = save;
        this.open = open;
        Inside inside = new Inside();
        this.model = new ImagesViewModel(parts, inside::open, this::signIn);
        this.table = new ImagesTable(model, inside);
        this.bar = new ImagesBar(model);
        this.panels = new ImagePanels(
                parts,
                root,
                table,
                new ImagePanels.Doors(this::run, this::signIn, inside::copy, certificates),
                name -> model.row(name).isPresent(),
                this::focusTable);
        build(inside);
        new ImageCommands(model, inside, shell.commands()).register(panels::toggle, this::focusFilter);
    }

    /// Where an image is pulled: the panel, with this in its field.
    public static Location pulling(String reference) {
        return Location.of(PAGE, PULL, reference);
    }

    /// Where an image is pushed from: asks under which name, and goes on.
    ///
    /// @param reference a name of the image, or its id
    public static Location pushing(String reference) {
        return Location.of(PAGE, PUSH, reference);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        model.enter();
        if (!location.equals(shownLast) && !location.rest().isEmpty()) {
            String reference =
                    String.join("/", location.rest().subList(1, location.rest().size()));
            switch (location.rest().getFirst()) {
                case PULL -> panels.openPull(reference);
                case PUSH -> panels.openPush(reference);
                default -> {}
            }
        }
        shownLast = location;
        panels.shown();
    }

    @Override
    public void hidden() {
        shownLast = Location.of(PAGE);
        panels.hidden();
        model.leave();
    }

    @Override
    public void focusMain() {
        if (panels.open().isPresent()) {
            panels.focus();
        } else {
            focusTable();
        }
    }

    @Override
    public boolean escape() {
        if (model.selection().checkedCountProperty().get() > 0) {
            model.selection().clear();
            return true;
        }
        if (panels.open().isPresent()) {
            panels.close();
            return true;
        }
        return false;
    }

    @Override
    public List<Node> regions() {
        List<Node> regions = new ArrayList<>(List.of(bars, table.node()));
        panels.open().ifPresent(regions::add);
        return regions;
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    /// What the page shows, for tests.
    public ImagesViewModel model() {
        return model;
    }

    private void build(Inside inside) {
        root.setId("page-images");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .add(Objects.requireNonNull(ImagesPage.class.getResource("images.css"))
                        .toExternalForm());
        ImagesBulkBar bulk = new ImagesBulkBar(model, inside);
        model.selection()
                .checkedCountProperty()
                .subscribe(count -> bars.getChildren().setAll(count.intValue() > 0 ? bulk : bar));
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
        ImagesArea area = new ImagesArea(model, table.node(), panels::openPull);
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        list.getChildren()
                .addAll(new ImagesHead(model, panels::openPull, inside), banner, problem(), bars, fault, area);
        root.getChildren().add(list);
        model.listStateProperty().subscribe((before, now) -> {
            if (now == ListState.ROWS && before != ListState.NO_HITS && before != ListState.EMPTY) {
                takeKeyboard();
            }
        });
        bar.filter().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusTable();
                event.consume();
            }
        });
    }

    private Node problem() {
        StackPane place = new StackPane();
        place.setPadding(new Insets(0, 16, 4, 16));
        model.problemProperty().subscribe(problem -> {
            place.setVisible(problem.isPresent());
            place.setManaged(problem.isPresent());
            place.getChildren()
                    .setAll(problem.<List<Node>>map(why -> List.of(
                                    new ProblemPane(ProblemPane.Form.BANNER, why).onDismiss(model::dismissProblem)))
                            .orElse(List.of()));
        });
        return place;
    }

    private void signIn(String registry) {
        shell.navigator().go(Location.of(RegistriesPage.PAGE, RegistriesPage.SIGN_IN, registry));
    }

    private void run(String reference) {
        shell.navigator().go(Location.of("run", reference));
    }

    private void focusTable() {
        table.node().requestFocus();
        if (table.current().isEmpty() && !table.node().getItems().isEmpty()) {
            table.node().getSelectionModel().select(0);
        }
    }

    private void focusFilter() {
        model.selection().clear();
        bar.filter().requestFocus();
        bar.filter().selectAll();
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

    /// What rows, menus and commands ask of the page.
    private final class Inside implements ImageListener, ImageRequests {
        @Override
        public void open(ImageRow row) {
            String key = row.line().name().reference();
            shell.navigator()
                    .go(Location.of(
                            ImagePage.PAGE,
                            key.contains("/") ? row.line().image().id() : key));
        }

        @Override
        public void open(ImageUser container) {
            shell.navigator().go(Location.of("container", container.id()));
        }

        @Override
        public ContextMenu menu(List<ImageRow> rows) {
            return new ImageMenus(model, this).of(rows);
        }

        @Override
        public void undoDelete(ImageRow row) {
            model.deletion().undo(row.key());
        }

        @Override
        public void run(ImageRow row) {
            ImagesPage.this.run(row.line().name().reference());
        }

        @Override
        public void pull(List<ImageRow> rows) {
            rows.stream()
                    .filter(ImageMenus::canPull)
                    .forEach(row -> panels.pulls().start(row.line().name().reference(), ""));
            panels.openPull();
        }

        @Override
        public void checkUpdates(List<ImageRow> rows) {
            model.updates().check(rows.stream().map(ImageRow::line).toList());
        }

        @Override
        public void checkAllUpdates() {
            model.updates().check(model.lines());
        }

        @Override
        public void push(ImageRow row) {
            panels.openPush(row.key());
        }

        @Override
        public void save(List<ImageRow> rows) {
            String what = rows.size() == 1 ? rows.getFirst().line().title() : rows.size() + " images";
            String file = what.replaceAll("[^A-Za-z0-9._-]+", "-") + ".tar";
            ImagesPage.this
                    .save
                    .ask(root.getScene().getWindow(), "Save " + what, file)
                    .ifPresent(path -> model.archives()
                            .save(rows.stream().map(ImageRow::key).toList(), what, path));
        }

        @Override
        public void load() {
            ImagesPage.this
                    .open
                    .ask(root.getScene().getWindow(), "Load images from an archive")
                    .ifPresent(model.archives()::load);
        }

        @Override
        public void importImage() {
            ImagesPage.this
                    .open
                    .ask(root.getScene().getWindow(), "Import an archive of files")
                    .ifPresent(file -> {
                        ImageImportPanel question = new ImageImportPanel(
                                SafeText.line(String.valueOf(file.getFileName())),
                                panels.ownPlatform(),
                                spec -> {
                                    shell.modal().close();
                                    model.archives().importFile(file, spec);
                                },
                                () -> shell.modal().close());
                        shell.modal().show(question, () -> {});
                        question.focusName();
                    });
        }

        @Override
        public void prune() {
            PrunePanel question = new PrunePanel(
                    model.unused(),
                    lines -> {
                        shell.modal().close();
                        model.prune(lines);
                    },
                    () -> shell.modal().close());
            shell.modal().show(question, () -> {});
            question.focusCancel();
        }

        @Override
        public void tag(ImageRow row) {
            ImageNamePanel question = new ImageNamePanel(
                    new ImageNamePanel.Question(
                            "Tag " + row.line().title(),
                            "The image gets one more name. Nothing is copied.",
                            "Tag image"),
                    row.line().name().repository(),
                    (repository, tag) -> {
                        shell.modal().close();
                        model.tag(row, repository, tag);
                    },
                    () -> shell.modal().close());
            shell.modal().show(question, () -> {});
            question.focusName();
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
            ConfirmPanel confirm = new ConfirmPanel(
                    question,
                    () -> {
                        shell.modal().close();
                        act.run();
                    },
                    () -> shell.modal().close());
            shell.modal().show(confirm, () -> {});
            confirm.focusCancel();
        }
    }
}
