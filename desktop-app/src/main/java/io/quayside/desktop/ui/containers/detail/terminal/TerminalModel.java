package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.terminal.SessionState;
import io.quayside.terminal.TerminalSession;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One session: what runs in it, its name and where it stands. FX thread.
final class TerminalModel {
    private final SessionKind kind;
    private final String user;
    private final String commandLine;
    private final TerminalSession session;
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyObjectWrapper<SessionState> state;

    /// @param user whom it runs as, in words
    TerminalModel(SessionKind kind, String user, String commandLine, TerminalSession session, FxThread fx) {
        this.kind = kind;
        this.user = user;
        this.commandLine = commandLine;
        this.session = session;
        this.title = new ReadOnlyStringWrapper(SafeText.line(kind.title()));
        this.state = new ReadOnlyObjectWrapper<>(new SessionState.Starting());
        session.onState(now -> fx.run(() -> state.set(now)));
        state.set(session.state());
    }

    SessionKind kind() {
        return kind;
    }

    String user() {
        return user;
    }

    String commandLine() {
        return commandLine;
    }

    TerminalSession session() {
        return session;
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SessionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Gives it another name; without letters it gets its first one back.
    void rename(String name) {
        title.set(SafeText.line(name.isBlank() ? kind.title() : name.strip()));
    }
}
