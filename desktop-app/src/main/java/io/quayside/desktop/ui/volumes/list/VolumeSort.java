package io.quayside.desktop.ui.volumes.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/// What the list is ordered by. Between equals the name decides.
public enum VolumeSort {
    NAME,
    SIZE,
    USED_BY,
    PROJECT,
    DRIVER,
    CREATED;

    private static final Comparator<VolumeRow> BY_NAME =
            Comparator.comparing(VolumeRow::place).thenComparing(VolumeRow::name);

    Comparator<VolumeRow> order(boolean ascending) {
        if (this == NAME) {
            return ascending ? BY_NAME : BY_NAME.reversed();
        }
        Comparator<VolumeLine> order = switch (this) {
            case NAME -> Comparator.comparing(VolumeLine::name);
            case SIZE -> Comparator.comparingLong(line -> line.size().orElse(-1));
            case USED_BY ->
                Comparator.comparing(line ->
                        line.usedBy().isEmpty() ? "\uffff" : line.usedByWords().toLowerCase(Locale.ROOT));
            case PROJECT -> Comparator.comparing(line -> line.project().orElse("\uffff"));
            case DRIVER -> Comparator.comparing(line -> line.volume().driver());
            case CREATED -> Comparator.comparing(line -> line.volume().created().orElse(Instant.EPOCH));
        };
        return Comparator.comparing(VolumeRow::line, ascending ? order : order.reversed())
                .thenComparing(BY_NAME);
    }
}
