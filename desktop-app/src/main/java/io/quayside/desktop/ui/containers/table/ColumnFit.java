package io.quayside.desktop.ui.containers.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Shows the columns that the user chose as far as the width goes. Names are never squeezed; the others give way,
/// ports,
/// memory and CPU first: Peek shows them too, and a column that somebody switched on has to appear.
final class ColumnFit {
    /// What a name needs to be told from another.
    static final double NAME_NEEDS = 220;

    private static final List<String> GIVE_WAY = List.of(
            "ports", "memory", "cpu", "command", "created", "networks", "id", "health", "restarts", "net-io", "size");

    private final Columns columns;
    private final Set<String> chosen;

    ColumnFit(Columns columns, List<String> chosen) {
        this.columns = columns;
        this.chosen = new LinkedHashSet<>(chosen);
    }

    boolean isChosen(String id) {
        return chosen.contains(id);
    }

    void choose(String id, boolean on) {
        if (on) {
            chosen.add(id);
        } else {
            chosen.remove(id);
        }
    }

    /// The ids that are chosen, in the order of the table.
    List<String> chosen() {
        return columns.optional().stream().filter(chosen::contains).toList();
    }

    /// Divides the table's width: what fits is visible, the rest goes to the name.
    void fit(double width) {
        double room = width - taken("check") - taken("actions");
        List<String> shown = shown(chosen(), this::taken, room - NAME_NEEDS);
        columns.optional().forEach(id -> columns.get(id).setVisible(shown.contains(id)));
        double others = shown.stream().mapToDouble(this::taken).sum();
        columns.get(Columns.NAME).setPrefWidth(Math.max(NAME_NEEDS, room - others));
    }

    // The same whether it is visible or not, or a column could come and go for ever.
    private double taken(String id) {
        return Math.max(columns.get(id).getWidth(), columns.get(id).getPrefWidth());
    }

    /// Those of `chosen` that fit into `room` together, after the ones that give way first have gone.
    static List<String> shown(List<String> chosen, ToDoubleFunction<String> width, double room) {
        List<String> shown = new ArrayList<>(chosen);
        for (String next : GIVE_WAY) {
            if (shown.stream().mapToDouble(width).sum() <= room) {
                break;
            }
            shown.remove(next);
        }
        return shown;
    }
}
