package io.quayside.desktop.ui.images.row;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The head of a repository with many tags. FX thread.
public final class RepositoryRow implements ImageItem {
    private final String repository;
    private final ReadOnlyObjectWrapper<List<ImageRow>> members = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty expanded = new SimpleBooleanProperty(true);

    public RepositoryRow(String repository) {
        this.repository = repository;
    }

    /// Untrusted text.
    public String repository() {
        return repository;
    }

    /// Those of its rows that the list shows.
    public ReadOnlyObjectProperty<List<ImageRow>> membersProperty() {
        return members.getReadOnlyProperty();
    }

    public BooleanProperty expandedProperty() {
        return expanded;
    }

    void show(List<ImageRow> now) {
        members.set(List.copyOf(now));
    }
}
