package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.builds.BuildRecord;
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

/// All rows by the ids of their builds. FX thread.
final class BuildBook {
    private final Map<String, BuildRow> rows = new LinkedHashMap<>();
    private final Map<String, Integer> deleting = new HashMap<>();
    private List<BuildRecord> last = List.of();

    Collection<BuildRow> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    @Nullable
    BuildRow row(String id) {
        return rows.get(id);
    }

    /// Whether one is at work, so that its time goes on.
    boolean isAnyRunning() {
        return last.stream().anyMatch(BuildRecord::isRunning);
    }

    /// Takes the present builds. Returns whether a row came, went or says something else.
    boolean update(List<BuildRecord> builds, Instant now) {
        last = builds;
        Set<String> there = new HashSet<>();
        boolean changed = false;
        for (BuildRecord build : builds) {
            there.add(build.id());
            BuildLine line = BuildLine.of(build, now, Optional.ofNullable(deleting.get(build.id())));
            BuildRow row = rows.get(build.id());
            if (row == null) {
                rows.put(build.id(), new BuildRow(build.id(), line));
                changed = true;
            } else {
                changed |= row.show(line);
            }
        }
        deleting.keySet().retainAll(there);
        return rows.keySet().retainAll(there) || changed;
    }

    void deletingIn(String id, Optional<Integer> seconds, Instant now) {
        seconds.ifPresentOrElse(left -> deleting.put(id, left), () -> deleting.remove(id));
        update(last, now);
    }
}
