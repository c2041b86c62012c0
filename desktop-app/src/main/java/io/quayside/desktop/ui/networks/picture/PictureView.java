package io.quayside.desktop.ui.networks.picture;

import io.quayside.desktop.ui.control.PictureBoxes;
import io.quayside.desktop.ui.control.PicturePane;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.CubicCurve;

/// Draws the picture of networks: three columns of boxes, and lines between them. Tab enters it once, arrows go from
/// box
/// to box, Enter opens one. The table below it says all of it in words. FX thread.
public final class PictureView extends PicturePane {
    private static final double LEAST = 160;
    private static final double LEAST_WIDTH = 480;

    private static final int PORTS = 0;
    private static final int CONTAINERS = 1;
    private static final int NETWORKS = 2;

    private final NetworksViewModel model;
    private final Consumer<String> showContainer;
    private final Consumer<NetworkRow> showNetwork;
    private final Runnable showPorts;
    private Picture painted = new Picture(List.of(), List.of(), List.of(), "");
    private double paintedWidth;
    private double most = LEAST;

    /// @param showContainer goes to a container's page
    /// @param showNetwork opens a network beside the list
    /// @param showPorts opens the port map
    public PictureView(
            NetworksViewModel model,
            Consumer<String> showContainer,
            Consumer<NetworkRow> showNetwork,
            Runnable showPorts) {
        super("networks-picture", Pos.TOP_RIGHT);
        this.model = model;
        this.showContainer = showContainer;
        this.showNetwork = showNetwork;
        this.showPorts = showPorts;
        model.itemsProperty().subscribe(ignored -> update());
        model.snapshotProperty().subscribe(ignored -> update());
        model.selection().currentProperty().subscribe(ignored -> update());
    }

    /// How high it may be; what is higher scrolls.
    public void room(double height) {
        double next = Math.max(LEAST, Math.floor(height));
        if (next != most) {
            most = next;
            draw();
        }
    }

    /// Where F6 stops, if there is something.
    public Optional<Node> region() {
        return isVisible() ? Optional.of(canvas()) : Optional.empty();
    }

    private void update() {
        Picture next = Picture.of(
                model.itemsProperty().get().stream().map(NetworkRow::line).toList(),
                model.selection().currentProperty().get());
        boolean shown = !next.containers().isEmpty();
        setVisible(shown);
        setManaged(shown);
        if (!next.equals(painted)) {
            painted = next;
            draw();
        }
    }

    @Override
    protected void resized() {
        if (getWidth() != paintedWidth) {
            draw();
        }
    }

    @Override
    protected boolean fits(double zoom) {
        return layout(zoom).height() * zoom <= most;
    }

    /// As wide as there is room; what is longer than it may be scrolls.
    private PictureLayout layout(double zoom) {
        PictureLayout whole = new PictureLayout(painted, Math.max(LEAST_WIDTH, roomAcross(zoom)));
        return whole.height() * zoom <= most
                ? whole
                : new PictureLayout(painted, Math.max(LEAST_WIDTH, roomAcross(zoom) - SCROLL_BAR / Math.min(1, zoom)));
    }

    @Override
    protected void draw() {
        paintedWidth = getWidth();
        paint(layout(zoom()));
    }

    private void paint(PictureLayout layout) {
        String focused = boxes.clear();
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
                lines.addAll(PictureBoxes.arrow(layout.portX() + layout.portWidth(), layout.containerX(), y));
                goesTo(box, layout, y).ifPresent(lines::add);
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
        lines.sort((first, second) -> Boolean.compare(PictureBoxes.isSelected(first), PictureBoxes.isSelected(second)));
        List<Node> all = new ArrayList<>(lines);
        all.addAll(front);
        if (!painted.note().isEmpty()) {
            Label note = new Label(painted.note(), Icons.INFO.node(Icons.SMALL));
            note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            note.relocate(layout.containerX(), layout.height() - 22);
            all.add(note);
        }
        put(all, layout.width(), layout.height(), painted.sentence());
        double height = Math.min(most, Math.ceil(layout.height() * zoom()));
        setMinHeight(height);
        setMaxHeight(height);
        boxes.enterable(focused);
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
        HBox content = new HBox(8, Icons.BROWSER.node(Icons.SMALL), number);
        Button button = boxes.add(
                "picture-port-" + box.id(), PORTS, content, layout.portX(), y, layout.portWidth(), PictureLayout.PORT);
        String goesTo = box.goesTo().isEmpty() ? "" : " " + box.goesTo();
        button.setAccessibleText("Ports " + box.ports() + goesTo + " of " + box.name() + ", show the port map");
        button.setOnAction(event -> showPorts.run());
        return button;
    }

    /// Above the middle of the arrow.
    private static Optional<Node> goesTo(Picture.Box box, PictureLayout layout, double y) {
        double from = layout.portX() + layout.portWidth();
        if (box.goesTo().isEmpty()) {
            return Optional.empty();
        }
        Label words = new Label(box.goesTo());
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        words.setAlignment(Pos.BOTTOM_CENTER);
        words.setMouseTransparent(true);
        words.resizeRelocate(from, y - 20, layout.containerX() - from, 18);
        words.setPrefSize(layout.containerX() - from, 18);
        return Optional.of(words);
    }

    private Button container(Picture.Box box, PictureLayout layout, double y) {
        HBox content = new HBox(10, box.glyph().node(), PictureBoxes.texts(box.name(), box.addresses()));
        Button button = boxes.add(
                "picture-container-" + box.id(),
                CONTAINERS,
                content,
                layout.containerX(),
                y,
                layout.containerWidth(),
                PictureLayout.CONTAINER);
        button.pseudoClassStateChanged(PictureBoxes.SELECTED, box.selected());
        button.setAccessibleText("Container " + box.name() + ", " + box.addresses()
                + (box.selected() ? ", in the selected network" : ""));
        button.setOnAction(event -> showContainer.accept(box.id()));
        return button;
    }

    private Button network(Picture.Net net, PictureLayout layout) {
        double y = layout.network(net.id());
        HBox content = new HBox(10, Icons.NETWORKS.node(), PictureBoxes.texts(net.name(), net.range()));
        Button button = boxes.add(
                "picture-network-" + net.id(),
                NETWORKS,
                content,
                layout.networkX(),
                y,
                layout.networkWidth(),
                PictureLayout.NETWORK);
        button.pseudoClassStateChanged(PictureBoxes.SELECTED, net.selected());
        button.setAccessibleText("Network " + net.name() + ", " + net.range() + (net.selected() ? ", selected" : ""));
        button.setOnAction(event -> model.row(net.id()).ifPresent(row -> {
            if (net.selected()) {
                showNetwork.accept(row);
            } else {
                model.selection().setCurrent(Optional.of(net.id()));
            }
        }));
        return button;
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
        curve.pseudoClassStateChanged(PictureBoxes.SELECTED, edge.selected());
        curve.setMouseTransparent(true);
        return curve;
    }
}
