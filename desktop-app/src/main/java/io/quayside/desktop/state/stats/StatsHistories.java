package io.quayside.desktop.state.stats;

import io.quayside.engine.model.ContainerStats;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The histories of all containers that were measured within the last hour; of very many, the newest. Any thread.
final class StatsHistories {
    private static final int MOST = 400;

    private final InstantSource clock;
    private final Map<String, StatsHistory> byId = new ConcurrentHashMap<>();

    StatsHistories(InstantSource clock) {
        this.clock = clock;
    }

    void add(String id, ContainerStats stats) {
        if (stats.read().isEmpty()) {
            return; // the container doesn't run
        }
        StatsHistory history = byId.get(id);
        if (history == null) {
            makeRoom();
            history = byId.computeIfAbsent(id, ignored -> new StatsHistory());
        }
        history.add(stats, clock.instant());
    }

    StatsWindow since(String id, Instant from) {
        StatsHistory history = byId.get(id);
        return history == null ? StatsWindow.EMPTY : history.since(from);
    }

    private void makeRoom() {
        long oldest = clock.instant().minus(StatsHistory.KEPT).toEpochMilli();
        byId.values().removeIf(history -> history.lastAt() < oldest);
        while (byId.size() >= MOST) {
            byId.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().lastAt()))
                    .ifPresent(entry -> byId.remove(entry.getKey()));
        }
    }
}
