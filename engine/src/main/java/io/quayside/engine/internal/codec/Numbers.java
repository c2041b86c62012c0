package io.quayside.engine.internal.codec;

/// Numbers in text.
final class Numbers {
    private Numbers() {}

    /// The whole number that `text` is, 0 if it is none.
    static long parse(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// The `long` nearest to a whole number of any size.
    static long clamp(String digits) {
        return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
