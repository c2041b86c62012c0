package io.quayside.terminal.emulator;

/// What a program has saved of the cursor: its place, and what the next character will look like.
record SavedCursor(int x, int y, boolean pendingWrap, long style, boolean origin, boolean wrap, Charsets charsets) {
    /// The same in another place.
    SavedCursor movedTo(int newX, int newY) {
        return new SavedCursor(newX, newY, false, style, origin, wrap, charsets);
    }
}
