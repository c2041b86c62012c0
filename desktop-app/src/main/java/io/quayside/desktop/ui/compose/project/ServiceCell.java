package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One fact of a service: its name with how it stands, its image, its state in two lines, or its ports.
final class ServiceCell extends FollowingCell<ServiceRow> {
    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.UNKNOWN);
    private final Label first = new Label();
    private final Label second = new Label();
    private final VBox both = new VBox(first);
    private final HBox area = new HBox(10, both);
    private final Function<ServiceLine, String> text;
    private final Function<ServiceLine, String> below;
    private Runnable pressed = () -> {};

    private ServiceCell(Function<ServiceLine, String> text, Function<ServiceLine, String> below) {
        this.text = text;
        this.below = below;
        first.setMinWidth(0);
        second.setMinWidth(0);
        second.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        both.setMinWidth(0);
        both.setAlignment(Pos.CENTER_LEFT);
        area.setAlignment(Pos.CENTER_LEFT);
    }

    static ServiceCell name(ServiceListener listener) {
        ServiceCell cell = new ServiceCell(ServiceLine::title, line -> "");
        cell.area.getChildren().addFirst(cell.glyph);
        cell.first.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        cell.first.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                cell.pressed.run();
            }
        });
        cell.onRow = row -> cell.pressed = () -> listener.open(row.line());
        return cell;
    }

    static ServiceCell origin() {
        ServiceCell cell = new ServiceCell(ServiceLine::origin, line -> "");
        cell.first.getStyleClass().add(StyleClasses.MONO_CAPTION);
        return cell;
    }

    static ServiceCell status() {
        return new ServiceCell(ServiceLine::word, ServiceLine::detail);
    }

    static ServiceCell ports(ServiceListener listener) {
        ServiceCell cell = new ServiceCell(ServiceLine::ports, line -> "");
        cell.first.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                cell.pressed.run();
            }
        });
        cell.isPort = true;
        cell.onRow = row -> cell.pressed = () -> listener.browse(row.line());
        return cell;
    }

    private java.util.function.Consumer<ServiceRow> onRow = row -> {};
    private boolean isPort;

    @Override
    protected Subscription follow(ServiceRow row) {
        onRow.accept(row);
        show(area);
        return row.lineProperty().subscribe(line -> {
            glyph.setGlyph(line.glyph());
            first.setText(text.apply(line));
            Tip.on(first, first.getText());
            String detail = below.apply(line);
            second.setText(detail);
            both.getChildren().setAll(detail.isEmpty() ? java.util.List.of(first) : java.util.List.of(first, second));
            if (isPort) {
                boolean link = !line.published().isEmpty();
                first.getStyleClass().removeAll(StyleClasses.LINK, "name-link", StyleClasses.MUTED);
                first.getStyleClass()
                        .addAll(
                                link
                                        ? new String[] {StyleClasses.LINK, "name-link"}
                                        : new String[] {StyleClasses.MUTED});
            }
        });
    }
}
