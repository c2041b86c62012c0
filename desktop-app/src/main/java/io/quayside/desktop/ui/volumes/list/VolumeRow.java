package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.list.ListRow;
import java.util.Locale;

/// One volume in the list, by its name.
public final class VolumeRow extends ListRow<VolumeLine> {
    private final String place;

    VolumeRow(String name, VolumeLine line) {
        super(name, line);
        place = line.title().toLowerCase(Locale.ROOT);
    }

    /// By what it is sorted among names.
    String place() {
        return place;
    }

    public String name() {
        return id();
    }
}
