package io.quayside.desktop.ui.containers.detail.logs;

import java.util.Optional;

/// What is selected, by line and column, so that it stays while one scrolls and lines come. FX thread.
final class LogSelection {
    /// A place between two characters.
    record Place(long line, int column) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return line == other.line ? Integer.compare(column, other.column) : Long.compare(line, other.line);
        }
    }

    /// From the first place up to the second.
    record Range(Place from, Place to) {
        /// The first selected column of a line, or -1.
        int start(long line) {
            return line < from.line || line > to.line ? -1 : line == from.line ? from.column : 0;
        }

        /// The column after the last selected one of a line that has so many.
        int end(long line, int length) {
            return line == to.line ? Math.min(to.column, length) : length;
        }
    }

    private Optional<Place> anchor = Optional.empty();
    private Optional<Place> head = Optional.empty();

    void clear() {
        anchor = Optional.empty();
        head = Optional.empty();
    }

    void begin(Place place) {
        anchor = Optional.of(place);
        head = Optional.of(place);
    }

    void extend(Place place) {
        if (anchor.isEmpty()) {
            anchor = Optional.of(place);
        }
        head = Optional.of(place);
    }

    /// Where it was clicked last, even if nothing is selected.
    Optional<Place> head() {
        return head;
    }

    /// Empty when nothing is selected.
    Optional<Range> range() {
        if (anchor.isEmpty() || head.isEmpty() || anchor.equals(head)) {
            return Optional.empty();
        }
        boolean forward = anchor.get().compareTo(head.get()) < 0;
        return Optional.of(forward ? new Range(anchor.get(), head.get()) : new Range(head.get(), anchor.get()));
    }
}
