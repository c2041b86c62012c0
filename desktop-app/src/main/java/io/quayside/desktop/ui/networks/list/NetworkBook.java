package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.engine.model.Network;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rows by the ids of their networks. FX thread.
final class NetworkBook {
    private final Map<String, NetworkRow> rows = new LinkedHashMap<>();
    private final Map<String, Integer> deleting = new HashMap<>();
    private final Map<String, String> busy = new HashMap<>();
    private MirrorSnapshot last = MirrorSnapshot.EMPTY;

    Collection<NetworkRow> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    @Nullable
    NetworkRow row(String id) {
        return rows.get(id);
    }

    /// Takes the present networks. Returns whether a row came, went or says something else.
    boolean update(MirrorSnapshot snapshot, Instant now) {
        last = snapshot;
        Set<String> there = new HashSet<>();
        boolean changed = false;
        for (Network network : snapshot.networks().orElse(List.of())) {
            String id = network.id();
            there.add(id);
            NetworkLine line = NetworkLine.of(
                    network, snapshot, now, Optional.ofNullable(busy.get(id)), Optional.ofNullable(deleting.get(id)));
            NetworkRow row = rows.get(id);
            if (row == null) {
                rows.put(id, new NetworkRow(id, line));
                changed = true;
            } else {
                changed |= row.show(line);
            }
        }
        deleting.keySet().retainAll(there);
        busy.keySet().retainAll(there);
        return rows.keySet().retainAll(there) || changed;
    }

    void deletingIn(String id, Optional<Integer> seconds, Instant now) {
        seconds.ifPresentOrElse(left -> deleting.put(id, left), () -> deleting.remove(id));
        update(last, now);
    }

    void begin(String id, String word, Instant now) {
        busy.put(id, word);
        update(last, now);
    }

    void done(String id, Instant now) {
        busy.remove(id);
        update(last, now);
    }

    void tick(Instant now) {
        update(last, now);
    }
}
