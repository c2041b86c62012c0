package io.quayside.desktop.ui.containers.detail.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The numbers of the lines beside a text that doesn't wrap, with a bar at those that were edited. Only what is in view
/// has nodes. FX thread.
final class LineGutter extends Region {
    private static final double BAR = 2;
    private static final double LEFT = 8;
    private static final double RIGHT = 6;

    private final TextArea area;
    private final List<Label> numbers = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private EditedLines edited = new EditedLines(1, 0, new BitSet());
    private Font measured = Font.getDefault();
    private double cell = 8;
    private double line = 16;

    LineGutter(TextArea area) {
        this.area = area;
        setId("file-lines");
        getStyleClass().add("line-gutter");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinWidth(USE_PREF_SIZE);
        area.scrollTopProperty().subscribe(ignored -> requestLayout());
        area.heightProperty().subscribe(ignored -> requestLayout());
        area.fontProperty().subscribe(this::measure);
    }

    void show(EditedLines next) {
        edited = next;
        requestLayout();
    }

    private void measure(Font font) {
        measured = font;
        cell = size("0").getLayoutBounds().getWidth();
        line = size("0\n0").getLayoutBounds().getHeight()
                - size("0").getLayoutBounds().getHeight();
        requestLayout();
    }

    private Text size(String text) {
        Text sample = new Text(text);
        sample.setFont(measured);
        return sample;
    }

    @Override
    protected double computePrefWidth(double height) {
        int digits = Math.max(2, Integer.toString(edited.lines()).length());
        return LEFT + Math.ceil(digits * cell) + RIGHT;
    }

    @Override
    protected void layoutChildren() {
        int used = 0;
        Node text = area.lookup(".text");
        if (text != null) {
            double top = sceneToLocal(text.localToScene(text.getLayoutBounds())).getMinY();
            int last = (int) Math.min(edited.lines() - 1, Math.floor((getHeight() - top) / line));
            for (int at = (int) Math.max(0, Math.floor(-top / line)); at <= last; at++) {
                place(used++, at, top + at * line);
            }
        }
        for (int i = used; i < numbers.size(); i++) {
            numbers.get(i).setVisible(false);
            bars.get(i).setVisible(false);
        }
    }

    private void place(int row, int at, double y) {
        if (row == numbers.size()) {
            Label number = new Label();
            number.getStyleClass().add("line-number");
            Region bar = new Region();
            bar.getStyleClass().add("edited-line");
            numbers.add(number);
            bars.add(bar);
            getChildren().addAll(number, bar);
        }
        Label number = numbers.get(row);
        number.setText(Integer.toString(at + 1));
        number.setFont(measured);
        number.setVisible(true);
        number.resizeRelocate(0, y, getWidth() - RIGHT, line);
        Region bar = bars.get(row);
        bar.setVisible(edited.isEdited(at));
        bar.resizeRelocate(0, y, BAR, line);
    }
}
