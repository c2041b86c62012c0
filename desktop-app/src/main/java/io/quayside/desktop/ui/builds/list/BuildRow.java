package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.list.ListRow;

/// One build in the list.
public final class BuildRow extends ListRow<BuildLine> {
    BuildRow(String id, BuildLine line) {
        super(id, line);
    }
}
