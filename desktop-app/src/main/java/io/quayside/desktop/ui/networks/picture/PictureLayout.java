package io.quayside.desktop.ui.networks.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the boxes of a picture stand. A network stands beside the middle of its containers, as far as there is room.
final class PictureLayout {
    static final double TOP = 32;
    static final double CONTAINER = 40;
    static final double PORT = 32;
    static final double NETWORK = 52;
    private static final double PITCH = 48;
    private static final double NETWORK_PITCH = 60;
    private static final double MARGIN = 16;
    private static final double FOOT = 28;

    private final Picture picture;
    private final double width;
    private final Map<String, Double> containers = new HashMap<>();
    private final Map<String, Double> networks = new HashMap<>();

    PictureLayout(Picture picture, double width) {
        this.picture = picture;
        this.width = width;
        double y = TOP + CONTAINER / 2;
        for (Picture.Box box : picture.containers()) {
            containers.put(box.id(), y);
            y += PITCH;
        }
        placeNetworks();
    }

    double width() {
        return width;
    }

    double height() {
        double last = Math.max(
                containers.values().stream()
                        .mapToDouble(y -> y + CONTAINER / 2)
                        .max()
                        .orElse(TOP),
                networks.values().stream()
                        .mapToDouble(y -> y + NETWORK / 2)
                        .max()
                        .orElse(TOP));
        return last + FOOT;
    }

    /// The middle of a container's box.
    double container(String id) {
        return containers.getOrDefault(id, TOP);
    }

    /// The middle of a network's box.
    double network(String id) {
        return networks.getOrDefault(id, TOP);
    }

    double portX() {
        return MARGIN;
    }

    double portWidth() {
        return Math.min(168, width * 0.18);
    }

    double containerX() {
        return Math.max(portX() + portWidth() + 60, width * 0.5 - containerWidth() * 0.75);
    }

    double containerWidth() {
        return Math.min(248, width * 0.3);
    }

    double networkX() {
        return width - MARGIN - networkWidth();
    }

    double networkWidth() {
        return Math.min(300, width * 0.28);
    }

    private void placeNetworks() {
        Map<String, List<Double>> members = new HashMap<>();
        picture.edges()
                .forEach(edge -> members.computeIfAbsent(edge.network(), ignored -> new ArrayList<>())
                        .add(container(edge.container())));
        Map<String, Double> wishes = new HashMap<>();
        for (Picture.Net net : picture.networks()) {
            wishes.put(
                    net.id(),
                    members.getOrDefault(net.id(), List.of()).stream()
                            .mapToDouble(y -> y)
                            .average()
                            .orElse(Double.MAX_VALUE));
        }
        List<Picture.Net> order = picture.networks().stream()
                .sorted(Comparator.comparingDouble(net -> wishes.getOrDefault(net.id(), 0.0)))
                .toList();
        double free = TOP + NETWORK / 2;
        for (Picture.Net net : order) {
            double wish = wishes.getOrDefault(net.id(), 0.0);
            double y = Math.max(free, wish == Double.MAX_VALUE ? free : wish);
            networks.put(net.id(), y);
            free = y + NETWORK_PITCH;
        }
    }
}
