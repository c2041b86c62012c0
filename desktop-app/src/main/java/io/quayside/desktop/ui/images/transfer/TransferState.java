package io.quayside.desktop.ui.images.transfer;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.transfer.LayerProgress.Phase;
import java.util.ArrayList;
import java.util.List;

/// How far an image has come on its way. Never changes.
///
/// @param layers in the order in which the engine named them
public record TransferState(List<LayerProgress> layers) {
    public static final TransferState NONE = new TransferState(List.of());

    public TransferState {
        layers = List.copyOf(layers);
    }

    /// This with one more line of the engine about a layer.
    ///
    /// @param current bytes done in this phase, 0 if unknown
    /// @param total bytes to do in this phase, 0 if unknown
    public TransferState with(String id, Phase phase, long current, long total) {
        List<LayerProgress> next = new ArrayList<>(layers);
        for (int i = 0; i < next.size(); i++) {
            LayerProgress old = next.get(i);
            if (old.id().equals(id)) {
                next.set(i, layer(id, phase, current, total, old.size()));
                return new TransferState(next);
            }
        }
        next.add(layer(id, phase, current, total, 0));
        return new TransferState(next);
    }

    private static LayerProgress layer(String id, Phase phase, long current, long total, long known) {
        return new LayerProgress(id, phase, current, total, phase == Phase.MOVING && total > 0 ? total : known);
    }

    /// Bytes that were moved.
    public long done() {
        return layers.stream().mapToLong(LayerProgress::moved).sum();
    }

    /// Bytes to move, of the layers whose size is known.
    public long total() {
        return layers.stream().mapToLong(LayerProgress::size).sum();
    }

    /// How many layers will have a size but have none yet: the engine says it only when it begins with one.
    public long unmeasured() {
        return layers.stream().filter(LayerProgress::isUnmeasured).count();
    }

    /// How many are in full where they are wanted.
    public long finished() {
        return layers.stream().filter(LayerProgress::isDone).count();
    }

    /// How many were moved in full.
    public long moved() {
        return layers.stream().filter(layer -> layer.phase() == Phase.DONE).count();
    }

    /// Whether a layer broke off and begins anew.
    public boolean isRetrying() {
        return layers.stream().anyMatch(layer -> layer.phase() == Phase.RETRYING);
    }

    /// Whether everything is downloaded and only has to be unpacked.
    public boolean isUnpacking() {
        return total() > 0
                && unmeasured() == 0
                && done() >= total()
                && layers.stream()
                        .anyMatch(layer -> layer.phase() == Phase.ARRIVED || layer.phase() == Phase.UNPACKING);
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
