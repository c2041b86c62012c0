package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTab;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The Terminal tab: sessions of one container, which go on when it isn't shown. FX thread.
public final class TerminalTab implements DetailTab {
    /// What they are of unless somebody set it.
    public static final String BUSYBOX = "busybox";

    /// The setting that says of which image helpers are.
    public static final String DEBUG_IMAGE = "terminal.debug-image";

    private final DetailContext context;
    private final TerminalSessions sessions;
    private final VBox root = new VBox();
    private final TerminalBar bar;
    private final StackPane content = new StackPane();
    private final TerminalFooter footer;
    private final SessionForm form = new SessionForm(this::openWith, this::focusMain);
    private final Map<TerminalModel, SessionPane> panes = new HashMap<>();
    private @Nullable ContainerTerminals terminals;
    private @Nullable Thread looking;
    private Subscription following = Subscription.EMPTY;
    private Optional<Problem> problem = Optional.empty();

    private TerminalTab(DetailContext context, TerminalSessions sessions) {
        this.context = context;
        this.sessions = sessions;
        bar = new TerminalBar(new BarActions());
        footer = new TerminalFooter(context::copy);
        root.getStyleClass().add("terminal-tab");
        root.getStylesheets()
                .add(Objects.requireNonNull(TerminalTab.class.getResource("terminal.css"))
                        .toExternalForm());
        content.setMinSize(0, 0);
        VBox.setVgrow(content, Priority.ALWAYS);
        footer.managedProperty().bind(footer.visibleProperty());
        root.getChildren().addAll(bar, form, content, footer);
    }

    /// How the page finds it.
    public static DetailTabEntry entry(TerminalSessions sessions) {
        return new DetailTabEntry(
                "terminal",
                "Terminal",
                DetailTabEntry.Needs.RUNNING,
                context -> new TerminalTab(context, sessions),
                (context, container, told) -> sessions.count(container).subscribe(told::accept));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(ContainerLine container) {
        ContainerTerminals now = sessions.of(container.container().id(), container.name());
        terminals = now;
        problem = Optional.empty();
        following = now.shownProperty().subscribe(shown -> update());
        look(now, container.live());
    }

    @Override
    public void hidden() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (looking != null) {
            looking.interrupt();
            looking = null;
        }
        content.getChildren().clear();
        terminals = null;
    }

    @Override
    public void changed(ContainerLine container) {
        if (terminals != null && terminals.found().isEmpty() && looking == null && problem.isEmpty()) {
            look(terminals, container.live());
        }
    }

    /// Asks which shells there are; the first time the best one is opened.
    private void look(ContainerTerminals now, boolean live) {
        Optional<Engine> engine = context.parts().session().engine();
        if (!live || engine.isEmpty()) {
            update();
            return;
        }
        looking = Thread.ofVirtual().name("terminal-shells").start(() -> {
            try {
                ShellFinder.Found found = ShellFinder.look(engine.get(), now.containerId());
                answer(now, () -> {
                    boolean first = now.found().isEmpty();
                    now.found(found);
                    if (first && now.shell().isPresent()) {
                        openShell(now);
                    }
                });
            } catch (EngineException e) {
                Problem failed = context.parts().problems().map(e, new Attempt("open a terminal in", now.name()));
                answer(now, () -> problem = Optional.of(failed));
            }
        });
        update();
    }

    private void answer(ContainerTerminals about, Runnable change) {
        context.parts().fx().run(() -> {
            if (about.equals(terminals)) {
                looking = null;
                change.run();
                update();
            }
        });
    }

    private void openShell(ContainerTerminals now) {
        now.shell().ifPresent(path -> focus(now.open(new SessionKind.Shell(path, now.user()))));
    }

    private void openWith(String folder, List<String> environment) {
        if (terminals != null) {
            ContainerTerminals now = terminals;
            now.shell()
                    .ifPresent(path -> focus(now.open(new SessionKind.Shell(path, now.user(), folder, environment))));
        }
    }

    private void focus(TerminalModel model) {
        SessionPane pane = panes.get(model);
        if (pane != null) {
            pane.focusView();
        }
    }

    private void update() {
        ContainerTerminals now = terminals;
        if (now == null) {
            return;
        }
        ContainerTerminals.Shown shown = now.shownProperty().get();
        bar.show(now);
        Optional<SessionPane> front = shown.front().map(this::pane);
        Optional<SessionPane> beside = shown.beside().map(this::pane);
        footer.setVisible(front.isPresent());
        if (front.isEmpty()) {
            content.getChildren().setAll(nothing(now));
        } else {
            show(front.get(), beside);
            shown.front().ifPresent(model -> footer.show(model, front.get()));
        }
    }

