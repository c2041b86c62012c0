package io.quayside.desktop.ui.networks.list;

import java.util.Comparator;
import java.util.Locale;

/// What the list is ordered by. The engine's own networks come last, and equals by their names.
public enum NetworkSort {
    NAME,
    DRIVER,
    SUBNET,
    CONTAINERS,
    PROJECT,
    SCOPE;

    private static final Comparator<NetworkLine> BY_NAME = Comparator.comparing(
                    (NetworkLine line) -> line.name().toLowerCase(Locale.ROOT))
            .thenComparing(NetworkLine::id);

    Comparator<NetworkRow> order(boolean ascending) {
        Comparator<NetworkLine> order = switch (this) {
            case NAME -> BY_NAME;
            case DRIVER -> Comparator.comparing(NetworkLine::driver);
            case SUBNET -> Comparator.comparing(NetworkLine::subnets);
            case CONTAINERS -> Comparator.comparingInt(line -> line.members().size());
            case PROJECT -> Comparator.comparing(line -> line.project().orElse(""));
            case SCOPE -> Comparator.comparing(NetworkLine::scope);
        };
        Comparator<NetworkLine> whole = ascending ? order : order.reversed();
        if (this == NAME) {
            whole = Comparator.comparing((NetworkLine line) -> line.lock().isPresent())
                    .thenComparing(whole);
        }
        return Comparator.comparing(NetworkRow::line, whole.thenComparing(BY_NAME));
    }
}
