package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.model.NetworkAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/// What rows can be ordered by; the names are those of the columns in the settings.
public enum SortKey {
    NAME,
    STATUS,
    CPU,
    MEMORY,
    PORTS,
    ID,
    CREATED,
    NETWORKS,
    COMMAND,
    HEALTH,
    RESTARTS,
    SIZE,
    NET_IO;

    private Comparator<ContainerRow> ascending() {
        return switch (this) {
            case NAME -> Comparator.comparing(row -> row.line().name().toLowerCase(Locale.ROOT));
            case STATUS -> Comparator.comparingLong(SortKey::statusRank);
            case CPU ->
                Comparator.comparingDouble(row -> Double.isNaN(row.figures().cpuPercent())
                        ? -1.0
                        : row.figures().cpuPercent());
            case MEMORY -> Comparator.comparingLong(row -> row.figures().memoryUsed());
            case PORTS -> Comparator.comparingInt(SortKey::portRank);
            case ID -> Comparator.comparing(ContainerRow::id);
            case CREATED -> Comparator.comparing(row -> container(row).created());
            case NETWORKS -> Comparator.comparing(SortKey::firstNetwork);
            case COMMAND -> Comparator.comparing(row -> container(row).command());
            case HEALTH -> Comparator.comparing(row -> container(row).health());
            case SIZE -> Comparator.comparingLong(row -> row.size().orElse(-1));
            case NET_IO ->
                Comparator.comparingLong(
                        row -> row.figures().received() + row.figures().sent());
            case RESTARTS -> Comparator.comparingInt(row -> container(row).run().restartCount());
        };
    }

    /// Ties are broken by name, then by id, so that an order is always the same.
    public Comparator<ContainerRow> order(boolean ascending) {
        Comparator<ContainerRow> first = ascending ? ascending() : ascending().reversed();
        return this == NAME
                ? first.thenComparing(ContainerRow::id)
                : first.thenComparing(NAME.ascending()).thenComparing(ContainerRow::id);
    }

    /// Whether an order by it needs figures of all containers.
    public boolean needsFigures() {
        return this == CPU || this == MEMORY || this == NET_IO;
    }

    private static int portRank(ContainerRow row) {
        return container(row).ports().stream()
                .findFirst()
                .map(port -> port.isPublished() ? port.publicPort() : 100_000 + port.privatePort())
                .orElse(Integer.MAX_VALUE);
    }

    private static String firstNetwork(ContainerRow row) {
        return container(row).networks().stream()
                .findFirst()
                .map(NetworkAddress::network)
                .orElse("");
    }

    private static Container container(ContainerRow row) {
        return row.line().container();
    }

    /// Problems first, then what runs, the longest last; then what has ended, the latest first.
    private static long statusRank(ContainerRow row) {
        Container container = container(row);
        long group = container.hasProblem() ? 0 : container.isUp() ? 1 : 2;
        Instant since = container.isUp()
                ? container.run().startedAt().orElse(container.created())
                : container.run().finishedAt().orElse(container.created());
        return group * 100_000_000_000L - since.getEpochSecond();
    }
}
