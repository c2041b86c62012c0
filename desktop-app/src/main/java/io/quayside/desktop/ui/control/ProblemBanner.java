package io.quayside.desktop.ui.control;

import io.quayside.desktop.problem.Problem;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// The place for a [Problem] on top of a page or card, which takes no room while there is none. FX thread.
public final class ProblemBanner extends VBox {
    public ProblemBanner() {
        managedProperty().bind(visibleProperty());
        show(Optional.empty());
    }

    public void show(Optional<Problem> now) {
        getChildren()
                .setAll(now.map(found -> new ProblemPane(ProblemPane.Form.BANNER, found)).stream()
                        .toList());
        setVisible(now.isPresent());
    }
}
