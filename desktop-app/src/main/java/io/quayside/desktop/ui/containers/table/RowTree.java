package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.row.RowGroup;
import io.quayside.desktop.ui.containers.row.RowItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// Keeps tree items in step with the groups by the least difference, with the same tree item for the same row. FX
/// thread.
final class RowTree {
    /// From so many single changes on, one replacement of the list is cheaper.
    private static final int MANY = 48;

    private final TreeItem<RowItem> root = new TreeItem<>();
    private final Map<String, TreeItem<RowItem>> items = new HashMap<>();

    RowTree() {
        root.setExpanded(true);
    }

    TreeItem<RowItem> root() {
        return root;
    }

    /// Shows these groups. Returns whether anything came, went or moved.
    boolean show(List<RowGroup> groups) {
        Set<String> wanted = new HashSet<>();
        List<TreeItem<RowItem>> top = new ArrayList<>();
        boolean changed = false;
        for (RowGroup group : groups) {
            List<TreeItem<RowItem>> members = new ArrayList<>();
            for (RowItem row : group.rows()) {
                members.add(item(row, wanted));
            }
            if (group.head().isPresent()) {
                TreeItem<RowItem> head = item(group.head().get(), wanted);
                changed |= sync(head.getChildren(), members);
                top.add(head);
            } else {
                top.addAll(members);
            }
        }
        changed |= sync(root.getChildren(), top);
        items.keySet().retainAll(wanted);
        return changed;
    }

    /// Whether a tree item is still one of those shown.
    boolean has(TreeItem<RowItem> item) {
        return items.containsValue(item);
    }

    /// The tree item of a row.
    TreeItem<RowItem> find(String key) {
        return items.getOrDefault(key, root);
    }

    private TreeItem<RowItem> item(RowItem row, Set<String> wanted) {
        wanted.add(row.key());
        TreeItem<RowItem> item = items.get(row.key());
        if (item == null) {
            item = new TreeItem<>(row);
            items.put(row.key(), item);
            if (row instanceof ProjectRow project) {
                item.setExpanded(project.expandedProperty().get());
                item.expandedProperty().bindBidirectional(project.expandedProperty());
            }
        } else if (!row.equals(item.getValue())) {
            item.setValue(row);
        }
        return item;
    }

    private static boolean sync(ObservableList<TreeItem<RowItem>> list, List<TreeItem<RowItem>> wanted) {
        if (list.equals(wanted)) {
            return false;
        }
        Set<TreeItem<RowItem>> keep = new HashSet<>(wanted);
        long steps =
                list.stream().filter(item -> !keep.contains(item)).count() + Math.max(0, wanted.size() - list.size());
        if (list.isEmpty() || steps > MANY) {
            list.setAll(wanted);
            return true;
        }
        list.removeIf(item -> !keep.contains(item));
        int moves = 0;
        for (int i = 0; i < wanted.size(); i++) {
            TreeItem<RowItem> item = wanted.get(i);
            if (i < list.size() && list.get(i).equals(item)) {
                continue;
            }
            if (++moves > MANY) {
                list.setAll(wanted);
                return true;
            }
            list.remove(item); // it stands further down, or is new
            list.add(i, item);
        }
        return true;
    }
}
