package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One fact of a build as text, with a second line where there is more to say.
final class BuildTextCell extends FollowingCell<BuildRow> {
    private final Function<BuildLine, String> text;
    private final Function<BuildLine, Optional<String>> more;
    private final Function<BuildLine, String> tip;
    private final Label label = new Label();
    private final Label second = new Label();
    private final VBox area = new VBox(label, second);

    BuildTextCell(
            Function<BuildLine, String> text,
            Function<BuildLine, Optional<String>> more,
            Function<BuildLine, String> tip,
            Pos side,
            String... styles) {
        this.text = text;
        this.more = more;
        this.tip = tip;
        label.getStyleClass().add(StyleClasses.META);
        label.getStyleClass().addAll(styles);
        second.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        area.setAlignment(side);
    }

    @Override
    protected Subscription follow(BuildRow row) {
        show(area);
        return row.lineProperty().subscribe(line -> {
            label.setText(text.apply(line));
            Optional<String> below = more.apply(line).filter(words -> !words.isEmpty());
            second.setText(below.orElse(""));
            second.setVisible(below.isPresent());
            second.setManaged(below.isPresent());
            Tip.on(second.isVisible() ? second : label, tip.apply(line));
        });
    }
}
