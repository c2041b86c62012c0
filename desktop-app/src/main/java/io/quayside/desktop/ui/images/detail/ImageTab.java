package io.quayside.desktop.ui.images.detail;

import java.util.Arrays;
import java.util.Optional;

/// The tabs of an image, in their order.
enum ImageTab {
    OVERVIEW("overview", "Overview"),
    LAYERS("layers", "Layers"),
    USED_BY("used-by", "Used by"),
    JSON("json", "JSON");

    private final String id;
    private final String title;

    ImageTab(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// As in the page's address.
    String id() {
        return id;
    }

    String title() {
        return title;
    }

    static Optional<ImageTab> of(String id) {
        return Arrays.stream(values()).filter(tab -> tab.id.equals(id)).findFirst();
    }
}
