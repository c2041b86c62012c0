package io.quayside.desktop.state.stats;

import io.quayside.desktop.task.Subscription;
import java.util.Collection;
import java.util.Set;

/// What one viewer wants figures of. Any thread.
public final class StatsInterest implements Subscription {
    private final StatsHub hub;
    private volatile Set<String> ids = Set.of();

    StatsInterest(StatsHub hub) {
        this.hub = hub;
    }

    /// These containers and no others from now on. Containers that don't run are better left out: engines send empty
    /// figures for them all the time.
    public void set(Collection<String> wanted) {
        Set<String> next = Set.copyOf(wanted);
        if (!next.equals(ids)) {
            ids = next;
            hub.interestChanged();
        }
    }

    /// Joins again after [#close()], with the containers of before.
    public void open() {
        hub.add(this);
    }

    Set<String> ids() {
        return ids;
    }

    @Override
    public void close() {
        hub.remove(this);
    }
}
