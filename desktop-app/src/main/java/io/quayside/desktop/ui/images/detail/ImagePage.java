package io.quayside.desktop.ui.images.detail;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.ContainersPage;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.containers.detail.inspect.JsonPane;
import io.quayside.desktop.ui.containers.detail.inspect.Overview;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.TabNames;
import io.quayside.desktop.ui.images.ImagesPage;
import io.quayside.desktop.ui.images.detail.layers.LayersTab;
import io.quayside.desktop.ui.images.row.ImageUser;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.ImageDetails;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page of one image: `image/ID`, `image/ID/layers`; `image/ID/layers/scan` reads the files of the layers too.
public final class ImagePage implements Page {
    public static final String PAGE = "image";

    private static final String SCAN = "scan";

    private final ShellContext shell;
    private final ImageViewModel model;
    private final ImageHead head;
    private final TabNames tabs;
    private final Overview overview;
    private final LayersTab layers;
    private final UsersTab users;
    private final JsonPane json;
    private final StackPane content = new StackPane();
    private final VBox root = new VBox();
    private String image = "";
    private ImageTab tab = ImageTab.OVERVIEW;
    private boolean scanWanted;

    public ImagePage(ContainersParts parts, ShellContext shell) {
        this.shell = shell;
        this.model = new ImageViewModel(parts);
        this.head = new ImageHead(
                () -> shell.navigator().go(Location.of(ImagesPage.PAGE)), this::run, this::push, shell::copy);
        this.tabs = new TabNames(
                Stream.of(ImageTab.values())
                        .map(each -> new TabNames.Tab(each.id(), each.title()))
                        .toList(),
                next -> shell.navigator().go(Location.of(PAGE, image, next)));
        this.overview = new Overview(shell::copy);
        this.layers = new LayersTab(parts, shell::copy);
        this.users = new UsersTab(this::open, this::run);
        this.json = new JsonPane("image-json-search", 264, shell::copy);
        build();
    }

    /// How an image was made.
    ///
    /// @param id of the image
    /// @param scan whether the files of its layers are to be read too
    public static Location layers(String id, boolean scan) {
        return scan ? Location.of(PAGE, id, ImageTab.LAYERS.id(), SCAN) : Location.of(PAGE, id, ImageTab.LAYERS.id());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        image = location.rest().isEmpty() ? "" : location.rest().getFirst();
        tab = location.rest().size() > 1 ? ImageTab.of(location.rest().get(1)).orElse(tab) : ImageTab.OVERVIEW;
        scanWanted = location.rest().size() > 2 && location.rest().get(2).equals(SCAN);
        tabs.mark(tab.id());
        head.name(image);
        model.image(image);
        model.enter();
        show(model.answerProperty().get());
    }

    @Override
    public void hidden() {
        layers.hidden();
        model.leave();
    }

    @Override
    public void focusMain() {
        tabs.focusMarked();
    }

    @Override
    public boolean escape() {
        return false;
    }

    @Override
    public List<Node> regions() {
        return List.of(head, tabs, content);
    }

    @Override
    public boolean settled() {
        return model.settled() && layers.settled();
    }

    private void build() {
        root.setId("page-image");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .addAll(
                        Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                                .toExternalForm(),
                        Objects.requireNonNull(ContainersPage.class.getResource("containers.css"))
                                .toExternalForm(),
                        Objects.requireNonNull(ImagesPage.class.getResource("images.css"))
                                .toExternalForm());
        VBox.setVgrow(content, Priority.ALWAYS);
        UpdateBar update = new UpdateBar(model::checkUpdate, this::pull);
        root.getChildren().addAll(head, new ConnectionBanner(model.connection()), update, tabs, content);
        model.updateProperty().subscribe(now -> update.show(now.reference(), now.state()));
        model.answerProperty().subscribe(this::show);
        model.usersProperty().subscribe(now -> {
            tabs.count(ImageTab.USED_BY.id(), now.size());
            users.show(now);
        });
    }

    private void show(ImageAnswer answer) {
        switch (answer) {
            case ImageAnswer.Waiting _ -> content.getChildren().clear();
            case ImageAnswer.Gone _ ->
                content.getChildren()
                        .setAll(new EmptyState(
                                "This image is not here any more.",
                                "It was deleted, or this name leads to no image.",
                                new ActionButton(
                                        "Back to images",
                                        () -> shell.navigator().go(Location.of(ImagesPage.PAGE)))));
            case ImageAnswer.Failed(var problem) -> {
                ProblemPane pane = new ProblemPane(ProblemPane.Form.BANNER, problem);
                StackPane.setMargin(pane, new Insets(12));
                StackPane.setAlignment(pane, Pos.TOP_CENTER);
                pane.setMaxHeight(Region.USE_PREF_SIZE);
                content.getChildren().setAll(pane);
            }
            case ImageAnswer.Read read -> {
                ImageDetails details = read.details();
                head.show(details);
                tabs.count(ImageTab.LAYERS.id(), (int)
                        read.history().stream().filter(step -> step.size() > 0).count());
                overview.show(ImageOverview.of(details));
                layers.show(details, read.history());
                json.show(details.json().text());
                content.getChildren().setAll(node());
                if (scanWanted) {
                    scanWanted = false;
                    layers.read();
                }
            }
        }
    }

    private Node node() {
        return switch (tab) {
            case OVERVIEW -> overview;
            case LAYERS -> layers;
            case USED_BY -> users;
            case JSON -> json;
        };
    }

    private void pull() {
        model.updateProperty()
                .get()
                .reference()
                .ifPresent(name -> shell.navigator().go(ImagesPage.pulling(name)));
    }

    private void run() {
        shell.navigator().go(Location.of("run", reference()));
    }

    private void push() {
        shell.navigator().go(ImagesPage.pushing(reference()));
    }

    /// A name of the image: the one that this page was asked for, if it has that still.
    private String reference() {
        return model.answerProperty().get() instanceof ImageAnswer.Read(var details, var _)
                ? details.tags().stream()
                        .filter(image::equals)
                        .findFirst()
                        .or(() -> details.tags().stream().findFirst())
                        .orElse(details.id())
                : image;
    }

    private void open(ImageUser container) {
        shell.navigator().go(Location.of("container", container.id()));
    }
}