    private void show(SessionPane front, Optional<SessionPane> beside) {
        if (beside.isEmpty()) {
            if (!content.getChildren().equals(List.of(front))) {
                content.getChildren().setAll(front);
                front.focusView();
            }
            return;
        }
        boolean same = content.getChildren().size() == 1
                && content.getChildren().getFirst() instanceof SplitPane split
                && split.getItems().equals(List.of(front, beside.get()));
        if (!same) {
            content.getChildren().clear();
            SplitPane split = new SplitPane(front, beside.get());
            split.setId("terminal-split");
            content.getChildren().setAll(split);
            beside.get().focusView();
        }
    }

    private SessionPane pane(TerminalModel model) {
        ContainerTerminals now = Objects.requireNonNull(terminals);
        return panes.computeIfAbsent(
                model, one -> new SessionPane(one, now.name(), context, () -> focused(one), () -> close(now, one)));
    }

    /// The footer tells about the session that is typed into.
    private void focused(TerminalModel model) {
        SessionPane pane = panes.get(model);
        if (pane != null) {
            footer.show(model, pane);
        }
    }

    private void close(ContainerTerminals of, TerminalModel model) {
        of.close(model);
        panes.remove(model);
    }

    private Node nothing(ContainerTerminals now) {
        if (problem.isPresent()) {
            return new VBox(new ProblemPane(ProblemPane.Form.ROW, problem.get()));
        }
        if (now.found().isEmpty()) {
            return new Region();
        }
        if (now.shell().isPresent()) {
            ActionButton open = new ActionButton("Open a shell", () -> openShell(now)).primary();
            open.setId("terminal-open");
            return new EmptyState("No session is open.", "", open);
        }
        TextField image = new TextField(debugImage());
        image.setAccessibleText("Image of the debug shell");
        image.setId("terminal-debug-image");
        image.setPrefColumnCount(18);
        image.setOnAction(event -> openDebug(now, image.getText()));
        ActionButton open = new ActionButton("Open a debug shell", () -> openDebug(now, image.getText())).primary();
        open.setId("terminal-debug");
        return new EmptyState(
                "This image has no shell.",
                "A helper container of this image shares the processes and the network of " + now.name()
                        + ", and starts among its files.",
                image,
                open);
    }

    private void openDebug(ContainerTerminals now, String image) {
        if (!image.isBlank()) {
            String chosen = image.strip();
            context.parts().updateSettings().accept(settings -> settings.withChoice(DEBUG_IMAGE, chosen));
            focus(now.open(new SessionKind.Debug(chosen)));
        }
    }

    private String debugImage() {
        return context.parts().settings().get().choice(DEBUG_IMAGE, BUSYBOX);
    }

    @Override
    public void focusMain() {
        frontPane().ifPresentOrElse(SessionPane::focusView, root::requestFocus);
    }

    @Override
    public boolean escape() {
        return form.escape() || frontPane().map(SessionPane::escape).orElse(false);
    }

    @Override
    public boolean copy() {
        Optional<SessionPane> pane =
                frontPane().filter(one -> !one.view().selectedText().isEmpty());
        pane.ifPresent(one -> one.view().copy());
        return pane.isPresent();
    }

    @Override
    public void find() {
        frontPane().ifPresent(SessionPane::findRequested);
    }

    @Override
    public boolean settled() {
        return looking == null && frontPane().map(SessionPane::isSettled).orElse(true);
    }

    private Optional<SessionPane> frontPane() {
        return Optional.ofNullable(terminals)
                .flatMap(now -> now.shownProperty().get().front())
                .map(panes::get);
    }

    private final class BarActions implements TerminalBar.Actions {
        @Override
        public void add() {
            if (terminals != null) {
                openShell(terminals);
            }
        }

        @Override
        public void split() {
            if (terminals != null) {
                ContainerTerminals now = terminals;
                now.shell().ifPresent(path -> now.openBeside(new SessionKind.Shell(path, now.user())));
            }
        }

        @Override
        public void attach() {
            if (terminals != null) {
                boolean takesKeys =
                        terminals.found().map(ShellFinder.Found::mainTakesKeys).orElse(false);
                focus(terminals.open(new SessionKind.Main(takesKeys)));
            }
        }

        @Override
        public void debug() {
            if (terminals != null) {
                openDebug(terminals, debugImage());
            }
        }

        @Override
        public void form() {
            form.open();
        }

        @Override
        public void shell(String path) {
            if (terminals != null) {
                terminals.chooseShell(path);
                openShell(terminals);
            }
        }

        @Override
        public void user(String name) {
            if (terminals != null) {
                terminals.chooseUser(name);
                openShell(terminals);
            }
        }

        @Override
        public void select(TerminalModel model) {
            if (terminals != null) {
                terminals.select(model);
                focus(model);
            }
        }

        @Override
        public void close(TerminalModel model) {
            if (terminals != null) {
                TerminalTab.this.close(terminals, model);
            }
        }

        @Override
        public void find() {
            TerminalTab.this.find();
        }
    }
}
