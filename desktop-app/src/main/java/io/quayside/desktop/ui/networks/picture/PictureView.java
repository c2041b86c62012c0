package io.quayside.desktop.ui.networks.picture;

import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/// Draws the picture of networks: three columns of boxes, and lines between them. Tab enters it once, arrows go from
/// box
/// to box, Enter opens one. The table below it says all of it in words. FX thread.
public final class PictureView extends ScrollPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double MOST = 385;
    private static final double LEAST_WIDTH = 480;

    private static final int PORTS = 0;
    private static final int CONTAINERS = 1;
    private static final int NETWORKS = 2;

    /// Where a box stands.
    private record Place(int column, double y) {}

    private final NetworksViewModel model;
    private final Consumer<String> showContainer;
    private final Consumer<NetworkRow> showNetwork;
    private final Runnable showPorts;
    private final Pane canvas = new Pane();
    private final Map<Button, Place> boxes = new LinkedHashMap<>();
    private Picture painted = new Picture(List.of(), List.of(), List.of(), "");
    private double paintedWidth;

    /// @param showContainer goes to a container's page
    /// @param showNetwork opens a network beside the list
    /// @param showPorts opens the port map
    public PictureView(
            NetworksViewModel model,
            Consumer<String> showContainer,
            Consumer<NetworkRow> showNetwork,
            Runnable showPorts) {
        this.model = model;
        this.showContainer = showContainer;
        this.showNetwork = showNetwork;
        this.showPorts = showPorts;
        setId("networks-picture");
        getStyleClass().add("networks-picture");
        setContent(canvas);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        canvas.getStyleClass().add("picture-canvas");
        canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        widthProperty().subscribe((before, now) -> update());
        model.itemsProperty().subscribe(ignored -> update());
        model.snapshotProperty().subscribe(ignored -> update());
        model.selection().currentProperty().subscribe(ignored -> update());
    }

    /// Where F6 stops, if there is something.
    public Optional<Node> region() {
        return isVisible() ? Optional.of(canvas) : Optional.empty();
    }

    private void update() {
        Picture next = Picture.of(
                model.itemsProperty().get().stream().map(NetworkRow::line).toList(),
                model.selection().currentProperty().get());
        boolean shown = !next.containers().isEmpty();
        setVisible(shown);
        setManaged(shown);
        double width = Math.max(LEAST_WIDTH, getWidth());
        if (!next.equals(painted) || width != paintedWidth) {
            painted = next;
            paintedWidth = width;
            paint(new PictureLayout(next, width));
        }
    }

    private void paint(PictureLayout layout) {
        String focused = boxes.keySet().stream()
                .filter(Node::isFocused)
                .map(Button::getId)
                .findFirst()
                .orElse("");
        boxes.clear();
        List<Node> lines = new ArrayList<>();
        List<Node> front = new ArrayList<>();
        front.add(heading("Published on this computer", layout.portX()));
        front.add(heading("Containers, with their addresses", layout.containerX()));
        front.add(heading("Networks", layout.networkX()));
        for (Picture.Box box : painted.containers()) {
            double y = layout.container(box.id());
            if (!box.ports().isEmpty()) {
                Button ports = port(box, layout, y);
                front.add(ports);
                lines.addAll(arrow(layout, y));
            }
            front.add(container(box, layout, y));
        }
        for (Picture.Net net : painted.networks()) {
            front.add(network(net, layout));
        }
        for (Picture.Edge edge : painted.edges()) {
            lines.add(curve(edge, layout));
        }
        // Selected lines lie above the others.
        lines.sort((first, second) -> Boolean.compare(isSelected(first), isSelected(second)));
        canvas.getChildren().setAll(lines);
        canvas.getChildren().addAll(front);
        if (!painted.note().isEmpty()) {
            Label note = new Label(painted.note(), Icons.INFO.node(Icons.SMALL));
            note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            note.relocate(layout.containerX(), layout.height() - 22);
            canvas.getChildren().add(note);
        }
        canvas.setMinHeight(layout.height());
        canvas.setPrefHeight(layout.height());
        setPrefHeight(Math.min(MOST, layout.height() + 2));
        setMaxHeight(Math.min(MOST, layout.height() + 2));
        setAccessibleText(painted.sentence());
        canvas.setAccessibleText(painted.sentence());
        enterable(box -> box.getId().equals(focused), !focused.isEmpty());
    }

    /// One box takes the focus when Tab comes: the one that had it, else the selected network.
    private void enterable(Predicate<Button> had, boolean focus) {
        Optional<Button> first = boxes.keySet().stream().filter(had).findFirst();
        Optional<Button> entry = first.or(() ->
                        boxes.keySet().stream().filter(PictureView::isSelected).reduce((before, after) -> after))
                .or(() -> boxes.keySet().stream().findFirst());
        boxes.keySet()
                .forEach(
                        box -> box.setFocusTraversable(entry.filter(box::equals).isPresent()));
        if (focus) {
            entry.ifPresent(Node::requestFocus);
        }
    }

    private static boolean isSelected(Node node) {
        return node.getPseudoClassStates().contains(SELECTED);
    }

    private static Label heading(String words, double x) {
        Label label = new Label(words);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        label.relocate(x, 6);
        return label;
    }

    private Button port(Picture.Box box, PictureLayout layout, double y) {
        Label number = new Label(box.ports());
        number.getStyleClass().add(StyleClasses.LINK);
        HBox content = new HBox(8, Icons.MOUNTS.node(Icons.SMALL), number);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button =
                box("picture-port-" + box.id(), content, layout.portX(), y, layout.portWidth(), PictureLayout.PORT);
        button.setAccessibleText("Ports " + box.ports() + " of " + box.name() + ", show the port map");
        button.setOnAction(event -> showPorts.run());
        boxes.put(button, new Place(PORTS, y));
        return button;
    }

    private Button container(Picture.Box box, PictureLayout layout, double y) {
        HBox content = new HBox(10, box.glyph().node(), texts(box.name(), box.addresses()));
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = box(
                "picture-container-" + box.id(),
                content,
                layout.containerX(),
                y,
                layout.containerWidth(),
                PictureLayout.CONTAINER);
        button.pseudoClassStateChanged(SELECTED, box.selected());
        button.setAccessibleText("Container " + box.name() + ", " + box.addresses()
                + (box.selected() ? ", in the selected network" : ""));
        button.setOnAction(event -> showContainer.accept(box.id()));
        boxes.put(button, new Place(CONTAINERS, y));
        return button;
    }

    private Button network(Picture.Net net, PictureLayout layout) {
        double y = layout.network(net.id());
        HBox content = new HBox(10, Icons.NETWORKS.node(), texts(net.name(), net.range()));
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = box(
                "picture-network-" + net.id(),
                content,
                layout.networkX(),
                y,
                layout.networkWidth(),
                PictureLayout.NETWORK);
        button.pseudoClassStateChanged(SELECTED, net.selected());
        button.setAccessibleText("Network " + net.name() + ", " + net.range() + (net.selected() ? ", selected" : ""));
        button.setOnAction(event -> model.row(net.id()).ifPresent(row -> {
            if (net.selected()) {
                showNetwork.accept(row);
            } else {
                model.selection().setCurrent(Optional.of(net.id()));
            }
        }));
        boxes.put(button, new Place(NETWORKS, y));
        return button;
    }

    private static VBox texts(String name, String detail) {
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

    private static Button box(String id, HBox content, double x, double middle, double width, double height) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().setAll("picture-box");
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMinSize(width, height);
        button.setPrefSize(width, height);
        button.setMaxSize(width, height);
        content.setMaxWidth(width - 22);
        content.setMinWidth(width - 22);
        button.relocate(x, middle - height / 2);
        return button;
    }

    private static List<Node> arrow(PictureLayout layout, double y) {
        double end = layout.containerX();
        Line line = new Line(layout.portX() + layout.portWidth(), y, end - 6, y);
        line.getStyleClass().add("picture-edge");
        line.setMouseTransparent(true);
        Polygon head = new Polygon(end - 9, y - 4, end - 1, y, end - 9, y + 4);
        head.getStyleClass().add("picture-arrow");
        head.setMouseTransparent(true);
        return List.of(line, head);
    }

    private static Node curve(Picture.Edge edge, PictureLayout layout) {
        double fromX = layout.containerX() + layout.containerWidth();
        double fromY = layout.container(edge.container());
        double toX = layout.networkX();
        double toY =
                layout.network(edge.network()) + Math.clamp((fromY - layout.network(edge.network())) / 12, -18, 18);
        double middle = (fromX + toX) / 2;
        CubicCurve curve = new CubicCurve(fromX, fromY, middle, fromY, middle, toY, toX, toY);
        curve.getStyleClass().add("picture-edge");
        curve.pseudoClassStateChanged(SELECTED, edge.selected());
        curve.setMouseTransparent(true);
        return curve;
    }

    private void pressed(KeyEvent event) {
        Optional<Button> from = boxes.keySet().stream().filter(Node::isFocused).findFirst();
        if (from.isEmpty()) {
            return;
        }
        Place at = boxes.getOrDefault(from.get(), new Place(NETWORKS, 0));
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
