package io.quayside.benchmarks.window;

import atlantafx.base.theme.PrimerDark;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What JavaFX itself needs for a list: its own table with as many rows and columns as Quayside's list, the
/// same theme, and nothing else. What it shows was there from the start; no engine is asked.
public final class TableWindow {
    private static final int ROWS = 100;
    private static final int COLUMNS = 7;

    private TableWindow() {}

    public static void main(String[] args) {
        PeerWindow.run(args[0], TableWindow::scene);
    }

    private static Scene scene() {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        TableView<Integer> table = new TableView<>(FXCollections.observableArrayList(
                IntStream.range(0, ROWS).boxed().toList()));
        for (int i = 0; i < COLUMNS; i++) {
            int column = i;
            TableColumn<Integer, String> shown = new TableColumn<>("Column " + column);
            shown.setCellValueFactory(row -> new ReadOnlyStringWrapper("row " + row.getValue() + "." + column));
            table.getColumns().add(shown);
        }
        return new Scene(table, PeerWindow.WIDTH, PeerWindow.HEIGHT);
    }
}
