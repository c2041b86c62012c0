package io.quayside.desktop.ui.compose.picture;

import io.quayside.desktop.ui.control.PictureBoxes;
import io.quayside.desktop.ui.control.PicturePane;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/// Draws a project: ports, services and volumes as boxes, and what needs what as lines. The table below it says all of
/// it
/// in words. FX thread.
public final class ProjectPictureView extends PicturePane {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final Consumer<String> select;
    private final Consumer<String> openPort;
    private ProjectPicture picture = ProjectPicture.NOTHING;
    private double paintedWidth;
    private double paintedHeight;

    /// @param select hears of a service that is pressed
    /// @param openPort hears of a service whose ports are pressed
    public ProjectPictureView(Consumer<String> select, Consumer<String> openPort) {
        super("compose-picture", Pos.BOTTOM_RIGHT);
        this.select = select;
        this.openPort = openPort;
    }

    /// Where F6 stops.
    public Node region() {
        return canvas();
    }

    public void show(ProjectPicture next) {
        if (!next.equals(picture)) {
            picture = next;
            draw();
        }
    }

    @Override
    protected void resized() {
        if (getWidth() != paintedWidth || getHeight() != paintedHeight) {
            draw();
        }
    }

    @Override
    protected boolean fits(double zoom) {
        double across = roomAcross(zoom);
        double down = roomDown(zoom);
        PictureLayout layout = new PictureLayout(picture, across - 2, down - 2);
        return layout.width() <= across && layout.height() <= down;
    }

    @Override
    protected void draw() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        paintedWidth = getWidth();
        paintedHeight = getHeight();
        double across = roomAcross(zoom());
        double down = roomDown(zoom());
        PictureLayout room = new PictureLayout(picture, across - 2, down - 2);
        PictureLayout layout = room.height() > down ? new PictureLayout(picture, across - SCROLL_BAR, down - 2) : room;
        String focused = boxes.clear();
        List<Node> lines = new ArrayList<>();
        List<Node> front = new ArrayList<>();
        for (ProjectPicture.Edge edge : picture.edges()) {
            line(edge, layout, lines, front);
        }
        for (ProjectPicture.Box box : picture.boxes()) {
            front.add(box(box, layout.of(box.id())));
        }
        lines.sort((first, second) -> Boolean.compare(PictureBoxes.isSelected(first), PictureBoxes.isSelected(second)));
        List<Node> all = new ArrayList<>(lines);
        all.addAll(front);
        if (!picture.note().isEmpty()) {
            Label note = new Label(picture.note(), Icons.NETWORKS.node(Icons.SMALL));
            note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            note.relocate(16, layout.height() - 26);
            all.add(note);
        }
        put(all, layout.width(), layout.height(), picture.sentence());
        boxes.enterable(focused);
    }

    private Button box(ProjectPicture.Box box, PictureLayout.Place at) {
        Node mark = switch (box.kind()) {
            case PORT -> Icons.BROWSER.node();
            case SERVICE -> box.glyph().node();
            case VOLUME -> Icons.VOLUMES.node();
        };
        HBox content = new HBox(10, mark, PictureBoxes.texts(box.title(), box.detail()));
        Button button =
                boxes.add("picture-" + box.id(), box.column(), content, at.x(), at.y(), at.width(), PictureLayout.BOX);
        button.pseudoClassStateChanged(OFF, !box.on());
        button.pseudoClassStateChanged(PictureBoxes.SELECTED, box.selected());
        switch (box.kind()) {
            case PORT -> {
                button.setAccessibleText("Port " + box.title() + " of this computer, open in the browser");
                button.setOnAction(event -> openPort.accept(box.service()));
            }
            case SERVICE -> {
                button.setAccessibleText("Service " + box.title() + ", " + box.detail()
                        + (box.on() ? "" : ", switched off") + (box.selected() ? ", selected" : ""));
                button.setOnAction(event -> select.accept(box.service()));
            }
            case VOLUME -> button.setAccessibleText("Volume " + box.title());
        }
        return button;
    }

    /// A line to the right; to a box below in the same column, downwards.
    private static void line(ProjectPicture.Edge edge, PictureLayout layout, List<Node> lines, List<Node> front) {
        PictureLayout.Place from = layout.of(edge.from());
        PictureLayout.Place to = layout.of(edge.to());
        List<Node> drawn = new ArrayList<>();
        if (from.x() == to.x()) {
            double x = from.x() + from.width() / 2;
            double end = to.y() - PictureLayout.BOX / 2 - 1;
            drawn.add(new Line(x, from.y() + PictureLayout.BOX / 2, x, end - 6));
            Polygon head = new Polygon(x - 4, end - 8, x + 4, end - 8, x, end);
            head.getStyleClass().add("picture-arrow");
            head.setMouseTransparent(true);
            front.add(head);
        } else {
            double endX = to.x() - 1;
            // Lines that come from above or below end beside the one that comes straight.
            double endY = to.y() + Math.clamp((from.y() - to.y()) / 9, -18, 18);
            double middle = (from.right() + endX) / 2;
            drawn.add(
                    from.y() == to.y()
                            ? new Line(from.right(), from.y(), endX - 6, endY)
                            : new CubicCurve(from.right(), from.y(), middle, from.y(), middle, endY, endX - 6, endY));
            front.add(PictureBoxes.head(endX, endY));
            if (!edge.words().isEmpty()) {
                Label words = new Label(edge.words());
                words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "picture-words");
                words.setMouseTransparent(true);
                words.setAlignment(Pos.CENTER);
                words.setPrefWidth(to.x() - from.right());
                words.relocate(from.right(), from.y() - 25);
                front.add(words);
            }
        }
        for (Node node : drawn) {
            node.getStyleClass().add("picture-edge");
            node.pseudoClassStateChanged(PictureBoxes.SELECTED, edge.selected());
            node.pseudoClassStateChanged(OFF, !edge.on());
            node.setMouseTransparent(true);
        }
        lines.addAll(drawn);
    }
}
