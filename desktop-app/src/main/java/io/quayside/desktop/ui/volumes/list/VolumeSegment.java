package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.list.ListSegment;

/// Which volumes the list shows.
public enum VolumeSegment implements ListSegment {
    ALL("All", "There is no volume."),
    IN_USE("In use", "No container uses a volume."),
    NOT_USED("Not used", "Every volume is in use.");

    private final String title;
    private final String none;

    VolumeSegment(String title, String none) {
        this.title = title;
        this.none = none;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String none() {
        return none;
    }

    boolean has(VolumeLine line) {
        return this == ALL || line.usedBy().isEmpty() == (this == NOT_USED);
    }
}
