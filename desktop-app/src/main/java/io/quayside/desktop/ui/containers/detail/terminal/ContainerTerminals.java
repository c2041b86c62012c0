package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import io.quayside.terminal.TerminalSession;
import io.quayside.terminal.TerminalSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The sessions of one container, which of them is shown, and which beside it. FX thread.
final class ContainerTerminals {
    private static final TerminalSize FIRST = new TerminalSize(80, 24);

    private final String containerId;
    private final String name;
    private final FxThread fx;
    private final EngineTerminals engine;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private Optional<ShellFinder.Found> found = Optional.empty();
    private Optional<String> shell = Optional.empty();
    private Optional<String> user = Optional.empty();

    /// What the tab shows: all sessions, the one in front, and one beside it.
    record Shown(List<TerminalModel> all, Optional<TerminalModel> front, Optional<TerminalModel> beside) {
        static final Shown NOTHING = new Shown(List.of(), Optional.empty(), Optional.empty());

        Shown {
            all = List.copyOf(all);
        }

        /// Whether a session is in front or beside it.
        boolean isShown(TerminalModel model) {
            return front.equals(Optional.of(model)) || beside.equals(Optional.of(model));
        }
    }

    ContainerTerminals(String containerId, String name, EngineSession session, FxThread fx) {
        this.containerId = containerId;
        this.name = name;
        this.fx = fx;
        this.engine = new EngineTerminals(session::engine);
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    String containerId() {
        return containerId;
    }

    String name() {
        return name;
    }

    Optional<ShellFinder.Found> found() {
        return found;
    }

    void found(ShellFinder.Found now) {
        found = Optional.of(now);
    }

    /// The shell that the next session gets; empty when there is none.
    Optional<String> shell() {
        return shell.or(() -> found.flatMap(one -> one.shells().stream().findFirst()));
    }

    void chooseShell(String path) {
        shell = Optional.of(path);
    }

    /// The user that the next session gets, empty for the container's own.
    String user() {
        return user.orElse("");
    }

    void chooseUser(String name) {
        user = Optional.of(name);
    }

    /// The user of a session in words.
    String userInWords() {
        String own = found.map(ShellFinder.Found::user)
                .filter(text -> !text.isEmpty())
                .orElse("root");
        return user().isEmpty() ? own : user();
    }

    /// Opens a session in front.
    TerminalModel open(SessionKind kind) {
        TerminalModel model = start(kind);
        List<TerminalModel> all = new ArrayList<>(shown.get().all());
        all.add(model);
        shown.set(new Shown(all, Optional.of(model), Optional.empty()));
        return model;
    }

    /// Opens a session beside the one in front.
    void openBeside(SessionKind kind) {
        TerminalModel model = start(kind);
        Shown before = shown.get();
        List<TerminalModel> all = new ArrayList<>(before.all());
        all.add(model);
        shown.set(new Shown(
                all, before.front().or(() -> Optional.of(model)), before.front().map(front -> model)));
    }

    private TerminalModel start(SessionKind kind) {
        TerminalSession session = new TerminalSession(name, FIRST, size -> engine.open(containerId, kind, size));
        return new TerminalModel(kind, userInWords(), kind.commandLine(name), session, fx);
    }

    void select(TerminalModel model) {
        Shown before = shown.get();
        if (!before.beside().equals(Optional.of(model))) {
            shown.set(new Shown(before.all(), Optional.of(model), Optional.empty()));
        }
    }

    /// Ends a session and takes it away.
    void close(TerminalModel model) {
        model.session().close();
        Shown before = shown.get();
        List<TerminalModel> all = new ArrayList<>(before.all());
        int at = all.indexOf(model);
        all.remove(model);
        Optional<TerminalModel> beside = before.beside().filter(one -> one != model);
        Optional<TerminalModel> front = before.front()
                .filter(one -> one != model)
                .or(() -> beside)
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.clamp(at, 0, all.size() - 1))));
        shown.set(new Shown(all, front, beside.filter(one -> !front.equals(Optional.of(one)))));
    }

    void closeAll() {
        shown.get().all().forEach(model -> model.session().close());
        shown.set(Shown.NOTHING);
    }
}
