package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.StatusText;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rows by the names of their volumes, kept up to date from snapshots. FX thread.
final class VolumeBook {
    private final Map<String, VolumeRow> rows = new LinkedHashMap<>();
    private final Map<String, String> busy = new HashMap<>();
    private Map<String, Long> sizes = Map.of();
    private Set<String> measured = Set.of();
    private MirrorSnapshot last = MirrorSnapshot.EMPTY;

    Collection<VolumeRow> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    @Nullable
    VolumeRow row(String name) {
        return rows.get(name);
    }

    /// Takes another state of the engine. Returns whether a row came, went or says something else.
    boolean update(MirrorSnapshot snapshot, Instant now) {
        last = snapshot;
        Map<String, List<VolumeUser>> users = users(snapshot, now);
        long largest = sizes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Set<String> there = new HashSet<>();
        boolean changed = false;
        for (Volume volume : snapshot.volumes().orElse(List.of())) {
            if (there.add(volume.name())) {
                VolumeLine line = line(volume, users.getOrDefault(volume.name(), List.of()), now);
                changed |= show(volume.name(), line.shareOf(largest));
            }
        }
        busy.keySet().retainAll(there);
        return rows.keySet().retainAll(there) || changed;
    }

    /// Lets rows say their ages anew.
    boolean tick(Instant now) {
        return update(last, now);
    }

    /// What the engine measured, without those that it can't.
    ///
    /// @param asked all volumes that were there then
    boolean learn(Map<String, Long> bytes, Set<String> asked, Instant now) {
        sizes = bytes;
        measured = asked;
        return tick(now);
    }

    void begin(String name, String word, Instant now) {
        busy.put(name, word);
        tick(now);
    }

    void done(String name, Instant now) {
        busy.remove(name);
        tick(now);
    }

    private boolean show(String name, VolumeLine line) {
        VolumeRow row = rows.get(name);
        if (row != null) {
            return row.show(line);
        }
        rows.put(name, new VolumeRow(name, line));
        return true;
    }

    private VolumeLine line(Volume volume, List<VolumeUser> users, Instant now) {
        Long size = sizes.get(volume.name());
        return new VolumeLine(
                volume,
                users,
                size == null ? OptionalLong.empty() : OptionalLong.of(size),
                measured.contains(volume.name()),
                0,
                volume.created()
                        .map(time -> Times.age(Duration.between(time, now)))
                        .orElse("–"),
                last.live(),
                Optional.ofNullable(busy.get(volume.name())));
    }

    private static Map<String, List<VolumeUser>> users(MirrorSnapshot snapshot, Instant now) {
        Map<String, List<VolumeUser>> users = new HashMap<>();
        for (Container container : snapshot.containers().orElse(Map.of()).values()) {
            Set<String> seen = new HashSet<>();
            for (MountPoint mount : container.mounts()) {
                if (mount.type().equals("volume") && seen.add(mount.name())) {
                    StatusText status = StatusText.of(container, now);
                    users.computeIfAbsent(mount.name(), ignored -> new ArrayList<>())
                            .add(new VolumeUser(
                                    container.id(),
                                    SafeText.line(container.name()),
                                    container.isUp(),
                                    status.glyph(),
                                    status.word(),
                                    SafeText.line(mount.destination())));
                }
            }
        }
        return users;
    }
}
