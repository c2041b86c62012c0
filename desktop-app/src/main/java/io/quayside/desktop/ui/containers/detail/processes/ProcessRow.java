package io.quayside.desktop.ui.containers.detail.processes;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A line of the table: one process, whose figures change. FX thread.
final class ProcessRow {
    private final ReadOnlyObjectWrapper<ProcessFacts> facts;

    ProcessRow(ProcessFacts first) {
        facts = new ReadOnlyObjectWrapper<>(first);
    }

    ProcessFacts facts() {
        return facts.get();
    }

    ReadOnlyObjectProperty<ProcessFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    void now(ProcessFacts next) {
        facts.set(next);
    }
}
