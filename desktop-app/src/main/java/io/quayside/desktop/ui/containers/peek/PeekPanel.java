package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.stats.StatsInterest;
import io.quayside.desktop.state.stats.StatsSeries;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.Engine;
import io.quayside.engine.model.ContainerState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Logs, figures and facts of the rows that are selected. It reads nothing while it is closed. FX thread.
public final class PeekPanel extends ViewLifecycle {
    private final FxThread fx;
    private final EngineSession session;
    private final BorderPane root = new BorderPane();
    private final Label name = new Label();
    private final Label project = new Label();
    private final Segments<PeekTab> tabs = new Segments<>(
            "Peek",
            List.of(
                    new Segments.Option<>(PeekTab.LOGS, "Logs"),
                    new Segments.Option<>(PeekTab.STATS, "Stats"),
                    new Segments.Option<>(PeekTab.INSPECT, "Inspect")));
    private final LogList logs = new LogList();
    private final StatsTab stats = new StatsTab();
    private final InspectTab inspect = new InspectTab();
    private final StackPane content = new StackPane();
    private final InspectReader reader;
    private final StatsInterest interest;
    private List<ContainerRow> rows = List.of();
    private Optional<LogTail> tail = Optional.empty();
    private String tailed = "";
    private javafx.util.Subscription following = javafx.util.Subscription.EMPTY;

    public PeekPanel(FxThread fx, EngineSession session, Runnable close) {
        this.fx = fx;
        this.session = session;
        this.interest = session.stats().interest();
        this.reader = new InspectReader(fx, inspect::json);
        root.setId("peek-panel");
        root.getStyleClass().add("peek");
        root.setMinHeight(96);
        root.setTop(head(close));
        root.setCenter(content);
        ids();
        tabs.valueProperty().subscribe(this::show);
    }

    public Node node() {
        return root;
    }

    /// Shows these containers. The same ones again change nothing.
    public void follow(List<ContainerRow> selected) {
        if (!rows.equals(selected)) {
            rows = List.copyOf(selected);
            restart();
        }
    }

    public void open(PeekTab tab) {
        tabs.valueProperty().set(tab);
    }

    @Override
    protected void onShown() {
        interest.open();
        whileShown(session.stats().onChange(changed -> fx.run(() -> figures(changed))));
        whileShown(interest);
        restart();
    }

    @Override
    protected void onHidden() {
        following.unsubscribe();
        stopTail();
        reader.stop();
    }

    private Node head(Runnable close) {
        name.getStyleClass().add(StyleClasses.STRONG);
        project.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        Label hint = new Label("Follows the selected row");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox head =
                new HBox(name, project, tabs, gap, hint, new IconButton(Icons.CLOSE, Icons.SMALL, "Close Peek", close));
        head.getStyleClass().add("peek-head");
        return head;
    }

    private void ids() {
        List<String> names = List.of("tab-logs", "tab-stats", "tab-inspect");
        int i = 0;
        for (Node child : tabs.getChildren()) {
            if (i < names.size()) {
                child.setId(names.get(i++));
            }
        }
    }

    /// Everything anew, for other rows or another tab.
    private void restart() {
        following.unsubscribe();
        following = javafx.util.Subscription.EMPTY;
        if (!isShown()) {
            return;
        }
        title();
        for (ContainerRow row : rows) {
            following = following.and(row.lineProperty().subscribe((before, now) -> changed(row, before, now)));
        }
        show(tabs.valueProperty().get());
    }

    private void title() {
        if (rows.isEmpty()) {
            name.setText("Nothing selected");
            project.setText("");
        } else if (rows.size() == 1) {
            ContainerLine line = rows.getFirst().line();
            name.setText(line.name());
            project.setText(line.container()
                    .project()
                    .map(io.quayside.desktop.ui.format.SafeText::line)
                    .orElse(""));
        } else {
            name.setText(rows.size() + " containers");
            project.setText("");
        }
    }

    private void show(PeekTab tab) {
        if (!isShown() || tab == null) {
            return;
        }
        if (tab != PeekTab.LOGS) {
            stopTail();
        }
        interest.set(tab == PeekTab.STATS ? running() : List.of());
        switch (tab) {
            case LOGS -> {
                content.getChildren().setAll(logs);
                startTail();
            }
            case STATS -> {
                content.getChildren().setAll(stats);
                showStats();
            }
            case INSPECT -> {
                content.getChildren().setAll(inspect);
                showInspect();
            }
        }
    }

    /// A row changed: a started container has new output, an inspection may say something else.
    private void changed(ContainerRow row, ContainerLine before, ContainerLine now) {
        title();
        boolean otherRun = !before.container()
                        .run()
                        .startedAt()
                        .equals(now.container().run().startedAt())
                || before.container().isUp() != now.container().isUp()
                || before.live() != now.live();
        if (tabs.valueProperty().get() == PeekTab.INSPECT && !before.container().equals(now.container())) {
            showInspect();
        }
        if (otherRun && tabs.valueProperty().get() == PeekTab.STATS) {
            interest.set(running());
            showStats();
        }
        if (otherRun && now.container().isUp() && !before.container().isUp()) {
            tailed = "";
            show(tabs.valueProperty().get());
        }
        if (!before.live() && row.line().live()) {
            tailed = "";
            show(tabs.valueProperty().get());
        }
    }

    private void startTail() {
        String wanted = String.join(",", rows.stream().map(ContainerRow::id).toList());
        Optional<Engine> engine = session.engine();
        if (wanted.equals(tailed) || engine.isEmpty()) {
            if (rows.isEmpty()) {
                logs.begin(List.of(), "Select a row to see its output.");
            }
            return;
        }
        stopTail();
        tailed = wanted;
        logs.begin(
                rows.stream().map(row -> row.line().name()).toList(),
                rows.isEmpty() ? "Select a row to see its output." : "No output yet.");
        LogTail next = new LogTail(fx, LogList.MOST, logs::add);
        rows.forEach(row -> next.follow(
                engine.get(), new LogTail.Source(row.id(), row.line().name())));
        tail = Optional.of(next);
    }

    private void stopTail() {
        tail.ifPresent(Subscription::close);
        tail = Optional.empty();
        tailed = "";
    }

    private List<String> running() {
        return rows.stream()
                .filter(row -> row.line().container().state() == ContainerState.RUNNING)
                .map(ContainerRow::id)
                .toList();
    }

    private void showStats() {
        if (rows.size() != 1) {
            stats.nothing(rows.isEmpty() ? "Select a row to see its figures." : "Figures are shown for one container.");
            return;
        }
        ContainerRow row = rows.getFirst();
        if (!row.line().container().isUp()) {
            stats.nothing(row.line().name() + " is stopped.");
            return;
        }
        session.stats().series(row.id()).ifPresentOrElse(stats::show, () -> stats.nothing("Measuring…"));
    }

    private void figures(Map<String, StatsSeries> changed) {
        if (isShown() && tabs.valueProperty().get() == PeekTab.STATS && rows.size() == 1) {
            StatsSeries series = changed.get(rows.getFirst().id());
            if (series != null) {
                stats.show(series);
            }
        }
    }

    private void showInspect() {
        if (rows.isEmpty()) {
            reader.stop();
            inspect.nothing("Select a row to see what the engine says about it.");
            return;
        }
        inspect.facts(rows.getFirst().line().container());
        session.engine().ifPresent(engine -> reader.read(engine, rows.getFirst().id()));
    }
}
