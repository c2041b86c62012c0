package io.quayside.desktop.ui.shell.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/// The regions that F6 and Shift+F6 walk through, in order, going round at the ends.
final class FocusRegions {
    /// One region.
    ///
    /// @param node what it covers; the focus is in the region while it is in here
    /// @param enter moves the focus into it
    record Stop(Node node, Runnable enter) {
        static Stop of(Node node) {
            return new Stop(node, () -> Focus.first(node).ifPresent(Node::requestFocus));
        }
    }

    private final Supplier<List<Stop>> stops;

    FocusRegions(Supplier<List<Stop>> stops) {
        this.stops = stops;
    }

    void move(int step, Optional<Node> focused) {
        List<Stop> there = new ArrayList<>(stops.get());
        there.removeIf(stop -> Focus.first(stop.node()).isEmpty());
        if (there.isEmpty()) {
            return;
        }
        int at = -1;
        for (int i = 0; i < there.size(); i++) {
            if (focused.isPresent() && Focus.isIn(focused.get(), there.get(i).node())) {
                at = i;
            }
        }
        int next = at < 0 ? (step > 0 ? 0 : there.size() - 1) : Math.floorMod(at + step, there.size());
        there.get(next).enter().run();
    }
}
