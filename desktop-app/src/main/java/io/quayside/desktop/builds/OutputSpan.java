package io.quayside.desktop.builds;

/// The part of a build's kept output in which all output of a step lies; other steps may have some in between.
///
/// @param from where it begins in the file
/// @param to where it ends
/// @param bytes how much of it is the step's own text
public record OutputSpan(long from, long to, long bytes) {
    static final OutputSpan NONE = new OutputSpan(0, 0, 0);

    public boolean isEmpty() {
        return bytes == 0;
    }

    OutputSpan with(OutputSpan more) {
        return isEmpty() ? more : new OutputSpan(Math.min(from, more.from), Math.max(to, more.to), bytes + more.bytes);
    }
}
