package io.quayside.desktop.state.mirror;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.Volume;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything in the engine at one moment. Never changes; objects that didn't change are the same ones in the next
/// snapshot, so comparing references finds the difference.
///
/// @param asOf when the engine last confirmed it
/// @param live whether events keep it up to date; otherwise it is only the last known state
/// @param containers by id; empty until they were listed
/// @param images empty until they were listed
/// @param volumes empty until they were listed
/// @param networks empty until they were listed
public record MirrorSnapshot(
        Instant asOf,
        boolean live,
        Optional<Map<String, Container>> containers,
        Optional<List<ImageSummary>> images,
        Optional<List<Volume>> volumes,
        Optional<List<Network>> networks) {
    public static final MirrorSnapshot EMPTY = new MirrorSnapshot(
            Instant.EPOCH, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public MirrorSnapshot {
        containers = containers.map(map -> Collections.unmodifiableMap(new LinkedHashMap<>(map)));
        images = images.map(List::copyOf);
        volumes = volumes.map(List::copyOf);
        networks = networks.map(List::copyOf);
    }

    /// The container with this id, if it is there.
    public Optional<Container> container(String id) {
        return containers.map(map -> map.get(id));
    }

    /// Nothing known, as before the first list.
    public boolean isUnknown() {
        return containers.isEmpty();
    }
}
