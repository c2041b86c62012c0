package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.ui.list.ListRow;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The row of one container. FX thread.
public final class ContainerRow extends ListRow<ContainerLine> implements RowItem {
    private final ObjectProperty<FigureLine> figures = new SimpleObjectProperty<>(FigureLine.NONE);
    private final ObjectProperty<OptionalLong> size = new SimpleObjectProperty<>(OptionalLong.empty());

    public ContainerRow(String id, ContainerLine first) {
        super(id, first);
    }

    @Override
    public String key() {
        return "container:" + id();
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

    @Override
    public String toString() {
        return "ContainerRow[" + line().name() + "]";
    }
}
