package io.quayside.desktop.ui.containers;

import io.quayside.desktop.settings.TableSettings;
import io.quayside.desktop.ui.containers.row.Grouping;
import io.quayside.desktop.ui.containers.row.Segment;
import io.quayside.desktop.ui.containers.row.SortKey;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the list is arranged: segment, grouping and order. Grouping and order are kept in the settings. FX thread.
public final class ListOptions {
    private static final String GROUP = "containers.group";
    private static final String TABLE = "containers";

    private final ContainersParts parts;
    private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.ALL);
    private final ObjectProperty<Grouping> grouping;
    private SortKey sort;
    private boolean ascending;
    private final Runnable changed;

    ListOptions(ContainersParts parts, Runnable changed) {
        this.parts = parts;
        this.changed = changed;
        TableSettings table = parts.settings().get().tables().getOrDefault(TABLE, TableSettings.DEFAULT);
        grouping = new SimpleObjectProperty<>(
                read(Grouping.class, parts.settings().get().choice(GROUP, "")).orElse(Grouping.PROJECT));
        sort = table.sortColumn().flatMap(name -> read(SortKey.class, name)).orElse(SortKey.NAME);
        ascending = table.ascending();
        segment.subscribe((before, now) -> changed.run());
        grouping.subscribe((before, now) -> groupingChanged(now));
    }

    public ObjectProperty<Segment> segmentProperty() {
        return segment;
    }

    public Segment segment() {
        return segment.get();
    }

    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    public Grouping grouping() {
        return grouping.get();
    }

    public SortKey sort() {
        return sort;
    }

    public boolean ascending() {
        return ascending;
    }

    /// Orders by something else, and keeps that.
    public void sortBy(SortKey key, boolean up) {
        if (key == sort && up == ascending) {
            return;
        }
        sort = key;
        ascending = up;
        parts.updateSettings().accept(settings -> {
            TableSettings old = settings.tables().getOrDefault(TABLE, TableSettings.DEFAULT);
            Optional<String> column = Optional.of(key.name().toLowerCase(Locale.ROOT));
            return settings.withTable(TABLE, new TableSettings(old.columns(), old.widths(), column, up));
        });
        changed.run();
    }

    private void groupingChanged(Grouping now) {
        parts.updateSettings().accept(settings -> settings.withChoice(GROUP, now.title()));
        changed.run();
    }

    private static <E extends Enum<E>> Optional<E> read(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
