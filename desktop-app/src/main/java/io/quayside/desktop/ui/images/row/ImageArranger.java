package io.quayside.desktop.ui.images.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the rows of a repository with many tags below a head of their own. FX thread.
public final class ImageArranger {
    /// A repository with more tags than this gets a head.
    private static final int ALONE = 3;

    private final Map<String, RepositoryRow> heads = new HashMap<>();

    /// What the table shows, from top to bottom.
    ///
    /// @param all the rows there are
    /// @param shown those of them that the list shows, in order
    public List<ImageItem> group(Collection<ImageRow> all, List<ImageRow> shown) {
        Map<String, Long> tags = new HashMap<>();
        all.forEach(row -> tags.merge(row.line().name().repository(), 1L, Long::sum));
        return grouped(shown, tags);
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
}
