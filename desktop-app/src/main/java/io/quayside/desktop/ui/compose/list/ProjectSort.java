package io.quayside.desktop.ui.compose.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/// What the list is ordered by, equals by their names.
public enum ProjectSort {
    NAME,
    STATUS,
    PATH,
    LAST_UP;

    Comparator<ProjectRow> order(boolean ascending) {
        Comparator<ProjectLine> byName =
                Comparator.comparing(line -> line.title().toLowerCase(Locale.ROOT));
        Comparator<ProjectLine> order = switch (this) {
            case NAME -> byName;
            case STATUS -> Comparator.comparing(ProjectLine::status);
            case PATH -> Comparator.comparing(ProjectLine::path);
            case LAST_UP ->
                Comparator.comparing(line -> ProjectLine.lastUp(line.project()).orElse(Instant.EPOCH));
        };
        Comparator<ProjectLine> whole = ascending ? order : order.reversed();
        return Comparator.comparing(ProjectRow::line, whole.thenComparing(byName));
    }
}
