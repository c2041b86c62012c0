package io.quayside.desktop.state.mirror;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.Volume;
import io.quayside.engine.volume.Helper;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The last known objects, without what Quayside makes for a moment to read volumes. Its own monitor guards them; one
/// refresher at a time writes, anybody takes snapshots.
final class MirrorStore {
    private @Nullable Map<String, Container> containers;
    private @Nullable List<ImageSummary> images;
    private @Nullable List<Volume> volumes;
    private @Nullable List<Network> networks;
    private boolean live;
    private Instant asOf = Instant.EPOCH;

    synchronized MirrorSnapshot snapshot() {
        return new MirrorSnapshot(
                live ? Instant.now() : asOf,
                live,
                Optional.ofNullable(containers),
                Optional.ofNullable(images),
                Optional.ofNullable(volumes),
                Optional.ofNullable(networks));
    }

    synchronized void restore(MirrorSnapshot saved) {
        containers = saved.containers().map(LinkedHashMap::new).orElse(null);
        images = saved.images().orElse(null);
        volumes = saved.volumes().orElse(null);
        networks = saved.networks().orElse(null);
        asOf = saved.asOf();
        live = false;
    }

    /// Forgets everything: another engine comes.
    synchronized void clear() {
        restore(MirrorSnapshot.EMPTY);
    }

    synchronized void setLive(boolean isLive) {
        if (live && !isLive) {
            asOf = Instant.now();
        }
        live = isLive;
    }

    /// Takes a whole list. What is known of a container from an inspection stays where `unchanged` says that nothing
    /// has happened to it since, because a list is less exact.
    synchronized void containers(Collection<Container> listed, Predicate<String> unchanged) {
        Map<String, Container> old = containers == null ? Map.of() : containers;
        Map<String, Container> merged = new LinkedHashMap<>();
        for (Container container : listed) {
            if (container.labels().containsKey(Helper.LABEL)) {
                continue;
            }
            Container known = old.get(container.id());
            boolean keep = known != null
                    && known.run().exact()
                    && known.state() == container.state()
                    && unchanged.test(container.id());
            merged.put(container.id(), keep ? known : container);
        }
        containers = merged;
    }

    synchronized void container(Container container) {
        if (containers != null && !container.labels().containsKey(Helper.LABEL)) {
            containers.put(container.id(), container);
        }
    }

    /// Those of `ids` that are known from a list only.
    synchronized List<String> coarse(Collection<String> ids) {
        if (containers == null) {
            return List.of();
        }
        Map<String, Container> known = containers;
        return ids.stream()
                .filter(id -> {
                    Container container = known.get(id);
                    return container != null && !container.run().exact();
                })
                .toList();
    }

    synchronized void removeContainer(String id) {
        if (containers != null) {
            containers.remove(id);
        }
    }

    synchronized void images(List<ImageSummary> list) {
        images = list.stream()
                .filter(image -> !image.labels().containsKey(Helper.LABEL))
                .toList();
    }

    synchronized void volumes(List<Volume> list) {
        volumes = list;
    }

    synchronized void networks(List<Network> list) {
        networks = list;
    }
}
