package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.ui.shell.palette.PaletteRow.Act;
import io.quayside.desktop.ui.shell.palette.PaletteRow.Found;
import io.quayside.desktop.ui.shell.palette.PaletteRow.Heading;
import io.quayside.desktop.ui.shell.palette.PaletteRow.Nothing;
import java.util.ArrayList;
import java.util.List;

/// Turns what was found into the lines of the palette's list. FX thread.
final class PaletteRows {
    /// How many actions of the top hit are listed below its group; the others are one Right away.
    static final int ACTIONS_SHOWN = 3;

    private PaletteRows() {}

    static List<PaletteRow> of(PaletteResult result) {
        List<PaletteRow> rows = new ArrayList<>();
        boolean asked = !result.query().text().isEmpty();
        for (int i = 0; i < result.groups().size(); i++) {
            PaletteResult.Group group = result.groups().get(i);
            rows.add(new Heading(group.heading()));
            group.hits().forEach(hit -> rows.add(new Found(hit.entry(), hit.match())));
            if (i == 0 && result.query().scope() == PaletteScope.EVERYTHING && asked) {
                addActions(group.hits().getFirst().entry(), rows);
            }
        }
        if (result.groups().isEmpty() && (asked || result.query().scope() != PaletteScope.EVERYTHING)) {
            rows.add(new Nothing(result.query()));
        }
        if (!result.elsewhere().isEmpty()) {
            rows.add(new Heading("Elsewhere"));
            result.elsewhere().forEach(hit -> rows.add(new Found(hit.entry(), hit.match())));
        }
        return rows;
    }

    /// The first action is the row's own; the next few are listed. An entry with one action only has nothing to list.
    private static void addActions(PaletteEntry entry, List<PaletteRow> rows) {
        List<PaletteAction> actions = entry.actions().get();
        if (actions.size() > 1) {
            rows.add(new Heading("Actions on " + entry.title()));
            actions.stream().skip(1).limit(ACTIONS_SHOWN).forEach(action -> rows.add(new Act(entry, action)));
        }
    }

    /// All actions of one entry.
    static List<PaletteRow> actions(PaletteEntry entry) {
        List<PaletteRow> rows = new ArrayList<>();
        rows.add(new Heading("Actions on " + entry.title()));
        entry.actions().get().forEach(action -> rows.add(new Act(entry, action)));
        return rows;
    }
}
