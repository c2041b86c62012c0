package io.quayside.desktop.ui.images.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Puts rows in order, those of a repository with many tags below a head of their own. FX thread.
public final class ImageArranger {
    /// A repository with more tags than this gets a head.
    private static final int ALONE = 3;

    private final Map<String, RepositoryRow> heads = new HashMap<>();
    private Map<ImageRow, Integer> places = Map.of();

    /// What the table shows, from top to bottom.
    ///
    /// @param keepPlaces rows that were there stay in their order, and what is new comes last
    public List<ImageItem> arrange(
            Collection<ImageRow> all,
            Predicate<ImageLine> shown,
            ImageSort sort,
            boolean ascending,
            boolean keepPlaces) {
        List<ImageRow> rows = new ArrayList<>(
                all.stream().filter(row -> shown.test(row.line())).toList());
        Map<ImageRow, Integer> before = places;
        rows.sort(
                keepPlaces
                        ? Comparator.comparingInt(row -> before.getOrDefault(row, Integer.MAX_VALUE))
                        : sort.rows(ascending));
        Map<String, Long> tags = new HashMap<>();
        all.forEach(row -> tags.merge(row.line().name().repository(), 1L, Long::sum));
        List<ImageItem> items = grouped(rows, tags);
        remember(rows);
        return items;
    }

    /// A head stands where the first of its rows would.
    private List<ImageItem> grouped(List<ImageRow> rows, Map<String, Long> tags) {
        Map<Object, List<ImageRow>> blocks = new LinkedHashMap<>();
        for (ImageRow row : rows) {
            String repository = row.line().name().repository();
            boolean many = !repository.isEmpty() && tags.getOrDefault(repository, 0L) > ALONE;
            blocks.computeIfAbsent(many ? repository : row, ignored -> new ArrayList<>())
                    .add(row);
        }
        List<ImageItem> items = new ArrayList<>();
        blocks.forEach((key, members) -> {
            if (key instanceof String repository) {
                RepositoryRow head = heads.computeIfAbsent(repository, RepositoryRow::new);
                head.show(members);
                items.add(head);
                if (head.expandedProperty().get()) {
                    items.addAll(members);
                }
            } else {
                items.addAll(members);
            }
        });
        return items;
    }

    private void remember(List<ImageRow> rows) {
        Map<ImageRow, Integer> next = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            next.put(rows.get(i), i);
        }
        places = next;
    }
}
