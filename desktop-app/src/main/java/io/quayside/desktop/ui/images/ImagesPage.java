package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.detail.ImagePage;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageSegment;
import io.quayside.desktop.ui.images.row.ImageUser;
import io.quayside.desktop.ui.images.table.ImageListener;
import io.quayside.desktop.ui.images.table.ImagesTable;
import io.quayside.desktop.ui.list.BulkBar;
import io.quayside.desktop.ui.list.ListArea;
import io.quayside.desktop.ui.list.ListBars;
import io.quayside.desktop.ui.list.ListFilter;
import io.quayside.desktop.ui.list.ListKeyboard;
import io.quayside.desktop.ui.list.ListState;
import io.quayside.desktop.ui.list.ProblemPlace;
import io.quayside.desktop.ui.registries.RegistriesPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The Images page: `images`, with the panel for pulling open `images/pull`, that for one image
/// `images/pull/REFERENCE`, and that for pushing one `images/push/REFERENCE`; the question before an archive of files
/// is imported `images/import/FILE`, that which unused images are to go `images/prune`.
public final class ImagesPage implements Page {
    public static final String PAGE = "images";

    private static final String PULL = "pull";
    private static final String PUSH = "push";
    private static final String PRUNE = "prune";
    private static final String IMPORT = "import";

    private final ContainersParts parts;
    private final ShellContext shell;
    private final Inside actions = new Inside();
    private final ImagesViewModel model;
    private final ImagesTable table;
    private final ListFilter filter;
    private final ListKeyboard keyboard;
    private final ListBars bars;
    private final ImagePanels panels;
    private final SaveDialog save;
    private final OpenDialog open;
    private final HBox root = new HBox();
    private final VBox list = new VBox();
    private Location shownLast = Location.of(PAGE);

    /// @param save asks where to write an archive
    /// @param open asks which archive to read
    /// @param certificates where the authorities of private registries stand
    public ImagesPage(
            ContainersParts parts, ShellContext shell, List<Path> certificates, SaveDialog save, OpenDialog open) {
        this.parts = parts;
        this.shell = shell;
        this.save = save;
        this.open = open;
        Inside inside = actions;
        this.model = new ImagesViewModel(parts, inside::open, this::signIn);
        this.table = new ImagesTable(model, inside);
        this.filter = new ListFilter(PAGE, "Filter images", 208, model.filterTextProperty())
                .segments(ImageSegment.class, model.segmentProperty(), model.countsProperty());
        this.keyboard = new ListKeyboard(shell, filter.field(), table::focus);
        this.bars = new ListBars(filter, bulk(inside), model.selection());
        this.panels = new ImagePanels(
                parts,
                root,
                table,
                new ImagePanels.Doors(this::run, shell::copy, certificates),
                name -> model.row(name).isPresent(),
                table::focus);
        build(inside);
        new ImageCommands(model, inside, shell.commands())
                .register(panels::toggle, () -> keyboard.toFilter(model.selection()));
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
            String what =
                    String.join("/", location.rest().subList(1, location.rest().size()));
            switch (location.rest().getFirst()) {
                case PULL -> panels.openPull(what);
                case PUSH -> panels.openPush(what);
                case PRUNE -> pruneOnceKnown();
                case IMPORT -> importFile(Path.of(what));
                default -> {}
            }
        }
        shownLast = location;
        panels.shown();
    }

    /// The question says what goes: it waits for the rows.
    private void pruneOnceKnown() {
        Subscription[] waiting = {Subscription.EMPTY};
        boolean[] asked = {false};
        waiting[0] = model.listStateProperty().subscribe(state -> {
            if (state == ListState.ROWS || state == ListState.EMPTY || state == ListState.NO_HITS) {
                parts.fx().after(Duration.ZERO, () -> {
                    if (!asked[0]) {
                        asked[0] = true;
                        waiting[0].unsubscribe();
                        actions.prune();
                    }
                });
            }
        });
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
            table.focus();
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
        Label fault = new Label();
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER, "filter-fault");
        model.filterFaultProperty().subscribe(words -> {
            fault.setText(words.orElse(""));
            fault.setVisible(words.isPresent());
            fault.setManaged(words.isPresent());
        });
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        ListArea area = new ListArea(
                        model.listStateProperty(),
                        table.node(),
                        "image",
                        () -> new EmptyState(
                                "No images yet.",
                                "Pull one to start.",
                                new ActionButton("Pull image", Icons.PULL, panels::openPull)))
                .filter(model.filterTextProperty())
                .segments(model.segmentProperty());
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        list.getChildren()
                .addAll(
                        new ImagesHead(model, panels::openPull, inside),
                        banner,
                        new ProblemPlace(model.problemProperty(), model::dismissProblem),
                        bars.unless(banner),
                        fault,
                        area);
        root.getChildren().add(list);
        keyboard.takeWithRows(model.listStateProperty(), table.node(), () -> true);
    }

    private BulkBar<ImageRow> bulk(Inside inside) {
        return new BulkBar<>(model.selection(), model.itemsProperty())
                .action(
                        "Pull again",
                        Icons.PULL,
                        inside::pull,
                        rows -> rows.stream().anyMatch(ImageMenus::canPull)
                                ? Optional.empty()
                                : Optional.of("None of them has a name to pull"))
                .action("Save…", Icons.FILE, inside::save, rows -> Optional.empty())
                .danger(
                        "Delete…",
                        Icons.DELETE,
                        rows -> model.deletion().delete(rows, inside::ask),
                        rows -> rows.stream().anyMatch(row -> row.line().canAct())
                                ? Optional.empty()
                                : Optional.of("None of them can be deleted now"));
    }

    private void signIn(String registry) {
        shell.navigator().go(Location.of(RegistriesPage.PAGE, RegistriesPage.SIGN_IN, registry));
    }

    /// Asks what the image of an archive of files is to be called.
    private void importFile(Path file) {
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
    }

    private void run(String reference) {
        shell.navigator().go(Location.of("run", reference));
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
        public void layers(ImageRow row, boolean scan) {
            shell.navigator().go(ImagePage.layers(row.line().image().id(), scan));
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
                    .ifPresent(ImagesPage.this::importFile);
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
            shell.copy(text);
        }

        @Override
        public void ask(Confirmation question, Runnable act) {
            shell.ask(question, act);
        }
    }
}
