package io.quayside.desktop.ui.list;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which rows a list shows, and in which order. While the pointer is in the table no row moves away under it. FX
/// thread.
///
/// @param <R> a row
/// @param <K> what rows can be ordered by
public final class ShownRows<R, K> implements RowTable.Order<K> {
    private final Supplier<? extends Collection<R>> all;
    private final Supplier<Predicate<R>> filter;
    private final BiFunction<K, Boolean, Comparator<R>> order;
    private final K usual;
    private final boolean usuallyAscending;
    private final Runnable arranged;
    private final ReadOnlyObjectWrapper<List<R>> items = new ReadOnlyObjectWrapper<>(List.of());
    private K sort;
    private boolean ascending;
    private boolean frozen;
    private Map<R, Integer> places = Map.of();

    /// @param all the rows there are
    /// @param filter which of them are let through; asked once for each arrangement
    /// @param order of rows by a key, upwards or downwards
    /// @param usual what they are ordered by without anybody's choice
    /// @param arranged runs after each arrangement, when the items are the new ones
    public ShownRows(
            Supplier<? extends Collection<R>> all,
            Supplier<Predicate<R>> filter,
            BiFunction<K, Boolean, Comparator<R>> order,
            K usual,
            boolean usuallyAscending,
            Runnable arranged) {
        this.all = all;
        this.filter = filter;
        this.order = order;
        this.usual = usual;
        this.usuallyAscending = usuallyAscending;
        this.arranged = arranged;
        this.sort = usual;
        this.ascending = usuallyAscending;
    }

    /// What is shown, from top to bottom.
    public ReadOnlyObjectProperty<List<R>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    public List<R> items() {
        return items.get();
    }

    /// Other rows are let through, or in another order.
    public void arrange() {
        arrange(false);
    }

    /// Rows came, went or say something else.
    public void changed() {
        arrange(frozen);
    }

    /// The pointer is in the table.
    public void freeze(boolean now) {
        if (frozen != now) {
            frozen = now;
            if (!now) {
                arrange();
            }
        }
    }

    @Override
    public K usual() {
        return usual;
    }

    @Override
    public boolean usuallyAscending() {
        return usuallyAscending;
    }

    @Override
    public K sort() {
        return sort;
    }

    @Override
    public boolean ascending() {
        return ascending;
    }

    @Override
    public void sortBy(K key, boolean up) {
        sort = key;
        ascending = up;
        arrange();
    }

    /// What is new in places that are kept comes last, and first where the newest usually come first.
    private void arrange(boolean keepPlaces) {
        List<R> next = all.get().stream()
                .filter(filter.get())
                .sorted(order.apply(sort, ascending))
                .toList();
        if (keepPlaces) {
            Map<R, Integer> before = places;
            int unknown = usuallyAscending ? Integer.MAX_VALUE : -1;
            next = next.stream()
                    .sorted(Comparator.comparingInt(row -> before.getOrDefault(row, unknown)))
                    .toList();
        }
        Map<R, Integer> now = HashMap.newHashMap(next.size());
        next.forEach(row -> now.put(row, now.size()));
        places = now;
        items.set(next);
        arranged.run();
    }
}
