package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullProgress.Phase;
import java.util.ArrayList;
import java.util.List;

/// How far a pull has come. Never changes.
///
/// @param layers in the order in which the engine named them
public record PullState(List<PullLayer> layers) {
    public static final PullState NONE = new PullState(List.of());

    public PullState {
        layers = List.copyOf(layers);
    }

    /// This with one more line of the engine.
    PullState with(PullProgress step) {
        if (step.layer().isEmpty() || step.phase() == Phase.MESSAGE) {
            return this;
        }
        List<PullLayer> next = new ArrayList<>(layers);
        for (int i = 0; i < next.size(); i++) {
            PullLayer old = next.get(i);
            if (old.id().equals(step.layer())) {
                next.set(i, layer(step, old.size()));
                return new PullState(next);
            }
        }
        next.add(layer(step, 0));
        return new PullState(next);
    }

    private static PullLayer layer(PullProgress step, long known) {
        long size = step.phase() == Phase.DOWNLOADING && step.total() > 0 ? step.total() : known;
        return new PullLayer(step.layer(), step.phase(), step.current(), step.total(), size);
    }

    /// Bytes that were downloaded.
    public long done() {
        return layers.stream().mapToLong(PullLayer::downloaded).sum();
    }

    /// Bytes to download, of the layers whose size is known.
    public long total() {
        return layers.stream().mapToLong(PullLayer::size).sum();
    }

    /// How many layers will have a size but have none yet: the engine says it only when it begins with one.
    public long unmeasured() {
        return layers.stream().filter(PullLayer::isUnmeasured).count();
    }

    /// How many the engine has in full.
    public long finished() {
        return layers.stream().filter(PullLayer::isDone).count();
    }

    /// How many this pull brought in full.
    public long fetched() {
        return layers.stream().filter(layer -> layer.phase() == Phase.COMPLETE).count();
    }

    /// Whether everything is downloaded and only has to be unpacked.
    public boolean isUnpacking() {
        return total() > 0 && unmeasured() == 0 && done() >= total() && finished() < layers.size();
    }

    /// 0 to 1. Layers without a size count as the others do on average, so that the share means something before all
    /// sizes are known; negative while nothing is.
    public double share() {
        long measured = layers.stream().filter(layer -> layer.size() > 0).count();
        if (measured == 0) {
            return -1;
        }
        double whole = total() + (double) unmeasured() * total() / measured;
        return Math.clamp(done() / whole, 0, 1);
    }

    /// "97.6 of 157 MB", and how many layers that leaves out.
    public String words() {
        if (layers.isEmpty()) {
            return "Asking the registry";
        }
        if (total() == 0) {
            return unmeasured() > 0 ? "Waiting for the registry" : finished() + " of " + layers.size() + " layers";
        }
        if (isUnpacking()) {
            return Sizes.of(total()) + ", unpacking " + (finished() + 1) + " of " + layers.size();
        }
        String bytes = Sizes.ofTotal(done(), total());
        return switch ((int) unmeasured()) {
            case 0 -> bytes;
            case 1 -> bytes + " and 1 more layer";
            default -> bytes + " and " + unmeasured() + " more layers";
        };
    }
}
