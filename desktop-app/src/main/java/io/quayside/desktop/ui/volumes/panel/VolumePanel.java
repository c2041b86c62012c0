package io.quayside.desktop.ui.volumes.panel;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.containers.detail.inspect.JsonPane;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.TabNames;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.volumes.job.JobBlock;
import io.quayside.desktop.ui.volumes.job.VolumeJob;
import io.quayside.desktop.ui.volumes.job.VolumeJobs;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import io.quayside.desktop.ui.volumes.list.VolumeListener;
import io.quayside.desktop.ui.volumes.list.VolumeRow;
import io.quayside.engine.error.EngineException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One volume beside the list: its files, who uses it, what it is, and below what is being done with it. FX thread.
public final class VolumePanel extends VBox {
    public static final double WIDTH = 420;

    private final ContainersParts parts;
    private final VolumeListener page;
    private final VolumeJobs jobs;
    private final Label name = new Label();
    private final Label size = new Label();
    private final TabNames tabs = new TabNames(
            Stream.of(VolumeTab.values())
                    .map(each -> new TabNames.Tab(each.id(), each.title()))
                    .toList(),
            id -> VolumeTab.of(id).ifPresent(this::open));
    private final StackPane body = new StackPane();
    private final StackPane foot = new StackPane();
    private final VolumeUsers users;
    private final VolumeDetails details;
    private final JsonPane json;
    private final VolumeFiles files;
    private final LatestAnswer answer;
    private VolumeTab tab = VolumeTab.FILES;
    private Optional<VolumeRow> row = Optional.empty();
    private Optional<VolumeJob> job = Optional.empty();
    private boolean entered;
    private Subscription following = Subscription.EMPTY;

    public VolumePanel(
            ContainersParts parts, ShellContext shell, VolumeListener page, VolumeJobs jobs, Runnable close) {
        this.parts = parts;
        this.page = page;
        this.jobs = jobs;
        this.users = new VolumeUsers(page::open);
        this.details = new VolumeDetails(page::copy);
        this.json = new JsonPane("volume-json-search", 200, page::copy);
        this.files = new VolumeFiles(parts, shell);
        this.answer = new LatestAnswer(parts.fx(), "volume-inspect");
        setId("volume-panel");
        getStyleClass().addAll(StyleClasses.PANEL, "volume-panel");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(head(close), tabs, body, foot);
        jobs.changesProperty().subscribe(ignored -> foot());
    }

    private HBox head(Runnable close) {
        name.getStyleClass().add(StyleClasses.SECTION_TITLE);
        name.setMinWidth(0);
        name.setId("volume-name");
        size.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        size.setMinWidth(USE_PREF_SIZE);
        Gap gap = new Gap();
        ActionButton clone = new ActionButton("Clone…", () -> row.ifPresent(page::copy))
                .small()
                .ghost();
        ActionButton export = new ActionButton("Export…", () -> row.ifPresent(page::export))
                .small()
                .ghost();
        clone.setMinWidth(USE_PREF_SIZE);
        export.setMinWidth(USE_PREF_SIZE);
        IconButton closing = new IconButton(Icons.CLOSE, Icons.SMALL, "Close the volume", close);
        HBox head = new HBox(8, Icons.VOLUMES.node(), name, size, gap, clone, export, closing);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        return head;
    }

    /// Shows this volume from now on; none when its row is gone.
    public void follow(Optional<VolumeRow> next) {
        if (next.equals(row)) {
            return;
        }
        row = next;
        following.unsubscribe();
        following = next.map(it -> it.lineProperty().subscribe(this::paint)).orElse(Subscription.EMPTY);
        foot();
        show();
    }

    public Optional<VolumeRow> row() {
        return row;
    }

    /// Shows another tab.
    public void open(VolumeTab next) {
        tab = next;
        show();
    }

    public VolumeTab tab() {
        return tab;
    }

    /// It is in view.
    public void enter() {
        entered = true;
        show();
    }

    /// It is out of view: what was made to read the volume goes.
    public void leave() {
        entered = false;
        answer.stop();
        files.close();
    }

    public void focus() {
        if (tab == VolumeTab.FILES) {
            files.focus();
        } else {
            tabs.focusMarked();
        }
    }

    /// Whether Esc closed something in it.
    public boolean escape() {
        return tab == VolumeTab.FILES && files.escape();
    }

    /// What isn't saved, of every volume that was shown: which file, by the volume's name.
    public Map<String, String> unsaved() {
        return files.unsaved();
    }

    /// Forgets what isn't saved of volumes that the engine doesn't have any more.
    public void keep(Set<String> there) {
        files.keep(there);
    }

    public boolean settled() {
        return !answer.isWaiting() && files.settled();
    }

    private void paint(VolumeLine line) {
        name.setText(line.shortTitle());
        Tip.on(name, line.title());
        size.setText(line.sizeWords());
        users.show(line.usedBy());
        details.show(line);
        tabs.count(VolumeTab.USED_BY.id(), line.usedBy().size());
        if (entered && tab == VolumeTab.FILES) {
            files.changed(line);
        }
    }

    private void show() {
        tabs.mark(tab.id());
        answer.stop();
        if (!entered || row.isEmpty()) {
            files.close();
            return;
        }
        if (tab != VolumeTab.FILES) {
            files.close();
        }
        switch (tab) {
            case FILES -> {
                put(files.node());
                files.open(row.get().line());
            }
            case USED_BY -> put(users);
            case DETAILS -> put(details);
            case JSON -> {
                put(json);
                askJson(row.get().line());
            }
        }
    }

    private record Answer(Optional<String> text, Optional<Problem> problem) {}

    private void askJson(VolumeLine line) {
        answer.ask(
                () -> {
                    try {
                        return new Answer(
                                Optional.of(parts.connected()
                                        .volumes()
                                        .json(line.name())
                                        .text()),
                                Optional.empty());
                    } catch (EngineException e) {
                        return new Answer(
                                Optional.empty(),
                                Optional.of(parts.problems().map(e, new Attempt("inspect", line.title()))));
                    }
                },
                said -> {
                    // Passwords as dots; Details copies them as they are.
                    said.text().map(VolumeSecrets::maskedJson).ifPresent(json::show);
                    said.problem().ifPresent(why -> put(new VBox(new ProblemPane(ProblemPane.Form.BANNER, why))));
                });
    }

    private void put(Node node) {
        if (!body.getChildren().equals(java.util.List.of(node))) {
            body.getChildren().setAll(node);
        }
    }

    private void foot() {
        Optional<VolumeJob> next = row.flatMap(it -> jobs.of(it.name()));
        if (!next.equals(job)) {
            job = next;
            foot.getChildren()
                    .setAll(next.map(it -> new JobBlock(it, () -> jobs.dismiss(it))).stream()
                            .toList());
            foot.setPadding(Insets.EMPTY);
        }
    }
}
