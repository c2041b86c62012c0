package io.quayside.desktop.ui.images.row;

import io.quayside.desktop.ui.list.ListSegment;
/// Which images the list shows.

public enum ImageSegment implements ListSegment {
    ALL("All", "There are no images."),
    IN_USE("In use", "No container uses an image."),
    NOT_USED("Not used", "Every image is in use.");

    private final String title;
    private final String none;

    ImageSegment(String title, String none) {
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

    public boolean has(ImageLine line) {
        return switch (this) {
            case ALL -> true;
            case IN_USE -> !line.usedBy().isEmpty();
            case NOT_USED -> line.usedBy().isEmpty();
        };
    }
}
