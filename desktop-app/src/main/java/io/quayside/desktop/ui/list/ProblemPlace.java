package io.quayside.desktop.ui.list;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ProblemPane;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// What couldn't be done, above the list until it is dismissed. FX thread.
public final class ProblemPlace extends StackPane {
    public ProblemPlace(ObservableValue<Optional<Problem>> problem, Runnable dismiss) {
        setPadding(new Insets(0, 16, 4, 16));
        problem.subscribe(now -> {
            setVisible(now.isPresent());
            setManaged(now.isPresent());
            getChildren()
                    .setAll(now.<List<Node>>map(
                                    why -> List.of(new ProblemPane(ProblemPane.Form.BANNER, why).onDismiss(dismiss)))
                            .orElse(List.of()));
        });
    }
}
