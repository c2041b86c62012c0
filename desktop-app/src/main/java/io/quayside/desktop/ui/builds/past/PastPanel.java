package io.quayside.desktop.ui.builds.past;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.builds.list.BuildRow;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.LogShelf;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The build of the selected row: where its time went, what it printed, its Dockerfile, and what it had of the build
/// cache. FX thread.
public final class PastPanel extends ViewLifecycle {
    private static final int LONGEST = 40;

    private final ContainersParts parts;
    private final Builds builds;
    private final BorderPane root = new BorderPane();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Segments<PastTab> tabs = new Segments<>(
            "Build",
            Arrays.stream(PastTab.values())
                    .map(tab -> new Segments.Option<>(tab, tab.title()))
                    .toList());
    private final HBox legend =
            new HBox(14, legend("longest", "Longest path"), legend("beside", "Beside it"), legend("cached", "Cached"));
    private final StackPane content = new StackPane();
    private final TimeTab time;
    private final OutputTab output;
    private final DockerfileTab dockerfile;
    private final CacheTab cache = new CacheTab();
    private Optional<BuildRow> row = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    /// @param shelf keeps output while it is shown
    public PastPanel(
            ContainersParts parts, Builds builds, LogShelf shelf, ShellContext shell, SaveDialog save, Runnable close) {
        this.parts = parts;
        this.builds = builds;
        this.time = new TimeTab(this::openOutput);
        this.output = new OutputTab(parts, builds, shelf, shell, save);
        this.dockerfile = new DockerfileTab(parts.fx(), builds.history());
        root.setId("build-panel");
        root.getStyleClass().add("peek");
        root.setMinHeight(120);
        root.setTop(head(close));
        root.setCenter(content);
        Iterator<PastTab> names = List.of(PastTab.values()).iterator();
        for (Node child : tabs.getChildren()) {
            child.setId("build-tab-" + names.next().title().toLowerCase(Locale.ROOT));
        }
        tabs.valueProperty().subscribe(ignored -> show());
    }

    public Region node() {
        return root;
    }

    /// Shows this build. The same one again changes nothing.
    public void follow(Optional<BuildRow> selected) {
        if (!row.equals(selected)) {
            row = selected;
            restart();
        }
    }

    public void open(PastTab tab) {
        tabs.valueProperty().set(tab);
    }

    @Override
    protected void onShown() {
        restart();
    }

    @Override
    protected void onHidden() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        output.stop();
        dockerfile.stop();
    }

    /// Whether it shows all it will show.
    public boolean settled() {
        return output.settled() && dockerfile.settled();
    }

    private HBox head(Runnable close) {
        name.getStyleClass().add(StyleClasses.STRONG);
        name.setMinWidth(0);
        facts.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        facts.setMinWidth(Region.USE_PREF_SIZE);
        tabs.setMinWidth(Region.USE_PREF_SIZE);
        legend.setMinWidth(0);
        legend.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        Gap gap = new Gap();
        HBox head = new HBox(
                name, facts, tabs, gap, legend, new IconButton(Icons.CLOSE, Icons.SMALL, "Close the build", close));
        head.getStyleClass().add("peek-head");
        return head;
    }

    private static HBox legend(String kind, String words) {
        Region box = new Region();
        box.getStyleClass().addAll("time-bar", "time-legend", kind);
        Label label = new Label(words);
        label.getStyleClass().add(StyleClasses.META);
        HBox both = new HBox(6, box, label);
        both.setAlignment(javafx.geometry.Pos.CENTER);
        return both;
    }

    /// Everything anew, for another build.
    private void restart() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (isShown()) {
            following = row.map(each -> each.lineProperty().subscribe(ignored -> show()))
                    .orElse(Subscription.EMPTY);
            show();
        }
    }

    private void show() {
        if (!isShown()) {
            return;
        }
        if (row.isEmpty()) {
            name.setText("Nothing selected");
            facts.setText("");
            content.getChildren().clear();
            legend.setVisible(false);
            return;
        }
        BuildRecord build = row.get().line().build();
        name.setText(ImageNames.shorten(withoutRegistry(build.request().title()), LONGEST));
        facts.setText(row.get().line().time() + ", " + row.get().line().when());
        PastTab tab = tabs.valueProperty().get();
        legend.setVisible(tab == PastTab.TIME);
        legend.setManaged(tab == PastTab.TIME);
        switch (tab) {
            case TIME -> {
                time.show(build, builds.records(), parts.clock().instant());
                put(time);
            }
            case OUTPUT -> {
                output.show(build);
                put(output);
            }
            case DOCKERFILE -> {
                dockerfile.show(build);
                put(dockerfile);
            }
            case CACHE -> {
                cache.show(build);
                put(cache);
            }
        }
    }

    /// The list above says of which registry it is.
    private static String withoutRegistry(String name) {
        int slash = name.indexOf('/');
        String host = slash < 0 ? "" : name.substring(0, slash);
        return host.contains(".") || host.contains(":") ? name.substring(slash + 1) : name;
    }

    private void openOutput(int step) {
        open(PastTab.OUTPUT);
        output.choose(step);
    }

    private void put(Region tab) {
        if (!content.getChildren().equals(List.of(tab))) {
            content.getChildren().setAll(tab);
        }
    }
}
