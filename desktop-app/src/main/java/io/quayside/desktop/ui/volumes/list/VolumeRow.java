package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.list.ListRow;

/// One volume in the list, by its name.
public final class VolumeRow extends ListRow<VolumeLine> {
    VolumeRow(String name, VolumeLine line) {
        super(name, line);
    }

    public String name() {
        return id();
    }
}
