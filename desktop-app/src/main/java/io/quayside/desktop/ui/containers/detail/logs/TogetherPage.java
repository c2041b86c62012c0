package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The output of several containers in one order: `logs/PROJECT`, or `logs/containers/NAME/NAME`.
public final class TogetherPage implements Page {
    /// The first part of its address.
    public static final String PAGE = "logs";

    private static final String SOME = "containers";
    private static final Location LIST = Location.of("containers");

    private final DetailContext context;
    private final TogetherView view;
    private final Label name = new Label();
    private final HBox head;
    private final VBox root = new VBox();

    public TogetherPage(DetailContext context, LogFeeds feeds, SaveDialog save) {
        this.context = context;
        this.view = new TogetherView(
                context, feeds, save, List.of(new ActionButton("Back to containers", this::toList).small()));
        this.head = head();
        build();
        command("find", "Find in these logs", "Mod+F", view::find);
        command("copy", "Copy the selected lines", "Mod+C", view::copy);
    }

    /// Its address for all containers of a compose project.
    public static Location ofProject(String project) {
        return Location.of(PAGE, project);
    }

    /// Its address for these containers.
    public static Location of(List<String> ids) {
        String[] rest = new String[ids.size() + 1];
        rest[0] = SOME;
        for (int i = 0; i < ids.size(); i++) {
            rest[i + 1] = ids.get(i);
        }
        return Location.of(PAGE, rest);
    }

    private void command(String id, String title, String keys, Runnable run) {
        context.shell()
                .commands()
                .register(new Command(
                        "logs." + id, () -> title, Optional.of(PAGE), Optional.of(keys), Optional::empty, run));
    }

    private HBox head() {
        IconButton back = new IconButton(Icons.CHEVRON_LEFT, "Back to containers", this::toList);
        Hyperlink crumb = new Hyperlink("Containers");
        crumb.getStyleClass().add("crumb");
        crumb.setOnAction(event -> {
            crumb.setVisited(false);
            toList();
        });
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        name.getStyleClass().add(StyleClasses.PAGE_TITLE);
        name.setId("together-name");
        Label what = new Label("Logs together");
        what.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox row = new HBox(back, crumb, slash, name, what);
        row.getStyleClass().addAll(StyleClasses.PAGE_HEAD, "detail-head", "together-head");
        return row;
    }

    private void build() {
        root.setId("page-logs");
        root.getStyleClass().addAll(StyleClasses.PAGE, "container-page");
        root.getStylesheets()
                .add(Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                        .toExternalForm());
        VBox.setVgrow(view, Priority.ALWAYS);
        view.onTitle(name::setText);
        root.getChildren().addAll(head, view);
    }

    private void toList() {
        context.shell().navigator().go(LIST);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        List<String> rest = location.rest();
        if (rest.isEmpty() || rest.getFirst().isEmpty()) {
            toList();
        } else if (rest.size() == 1) {
            view.showProject(rest.getFirst());
        } else {
            view.showContainers(rest.subList(1, rest.size()));
        }
    }

    @Override
    public void hidden() {
        view.leave();
    }

    @Override
    public void focusMain() {
        view.focusMain();
    }

    @Override
    public boolean escape() {
        return view.escape();
    }

    @Override
    public List<Node> regions() {
        List<Node> regions = new ArrayList<>(List.of(head));
        regions.addAll(view.regions());
        return regions;
    }

    @Override
    public boolean settled() {
        return view.settled();
    }
}
