package io.quayside.desktop.ui.images.row;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.updates.UpdateState;
import io.quayside.engine.model.ImageSummary;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// All rows by their name, kept up to date from snapshots. FX thread.
public final class ImageBook {
    private final Map<String, ImageRow> rows = new LinkedHashMap<>();
    private final Map<String, String> archs = new HashMap<>();
    private Map<String, Long> shared = Map.of();
    private final Map<String, String> busy = new HashMap<>();
    private final Map<String, Integer> deleting = new HashMap<>();
    private final BiFunction<ImageSummary, String, UpdateState> updates;
    private MirrorSnapshot last = MirrorSnapshot.EMPTY;

    /// @param updates what is known of a name of an image
    public ImageBook(BiFunction<ImageSummary, String, UpdateState> updates) {
        this.updates = updates;
    }

    public Collection<ImageRow> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    public @Nullable ImageRow row(String key) {
        return rows.get(key);
    }

    /// How many images there are, whatever their names.
    public int images() {
        return last.images().map(List::size).orElse(0);
    }

    /// Takes another state of the engine. Returns whether a row came, went or says something else.
    public boolean update(MirrorSnapshot snapshot, Instant now) {
        last = snapshot;
        Map<String, List<ImageUser>> users = users(snapshot);
        Set<String> there = new HashSet<>();
        boolean changed = false;
        for (ImageSummary image : snapshot.images().orElse(List.of())) {
            for (ImageName name : ImageName.of(image)) {
                String key = name.reference();
                if (there.add(key)) {
                    ImageLine line = line(image, name, users.getOrDefault(image.id(), List.of()), now);
                    changed |= show(key, line);
                }
            }
        }
        changed |= rows.keySet().retainAll(there);
        busy.keySet().retainAll(there);
        deleting.keySet().retainAll(there);
        return changed;
    }

    /// Lets rows say their ages anew.
    public void tick(Instant now) {
        update(last, now);
    }

    /// What an image's parts are for, once the engine was asked.
    public void learn(Map<String, String> archById, Instant now) {
        archs.putAll(archById);
        tick(now);
    }

    /// How many bytes images have in common with others, by their ids.
    public void shared(Map<String, Long> bytesById, Instant now) {
        shared = bytesById;
        tick(now);
    }

    /// Those of the images that the engine wasn't asked about yet.
    public List<String> withoutArch() {
        return last.images().orElse(List.of()).stream()
                .map(ImageSummary::id)
                .filter(id -> !archs.containsKey(id))
                .toList();
    }

    /// Something is being done with it: "Deleting".
    public void begin(String key, String word, Instant now) {
        busy.put(key, word);
        tick(now);
    }

    public void done(String key, Instant now) {
        busy.remove(key);
        tick(now);
    }

    public void deletingIn(String key, Optional<Integer> seconds, Instant now) {
        seconds.ifPresentOrElse(left -> deleting.put(key, left), () -> deleting.remove(key));
        tick(now);
    }

    private boolean show(String key, ImageLine line) {
        ImageRow row = rows.get(key);
        if (row != null) {
            return row.show(line);
        }
        rows.put(key, new ImageRow(key, line));
        return true;
    }

    private ImageLine line(ImageSummary image, ImageName name, List<ImageUser> users, Instant now) {
        return new ImageLine(
                image,
                name,
                users,
                archs.getOrDefault(image.id(), ""),
                image.created().isAfter(Instant.EPOCH) ? Times.age(Duration.between(image.created(), now)) : "–",
                updates.apply(image, name.reference()),
                last.live(),
                Optional.ofNullable(busy.get(name.reference())),
                Optional.ofNullable(deleting.get(name.reference())),
                shared.containsKey(image.id())
                        ? OptionalLong.of(Math.min(shared.get(image.id()), image.size()))
                        : OptionalLong.empty());
    }

    private static Map<String, List<ImageUser>> users(MirrorSnapshot snapshot) {
        Map<String, List<ImageUser>> users = new HashMap<>();
        for (Container container : snapshot.containers().orElse(Map.of()).values()) {
            users.computeIfAbsent(container.imageId(), ignored -> new ArrayList<>())
                    .add(new ImageUser(container.id(), SafeText.line(container.name()), container.isUp()));
        }
        return users;
    }
}
