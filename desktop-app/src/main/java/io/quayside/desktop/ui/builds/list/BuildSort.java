package io.quayside.desktop.ui.builds.list;

import java.util.Comparator;
import java.util.Locale;

/// What the list is ordered by. Between equals the newest comes first.
public enum BuildSort {
    NAME,
    RESULT,
    TIME,
    CACHED,
    WHEN;

    private static final Comparator<BuildLine> NEWEST =
            Comparator.comparing((BuildLine line) -> line.build().begun()).reversed();

    Comparator<BuildRow> order(boolean ascending) {
        Comparator<BuildLine> order = switch (this) {
            case NAME -> Comparator.comparing(line -> line.title().toLowerCase(Locale.ROOT));
            case RESULT -> Comparator.comparing((BuildLine line) -> line.build().outcome());
            case TIME -> Comparator.comparing(BuildLine::took);
            case CACHED ->
                Comparator.comparingDouble(line -> line.build().cached()
                        / (double) Math.max(1, line.build().total()));
            case WHEN -> NEWEST.reversed();
        };
        return Comparator.comparing(BuildRow::line, (ascending ? order : order.reversed()).thenComparing(NEWEST));
    }
}
