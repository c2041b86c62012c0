package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Shares of a disk beside each other, on a track that two bars can share as their axis.
final class SpaceBar extends Region {
    /// @param kind its style class, which has the colour
    record Part(String name, String kind, long bytes) {}

    private final String name;
    private final List<Region> shares = new ArrayList<>();
    private List<Part> parts = List.of();
    private long axis = 1;

    SpaceBar(String name) {
        this.name = name;
        getStyleClass().add("space-bar");
        setMouseTransparent(true);
    }

    /// @param all what the whole width stands for, in bytes
    void show(List<Part> next, long all) {
        parts = List.copyOf(next);
        axis = Math.max(1, all);
        shares.clear();
        for (Part part : parts) {
            Region share = new Region();
            share.getStyleClass().addAll("space", part.kind());
            share.setManaged(false);
            shares.add(share);
        }
        getChildren().setAll(shares);
        setAccessibleText(name + ": "
                + parts.stream()
                        .map(part -> part.name() + " " + Sizes.spoken(part.bytes()))
                        .collect(Collectors.joining(", ")));
        requestLayout();
    }

    /// A square in the part's colour with its name and size.
    static Node sign(Part part) {
        Region square = new Region();
        square.getStyleClass().addAll("space", "sign", part.kind());
        Label title = new Label(part.name());
        title.getStyleClass().add(StyleClasses.META);
        Label size = new Label(Sizes.of(part.bytes()));
        size.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox sign = new HBox(6, square, title, size);
        sign.setAlignment(Pos.CENTER_LEFT);
        return sign;
    }

    @Override
    protected void layoutChildren() {
        double at = 0;
        for (int i = 0; i < shares.size(); i++) {
            double end = at + getWidth() * parts.get(i).bytes() / axis;
            double left = Math.rint(at);
            double right = Math.rint(Math.min(end, getWidth()));
            // A hair between two of them.
            boolean last = i == shares.size() - 1;
            shares.get(i)
                    .resizeRelocate(
                            left, 0, Math.max(0, right - left - (last || right - left < 3 ? 0 : 1)), getHeight());
            at = end;
        }
    }
}
