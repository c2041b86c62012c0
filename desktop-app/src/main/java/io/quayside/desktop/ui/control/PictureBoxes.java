package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/// The boxes of a picture and the way of the keyboard among them: Tab enters it once, arrows go from box to box, Enter
/// presses one. FX thread.
public final class PictureBoxes {
    /// Marks boxes and lines of what is selected.
    public static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// Where a box stands.
    private record Place(int column, double y) {}

    private final Map<Button, Place> boxes = new LinkedHashMap<>();

    /// Forgets all boxes, before others are made. Returns the id of the one that has the keyboard, or nothing.
    public String clear() {
        String focused = boxes.keySet().stream()
                .filter(Node::isFocused)
                .map(Button::getId)
                .findFirst()
                .orElse("");
        boxes.clear();
        return focused;
    }

    /// Makes a box.
    ///
    /// @param middle of its height
    public Button add(String id, int column, HBox content, double x, double middle, double width, double height) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().setAll("picture-box");
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMinSize(width, height);
        button.setPrefSize(width, height);
        button.setMaxSize(width, height);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMaxWidth(width - 22);
        content.setMinWidth(width - 22);
        button.relocate(x, middle - height / 2);
        boxes.put(button, new Place(column, middle));
        return button;
    }

    /// A name and what is known of it, one above the other.
    public static VBox texts(String name, String detail) {
        Label first = new Label(name);
        first.getStyleClass().add(StyleClasses.MEDIUM);
        Label second = new Label(detail);
        second.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        first.setMinWidth(0);
        second.setMinWidth(0);
        VBox both = new VBox(first, second);
        both.setMinWidth(0);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    /// A line to the right with a head at its end.
    public static List<Node> arrow(double fromX, double toX, double y) {
        Line line = new Line(fromX, y, toX - 6, y);
        line.getStyleClass().add("picture-edge");
        line.setMouseTransparent(true);
        return List.of(line, head(toX - 1, y));
    }

    /// The head of an arrow to the right.
    public static Node head(double x, double y) {
        Polygon head = new Polygon(x - 8, y - 4, x, y, x - 8, y + 4);
        head.getStyleClass().add("picture-arrow");
        head.setMouseTransparent(true);
        return head;
    }

    public static boolean isSelected(Node node) {
        return node.getPseudoClassStates().contains(SELECTED);
    }

    /// One box takes the focus when Tab comes: the one that had it, else the selected one.
    ///
    /// @param had what [#clear] returned
    public void enterable(String had) {
        Optional<Button> entry = boxes.keySet().stream()
                .filter(box -> box.getId().equals(had))
                .findFirst()
                .or(() ->
                        boxes.keySet().stream().filter(PictureBoxes::isSelected).reduce((before, after) -> after))
                .or(() -> boxes.keySet().stream().findFirst());
        boxes.keySet()
                .forEach(
                        box -> box.setFocusTraversable(entry.filter(box::equals).isPresent()));
        if (!had.isEmpty()) {
            entry.ifPresent(Node::requestFocus);
        }
    }

    /// What a key does while one of them has the keyboard.
    public void pressed(KeyEvent event) {
        Optional<Button> from = boxes.keySet().stream().filter(Node::isFocused).findFirst();
        if (from.isEmpty()) {
            return;
        }
        Place at = boxes.getOrDefault(from.get(), new Place(0, 0));
        Optional<Button> to = switch (event.getCode()) {
            case UP -> nearest(at, place -> place.column() == at.column() && place.y() < at.y());
            case DOWN -> nearest(at, place -> place.column() == at.column() && place.y() > at.y());
            case LEFT -> nearest(at, place -> place.column() == at.column() - 1);
            case RIGHT -> nearest(at, place -> place.column() == at.column() + 1);
            case ENTER -> {
                from.get().fire();
                yield from;
            }
            default -> Optional.empty();
        };
        if (to.isPresent() || event.getCode().isArrowKey()) {
            event.consume();
        }
        to.filter(box -> !box.equals(from.get())).ifPresent(box -> {
            box.setFocusTraversable(true);
            box.requestFocus();
            from.get().setFocusTraversable(false);
        });
    }

    private Optional<Button> nearest(Place from, Predicate<Place> where) {
        return boxes.entrySet().stream()
                .filter(entry -> where.test(entry.getValue()))
                .min((first, second) -> Double.compare(
                        Math.abs(first.getValue().y() - from.y()),
                        Math.abs(second.getValue().y() - from.y())))
                .map(Map.Entry::getKey);
    }
}
