package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ProblemPane;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The problem on top of the page while there is no engine, with the countdown to the next try.
public final class ConnectionBanner extends StackPane {
    private final ConnectionState connection;

    public ConnectionBanner(ConnectionState connection) {
        this.connection = connection;
        setId("connection-banner");
        setPadding(new Insets(0, 16, 12, 16));
        connection.bannerProperty().subscribe(this::show);
    }

    private void show(Optional<Problem> problem) {
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
        getChildren().clear();
        problem.ifPresent(shown -> {
            ProblemPane pane = new ProblemPane(ProblemPane.Form.BANNER, shown);
            Label next = pane.addLine();
            next.textProperty().bind(connection.nextTryProperty());
            next.visibleProperty().bind(connection.nextTryProperty().isNotEmpty());
            next.managedProperty().bind(next.visibleProperty());
            getChildren().add(pane);
        });
    }
}
