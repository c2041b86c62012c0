package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;

/// All sessions of the app, by container. They outlive pages and tabs and end with the app. FX thread.
public final class TerminalSessions implements AutoCloseable {
    private final EngineSession session;
    private final FxThread fx;
    private final Map<String, ContainerTerminals> containers = new HashMap<>();

    public TerminalSessions(EngineSession session, FxThread fx) {
        this.session = session;
        this.fx = fx;
    }

    ContainerTerminals of(String containerId, String name) {
        return containers.computeIfAbsent(containerId, id -> new ContainerTerminals(id, name, session, fx));
    }

    /// How many sessions a container has, with those that have ended and still stand there; follows.
    ObservableValue<Integer> count(ContainerLine container) {
        return of(container.container().id(), container.name())
                .shownProperty()
                .map(shown -> shown.all().size());
    }

    /// Ends all of them.
    @Override
    public void close() {
        containers.values().forEach(ContainerTerminals::closeAll);
        containers.clear();
    }
}
