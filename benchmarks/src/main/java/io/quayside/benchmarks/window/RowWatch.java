package io.quayside.benchmarks.window;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;

/// Says on standard output what the rows on screen show, `row NAME WORD NANOS`, once more whenever a frame
/// changed the word. The time is [System#nanoTime()] after the frame's layout, a clock that all processes
/// share on Linux.
final class RowWatch {
    private final TreeTableView<?> table;
    private final Map<String, String> shown = new HashMap<>();

    private RowWatch(TreeTableView<?> table) {
        this.table = table;
    }

    static void begin() {
        TreeTableView<?> table = containers();
        RowWatch watch = new RowWatch(table);
        table.getScene().addPostLayoutPulseListener(watch::look);
        // What follows from here on is said.
        watch.look();
        Platform.requestNextPulse();
        System.out.println("watching");
    }

    /// The table of the one window.
    static TreeTableView<?> containers() {
        Scene scene = javafx.stage.Window.getWindows().getFirst().getScene();
        return (TreeTableView<?>) scene.lookup("#containers-table");
    }

    private void look() {
        long now = System.nanoTime();
        for (Node node : table.lookupAll(".tree-table-row-cell")) {
            if (node instanceof TreeTableRow<?> row && row.isVisible() && row.getItem() instanceof ContainerRow item) {
                String word = item.line().status().word();
                if (!word.equals(shown.put(item.line().name(), word))) {
                    System.out.println("row " + item.line().name() + " " + word + " " + now);
                }
            }
        }
    }
}
