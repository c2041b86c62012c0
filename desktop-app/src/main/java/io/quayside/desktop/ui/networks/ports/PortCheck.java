package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.ui.theme.StateGlyph;

/// What came of a connection to a port.
///
/// @param words "Answers HTTP 200"
/// @param detail how long it took, or why it is so
record PortCheck(Kind kind, String words, String detail) {
    /// Nobody has tried yet.
    static final PortCheck NONE = new PortCheck(Kind.UNKNOWN, "Not checked", "");

    /// Somebody tries now.
    static final PortCheck RUNNING = new PortCheck(Kind.RUNNING, "Checking…", "");

    enum Kind {
        ANSWERS(StateGlyph.DONE),
        SLOW(StateGlyph.UNHEALTHY),
        REFUSED(StateGlyph.FAILED),
        CONFLICT(StateGlyph.FAILED),
        FREE(StateGlyph.UNKNOWN),
        UNKNOWN(StateGlyph.CREATED),
        RUNNING(StateGlyph.STARTING);

        private final StateGlyph glyph;

        Kind(StateGlyph glyph) {
            this.glyph = glyph;
        }

        StateGlyph glyph() {
            return glyph;
        }
    }
}
