package io.quayside.desktop.ui.engine.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// One row of what takes space. All sizes are in bytes.
///
/// @param key tells it from others of its kind
/// @param name safe to show
/// @param detail muted words behind the name
/// @param size empty where the engine gives no figure, which then is in the size of another row
/// @param shared what other things have too; empty for none
/// @param canGo what the plan could free of it; empty for nothing
/// @param parts whose sizes sum to this one's; none for what isn't told apart
record SpaceRow(
        SpaceKind kind,
        String key,
        String name,
        String detail,
        OptionalLong size,
        OptionalLong shared,
        OptionalLong canGo,
        List<SpaceRow> parts) {
    /// The key of what is left of a list that is folded.
    static final String MORE = "more";

    /// The key of what several things share.
    static final String SHARED = "shared";

    SpaceRow {
        parts = List.copyOf(parts);
    }

    /// 0 where there is no figure.
    long bytes() {
        return size.orElse(0);
    }

    /// Whether it stands for others that are folded.
    boolean isMore() {
        return key.equals(MORE);
    }

    /// These, the largest `most` of them as they are and the others as one; what is shared stands before those.
    static List<SpaceRow> folded(SpaceKind kind, List<SpaceRow> rows, int most) {
        if (rows.size() <= most + 1) {
            return rows;
        }
        List<SpaceRow> shown = new ArrayList<>();
        List<SpaceRow> rest = new ArrayList<>();
        for (SpaceRow row : rows) {
            (shown.size() < most || row.key().equals(SHARED) ? shown : rest).add(row);
        }
        if (rest.size() < 2) {
            return rows;
        }
        shown.add(new SpaceRow(
                kind,
                MORE,
                rest.size() + " more",
                "",
                OptionalLong.of(rest.stream().mapToLong(SpaceRow::bytes).sum()),
                OptionalLong.empty(),
                sum(rest.stream().map(SpaceRow::canGo).toList()),
                rest));
        return List.copyOf(shown);
    }

    /// Of those that are known; empty if none is.
    static OptionalLong sum(List<OptionalLong> sizes) {
        return sizes.stream().anyMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        sizes.stream().mapToLong(size -> size.orElse(0)).sum())
                : OptionalLong.empty();
    }
}
