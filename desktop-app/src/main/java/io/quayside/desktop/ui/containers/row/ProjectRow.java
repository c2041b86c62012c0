package io.quayside.desktop.ui.containers.row;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The row above the containers of one project or image. FX thread.
public final class ProjectRow implements RowItem {
    /// What it says.
    ///
    /// @param title "shop-api", "Not in a project"
    /// @param count "3 of 4 running", "4 containers"
    /// @param cpu the sum, or nothing
    /// @param memory the sum, or nothing
    /// @param folder where the project's file is, or nothing
    /// @param up how many of its containers run
    /// @param total how many there are
    /// @param hasActions whether start, stop and restart of all are offered
    /// @param live whether the engine confirms it
    public record Line(
            String title,
            String count,
            String cpu,
            String memory,
            String folder,
            int up,
            int total,
            boolean hasActions,
            boolean live) {}

    /// Which of its containers are checked.
    public enum Checks {
        NONE,
        SOME,
        ALL
    }

    private final String key;
    private final ObjectProperty<Line> line;
    private final ObjectProperty<Checks> checks = new SimpleObjectProperty<>(Checks.NONE);
    private final BooleanProperty expanded = new SimpleBooleanProperty(true);

    public ProjectRow(String key, Line first) {
        this.key = key;
        this.line = new SimpleObjectProperty<>(first);
    }

    @Override
    public String key() {
        return key;
    }

    public Line line() {
        return line.get();
    }

    public ReadOnlyObjectProperty<Line> lineProperty() {
        return line;
    }

    public void setLine(Line next) {
        if (!next.equals(line.get())) {
            line.set(next);
        }
    }

    public ReadOnlyObjectProperty<Checks> checksProperty() {
        return checks;
    }

    public void setChecks(Checks next) {
        checks.set(next);
    }

    public BooleanProperty expandedProperty() {
        return expanded;
    }

    @Override
    public String toString() {
        return "ProjectRow[" + line.get().title() + "]";
    }
}
