package io.quayside.desktop.ui.compose.project;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One service in the table. The same object as long as it is there. FX thread.
final class ServiceRow {
    private final String service;
    private final ReadOnlyObjectWrapper<ServiceLine> line;

    ServiceRow(ServiceLine line) {
        this.service = line.service();
        this.line = new ReadOnlyObjectWrapper<>(line);
    }

    String service() {
        return service;
    }

    ServiceLine line() {
        return line.get();
    }

    ReadOnlyObjectProperty<ServiceLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    void show(ServiceLine next) {
        if (!next.equals(line.get())) {
            line.set(next);
        }
    }

    @Override
    public String toString() {
        return service;
    }
}
