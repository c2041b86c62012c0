package io.quayside.desktop.ui.volumes.panel;

import java.util.Arrays;
import java.util.Optional;

/// The tabs of a volume, in their order.
public enum VolumeTab {
    FILES("files", "Files"),
    USED_BY("used-by", "Used by"),
    DETAILS("details", "Details"),
    JSON("json", "JSON");

    private final String id;
    private final String title;

    VolumeTab(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// As in the page's address.
    public String id() {
        return id;
    }

    String title() {
        return title;
    }

    public static Optional<VolumeTab> of(String id) {
        return Arrays.stream(values()).filter(tab -> tab.id.equals(id)).findFirst();
    }
}
