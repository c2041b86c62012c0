package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import java.util.HashMap;
import java.util.Map;

/// All sessions of the app, by container. They outlive pages and tabs and end with the app. FX thread.
public final class TerminalSessions implements AutoCloseable {
    private final EngineSession session;
    private final FxThread fx;
    private final Map<String, ContainerTerminals> containers = new HashMap<>();
    private String debugImage = "busybox";

    public TerminalSessions(EngineSession session, FxThread fx) {
        this.session = session;
        this.fx = fx;
    }

    ContainerTerminals of(String containerId, String name) {
        return containers.computeIfAbsent(containerId, id -> new ContainerTerminals(id, name, session, fx));
    }

    /// The image of debug shells, as chosen last.
    String debugImage() {
        return debugImage;
    }

    void setDebugImage(String image) {
        debugImage = image;
    }

    /// Ends all of them.
    @Override
    public void close() {
        containers.values().forEach(ContainerTerminals::closeAll);
        containers.clear();
    }
}
