package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.row.Segment;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.list.ListHead;
import io.quayside.desktop.ui.theme.Icons;
import java.util.Map;

/// "Containers", and how many there are; or as of when the rows are.
final class PageHead extends ListHead {
    private final ContainersViewModel model;

    /// @param open asks for a compose file
    /// @param run opens the form for a new container
    PageHead(ContainersViewModel model, Runnable open, Runnable run) {
        super("containers", "Containers");
        this.model = model;
        act("containers-open", new ActionButton("Open compose file", Icons.FILES, open));
        act("containers-run", new ActionButton("Run container", Icons.ADD, run).primary());
        model.countsProperty().subscribe(ignored -> update());
        model.connection().asOfProperty().subscribe(ignored -> update());
        model.listStateProperty().subscribe(ignored -> update());
    }

    private void update() {
        String asOf = model.connection().asOfProperty().get();
        if (!asOf.isEmpty()) {
            summary(asOf);
            return;
        }
        Map<Segment, Integer> counts = model.countsProperty().get();
        if (counts.getOrDefault(Segment.ALL, 0) == 0) {
            summary("");
            return;
        }
        summary(counts.getOrDefault(Segment.RUNNING, 0)
                + " running, "
                + counts.getOrDefault(Segment.STOPPED, 0)
                + " stopped");
    }
}
