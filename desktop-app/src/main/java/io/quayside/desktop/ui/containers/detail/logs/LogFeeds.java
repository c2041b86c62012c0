package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.LogShelf;
import java.util.HashMap;
import java.util.Map;

/// The feeds of all containers that were looked at. FX thread.
public final class LogFeeds {
    private final LogShelf shelf;
    private final Map<String, LogFeed> feeds = new HashMap<>();

    public LogFeeds(LogShelf shelf) {
        this.shelf = shelf;
    }

    LogFeed of(String containerId) {
        return feeds.computeIfAbsent(containerId, id -> new LogFeed(shelf, id));
    }
}
