package io.quayside.desktop.ui.shell.palette;

import java.util.List;

/// How well a query fits an entry, and which characters of the title it is found in.
///
/// @param score higher is better; only comparable within one query
/// @param marks parts of the title to highlight, in order, without overlap
public record Match(int score, List<Span> marks) {
    /// Characters from `start` up to but not including `end`.
    public record Span(int start, int end) {}

    /// Found, but not in the title.
    static final Match PLAIN = new Match(0, List.of());

    public Match {
        marks = List.copyOf(marks);
    }
}
