package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.engine.disk.DiskItem.Kind;
import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.model.DiskUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What takes space, by kind. The rows of a kind sum to it, and the kinds to the bars, to the byte.
///
/// @param kinds in their order; without those that this engine can't have
/// @param note what doesn't add up; empty if all does
record Space(List<SpaceRow> kinds, Optional<String> note) {
    Space {
        kinds = List.copyOf(kinds);
    }

    static Space of(DiskUsage usage, DiskPlan plan, Optional<Use> machine, LogSizes logs, Instant now) {
        List<SpaceRow> kinds = new ArrayList<>(new SpaceRows(usage, plan, now).kinds());
        if (logs.all().isPresent()) {
            kinds.add(SpaceRows.logs(usage, plan, logs));
        }
        long listed = kinds.stream().mapToLong(SpaceRow::bytes).sum();
        if (machine.isEmpty()) {
            return new Space(kinds, Optional.empty());
        }
        Use use = machine.get();
        kinds.add(leaf(
                SpaceKind.SYSTEM,
                logs.all().isPresent() ? "the engine’s own files" : "the engine’s own files, container logs",
                Math.max(0, use.used() - listed),
                OptionalLong.empty()));
        kinds.add(leaf(
                SpaceKind.HELD,
                "free in the engine",
                use.held(),
                use.held() > 0 && plan.item(Kind.BLOCKS).isPresent()
                        ? OptionalLong.of(use.held())
                        : OptionalLong.empty()));
        return new Space(
                kinds,
                listed > use.used()
                        ? Optional.of("The engine’s lists come to " + Sizes.of(listed - use.used())
                                + " more than the disk has in use: some of it is stored once for several.")
                        : Optional.empty());
    }

    private static SpaceRow leaf(SpaceKind kind, String detail, long bytes, OptionalLong canGo) {
        return new SpaceRow(
                kind,
                kind.name(),
                kind.title(),
                detail,
                OptionalLong.of(bytes),
                OptionalLong.empty(),
                canGo,
                List.of());
    }

    /// What is used in the engine.
    long inEngine() {
        return kinds.stream()
                .filter(row -> row.kind() != SpaceKind.HELD)
                .mapToLong(SpaceRow::bytes)
                .sum();
    }

    long held() {
        return kinds.stream()
                .filter(row -> row.kind() == SpaceKind.HELD)
                .mapToLong(SpaceRow::bytes)
                .sum();
    }

    /// The engine's bar. Container logs are a part of the containers there.
    List<SpaceBar.Part> bar() {
        List<SpaceBar.Part> parts = new ArrayList<>();
        for (SpaceRow row : kinds) {
            switch (row.kind()) {
                case HELD, SEVERAL -> {}
                case LOGS -> {
                    SpaceBar.Part containers = parts.removeLast();
                    parts.add(
                            new SpaceBar.Part(containers.name(), containers.kind(), containers.bytes() + row.bytes()));
                }
                default -> parts.add(new SpaceBar.Part(row.name(), row.kind().style(), row.bytes()));
            }
        }
        return List.copyOf(parts);
    }

    /// Everything that is told apart, the largest first.
    List<SpaceRow> largest() {
        return kinds.stream()
                .flatMap(kind -> kind.parts().isEmpty() ? java.util.stream.Stream.of(kind) : kind.parts().stream())
                .filter(row -> row.bytes() > 0)
                .sorted(Comparator.comparingLong(SpaceRow::bytes).reversed())
                .toList();
    }
}
