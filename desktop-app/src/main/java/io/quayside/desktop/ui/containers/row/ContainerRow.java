package io.quayside.desktop.ui.containers.row;

import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The row of one container. FX thread.
public final class ContainerRow implements RowItem {
    private final String id;
    private final ObjectProperty<ContainerLine> line;
    private final ObjectProperty<FigureLine> figures = new SimpleObjectProperty<>(FigureLine.NONE);
    private final ObjectProperty<OptionalLong> size = new SimpleObjectProperty<>(OptionalLong.empty());
    private final BooleanProperty checked = new SimpleBooleanProperty();

    public ContainerRow(String id, ContainerLine first) {
        this.id = id;
        this.line = new SimpleObjectProperty<>(first);
    }

    public String id() {
        return id;
    }

    @Override
    public String key() {
        return "container:" + id;
    }

    public ContainerLine line() {
        return line.get();
    }

    public ReadOnlyObjectProperty<ContainerLine> lineProperty() {
        return line;
    }

    /// Shows another line; listeners hear of it only when it differs.
    public void setLine(ContainerLine next) {
        if (!next.equals(line.get())) {
            line.set(next);
        }
    }

    public FigureLine figures() {
        return figures.get();
    }

    public ReadOnlyObjectProperty<FigureLine> figuresProperty() {
        return figures;
    }

    public void setFigures(FigureLine next) {
        if (!next.equals(figures.get())) {
            figures.set(next);
        }
    }

    /// Bytes it has written into its own files; empty until measured.
    public OptionalLong size() {
        return size.get();
    }

    public ReadOnlyObjectProperty<OptionalLong> sizeProperty() {
        return size;
    }

    public void setSize(long bytes) {
        size.set(OptionalLong.of(bytes));
    }

    /// Whether its box is checked.
    public BooleanProperty checkedProperty() {
        return checked;
    }

    @Override
    public String toString() {
        return "ContainerRow[" + line.get().name() + "]";
    }
}
