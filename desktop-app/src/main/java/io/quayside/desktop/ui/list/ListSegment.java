package io.quayside.desktop.ui.list;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiPredicate;

/// One of the choices above a list, of which the first lets everything through.
public interface ListSegment {
    /// "Running".
    String title();

    /// What is said when it lets nothing through: "No container is running."
    String none();

    /// How many rows each choice lets through.
    static <S extends Enum<S> & ListSegment, R> Map<S, Integer> count(
            Class<S> choices, Collection<R> rows, BiPredicate<S, R> has) {
        Map<S, Integer> counts = new EnumMap<>(choices);
        for (S choice : choices.getEnumConstants()) {
            counts.put(choice, (int)
                    rows.stream().filter(row -> has.test(choice, row)).count());
        }
        return Map.copyOf(counts);
    }
}
