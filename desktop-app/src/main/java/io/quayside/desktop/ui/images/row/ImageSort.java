package io.quayside.desktop.ui.images.row;

import java.util.Comparator;
import java.util.Locale;

/// What the list is ordered by. The name decides between equals; images without any name come last in it.
public enum ImageSort {
    NAME,
    SIZE,
    AGE,
    ARCH,
    USED_BY,
    ID;

    private static final Comparator<ImageLine> BY_NAME = Comparator.comparing(
                    (ImageLine line) -> line.name().repository().isEmpty())
            .thenComparing(line -> line.name().repository().toLowerCase(Locale.ROOT))
            .thenComparing(line -> line.name().tag().isEmpty())
            .thenComparing(line -> line.name().tag())
            .thenComparing(ImageLine::shortId);

    /// The order of rows.
    public Comparator<ImageRow> order(boolean ascending) {
        Comparator<ImageLine> order = switch (this) {
            case NAME -> BY_NAME;
            case SIZE -> Comparator.comparingLong(line -> line.image().size());
            case AGE ->
                Comparator.comparing((ImageLine line) -> line.image().created()).reversed();
            case ARCH -> Comparator.comparing(ImageLine::arch);
            case USED_BY -> Comparator.comparingInt(line -> line.usedBy().size());
            case ID -> Comparator.comparing(ImageLine::shortId);
        };
        return Comparator.comparing(ImageRow::line, (ascending ? order : order.reversed()).thenComparing(BY_NAME));
    }
}
