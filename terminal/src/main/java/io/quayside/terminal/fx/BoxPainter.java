package io.quayside.terminal.fx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the lines and blocks of boxes itself: a font's own leave gaps between rows that are higher than its letters.
/// Which arms a sign has is read from its name in Unicode.
final class BoxPainter {
    private static final int FIRST_BOX = 0x2500;
    private static final int FIRST_BLOCK = 0x2580;
    private static final int LAST_BLOCK = 0x259F;
    /// Quadrants of U+2596 to U+259F: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
    private static final int[] QUADRANTS = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

    private static final Map<Integer, Optional<Arms>> ARMS = new HashMap<>();

    /// The weight of each arm: 0 none, 1 light, 2 heavy, 3 double.
    private record Arms(int left, int right, int up, int down) {
        static Optional<Arms> parse(String name) {
            if (name.contains("ARC") || name.contains("DASH") || name.contains("DIAGONAL")) {
                return Optional.empty();
            }
            Map<String, Integer> found = new HashMap<>();
            List<String> words = List.of(name.replace("VERTICAL", "UP DOWN")
                    .replace("HORIZONTAL", "LEFT RIGHT")
                    .split(" "));
            boolean weightFirst = weight(words.get(2)) > 0;
            int weight = 1;
            for (int i = 2; i < words.size(); i++) {
                String word = words.get(i);
                if (weight(word) > 0) {
                    int assigned = weight(word);
                    weight = assigned;
                    found.replaceAll((arm, before) -> before == 0 ? assigned : before);
                } else if (!word.equals("AND")) {
                    found.put(word, weightFirst ? weight : 0);
                }
            }
            return Optional.of(new Arms(
                    found.getOrDefault("LEFT", 0),
                    found.getOrDefault("RIGHT", 0),
                    found.getOrDefault("UP", 0),
                    found.getOrDefault("DOWN", 0)));
        }

        private static int weight(String word) {
            return switch (word) {
                case "LIGHT", "SINGLE" -> 1;
                case "HEAVY" -> 2;
                case "DOUBLE" -> 3;
                default -> 0;
            };
        }
    }

    private BoxPainter() {}

    /// Draws the sign into the cell; false when it is left to the font.
    static boolean paint(GraphicsContext to, int sign, Color color, double x, double y, double width, double height) {
        if (sign < FIRST_BOX || sign > LAST_BLOCK) {
            return false;
        }
        to.setFill(color);
        if (sign >= FIRST_BLOCK) {
            block(to, sign - FIRST_BLOCK, color, x, y, width, height);
            return true;
        }
        Optional<Arms> arms = ARMS.computeIfAbsent(sign, code -> Arms.parse(Character.getName(code)));
        arms.ifPresent(found -> {
            double middleX = Math.floor(x + width / 2);
            double middleY = Math.floor(y + height / 2);
            horizontal(to, found.left(), x, middleX, middleY, found.up() + found.down() > 0);
            horizontal(to, found.right(), middleX, x + width, middleY, found.up() + found.down() > 0);
            vertical(to, found.up(), y, middleY, middleX, found.left() + found.right() > 0);
            vertical(to, found.down(), middleY, y + height, middleX, found.left() + found.right() > 0);
        });
        return arms.isPresent();
    }

    private static void horizontal(GraphicsContext to, int weight, double from, double end, double y, boolean joint) {
        double reach = joint && weight > 0 ? 1 : 0;
        switch (weight) {
            case 1 -> to.fillRect(from, y, end - from + reach, 1);
            case 2 -> to.fillRect(from, y - 1, end - from + reach, 2);
            case 3 -> {
                to.fillRect(from - reach, y - 1, end - from + 2 * reach, 1);
                to.fillRect(from - reach, y + 1, end - from + 2 * reach, 1);
            }
            default -> {
                // No arm.
            }
        }
    }

    private static void vertical(GraphicsContext to, int weight, double from, double end, double x, boolean joint) {
        double reach = joint && weight > 0 ? 1 : 0;
        switch (weight) {
            case 1 -> to.fillRect(x, from, 1, end - from + reach);
            case 2 -> to.fillRect(x - 1, from, 2, end - from + reach);
            case 3 -> {
                to.fillRect(x - 1, from - reach, 1, end - from + 2 * reach);
                to.fillRect(x + 1, from - reach, 1, end - from + 2 * reach);
            }
            default -> {
                // No arm.
            }
        }
    }

    private static void block(GraphicsContext to, int n, Color color, double x, double y, double w, double h) {
        if (n == 0) {
            to.fillRect(x, y, w, Math.rint(h / 2));
        } else if (n <= 8) {
            double part = Math.rint(h * n / 8);
            to.fillRect(x, y + h - part, w, part);
        } else if (n <= 15) {
            to.fillRect(x, y, Math.rint(w * (16 - n) / 8), h);
        } else if (n == 16) {
            to.fillRect(x + Math.rint(w / 2), y, w - Math.rint(w / 2), h);
        } else if (n <= 19) {
            to.setFill(color.deriveColor(0, 1, 1, (n - 16) * 0.25));
            to.fillRect(x, y, w, h);
        } else if (n == 20) {
            to.fillRect(x, y, w, Math.rint(h / 8));
        } else if (n == 21) {
            double part = Math.max(1, Math.rint(w / 8));
            to.fillRect(x + w - part, y, part, h);
        } else {
            quadrants(to, QUADRANTS[n - 22], x, y, w, h);
        }
    }

    private static void quadrants(GraphicsContext to, int parts, double x, double y, double w, double h) {
        double left = Math.rint(w / 2);
        double top = Math.rint(h / 2);
        if ((parts & 1) != 0) {
            to.fillRect(x, y, left, top);
        }
        if ((parts & 2) != 0) {
            to.fillRect(x + left, y, w - left, top);
        }
        if ((parts & 4) != 0) {
            to.fillRect(x, y + top, left, h - top);
        }
        if ((parts & 8) != 0) {
            to.fillRect(x + left, y + top, w - left, h - top);
        }
    }
}
