package io.quayside.desktop.ui.images.row;

/// Which images the list shows.
public enum ImageSegment {
    ALL("All"),
    IN_USE("In use"),
    NOT_USED("Not used");

    private final String title;

    ImageSegment(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean has(ImageLine line) {
        return switch (this) {
            case ALL -> true;
            case IN_USE -> !line.usedBy().isEmpty();
            case NOT_USED -> line.usedBy().isEmpty();
        };
    }
}
