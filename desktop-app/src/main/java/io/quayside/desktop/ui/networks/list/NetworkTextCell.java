package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// One fact of a network as text; muted where there is none.
final class NetworkTextCell extends FollowingCell<NetworkRow> {
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    private final Function<NetworkLine, String> text;
    private final Function<NetworkLine, String> tip;
    private final Label label = new Label();

    NetworkTextCell(Function<NetworkLine, String> text, Function<NetworkLine, String> tip, String... styles) {
        this.text = text;
        this.tip = tip;
        label.getStyleClass().add("network-fact");
        label.getStyleClass().addAll(styles);
    }

    /// How many containers there are, and which.
    static NetworkTextCell containers() {
        return new NetworkTextCell(
                NetworkLine::containers,
                line -> line.members().stream()
                        .limit(20)
                        .map(NetworkMember::name)
                        .collect(Collectors.joining(", ")));
    }

    @Override
    protected Subscription follow(NetworkRow row) {
        show(label);
        return row.lineProperty().subscribe(line -> {
            String words = text.apply(line);
            label.setText(words);
            label.pseudoClassStateChanged(NOTHING, words.equals("–") || words.equals("None"));
            Tip.on(label, tip.apply(line));
        });
    }
}
