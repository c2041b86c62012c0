package io.quayside.desktop.ui.compose.picture;

import java.util.HashMap;
import java.util.Map;

/// Where the boxes of a project's picture stand: columns of equal width from left to right, ports beside their
/// services,
/// volumes below the services of their column.
final class PictureLayout {
    static final double BOX = 64;
    private static final double MARGIN = 16;
    private static final double PORT_WIDTH = 110;
    private static final double MOST_WIDTH = 180;
    private static final double LEAST_WIDTH = 124;
    private static final double PORT_GAP = 50;
    private static final double LEAST_GAP = 50;
    /// Leaves room for what is written at a line.
    private static final double WORDS_GAP = 92;

    private static final double MOST_GAP = 170;
    private static final double LEAST_PITCH = 84;
    private static final double MOST_PITCH = 152;
    private static final double FOOT = 40;

    /// @param y the middle of its height
    record Place(double x, double y, double width) {
        double right() {
            return x + width;
        }
    }

    private final Map<String, Place> places = new HashMap<>();
    private final double width;
    private final double height;

    /// @param wide what there is room for
    PictureLayout(ProjectPicture picture, double wide, double high) {
        boolean ports = picture.boxes().stream().anyMatch(box -> box.kind() == ProjectPicture.Kind.PORT);
        int columns = picture.boxes().stream()
                .mapToInt(ProjectPicture.Box::column)
                .max()
                .orElse(1);
        double left = MARGIN + (ports ? PORT_WIDTH + PORT_GAP : 0);
        double least = picture.edges().stream().allMatch(edge -> edge.words().isEmpty()) ? LEAST_GAP : WORDS_GAP;
        double room = wide - left - MARGIN - least * (columns - 1);
        double box = Math.clamp(room / columns, LEAST_WIDTH, MOST_WIDTH);
        double gap = columns == 1
                ? least
                : Math.clamp((wide - left - MARGIN - box * columns) / (columns - 1), least, MOST_GAP);
        Map<Integer, Integer> rows = new HashMap<>();
        for (ProjectPicture.Box one : picture.boxes()) {
            if (one.kind() != ProjectPicture.Kind.PORT) {
                rows.merge(one.column(), 1, Integer::sum);
            }
        }
        int most = rows.values().stream().mapToInt(count -> count).max().orElse(1);
        double pitch = Math.clamp((high - FOOT - 30) / most, LEAST_PITCH, MOST_PITCH);
        double top = Math.max(BOX / 2 + MARGIN, (high - FOOT - pitch * (most - 1)) / 2);
        Map<Integer, Integer> used = new HashMap<>();
        for (ProjectPicture.Box one : picture.boxes()) {
            if (one.kind() != ProjectPicture.Kind.PORT) {
                int row = used.merge(one.column(), 1, Integer::sum) - 1;
                places.put(one.id(), new Place(left + (one.column() - 1) * (box + gap), top + row * pitch, box));
            }
        }
        for (ProjectPicture.Box one : picture.boxes()) {
            if (one.kind() == ProjectPicture.Kind.PORT) {
                double y = places.getOrDefault("service-" + one.service(), new Place(0, top, 0))
                        .y();
                places.put(one.id(), new Place(MARGIN, y, PORT_WIDTH));
            }
        }
        width = Math.max(wide, left + columns * box + (columns - 1) * gap + MARGIN);
        height = Math.max(high, top + pitch * (most - 1) + BOX / 2 + FOOT);
    }

    Place of(String id) {
        return places.getOrDefault(id, new Place(0, 0, 0));
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }
}
