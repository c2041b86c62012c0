package io.quayside.desktop.ui.theme;

/// The states of things, each with a shape of its own so that colour is never the only sign.
public enum StateGlyph {
    /// Green disc, white triangle.
    RUNNING("Running", Paths.DISC, "M6.3 4.8l5 3.2-5 3.2z", "success", Mark.FILLED),
    /// Blue arc on a ring, turning: starting, restarting, in progress.
    STARTING("Starting", Paths.RING_6, "M8 2a6 6 0 0 1 6 6", "progress", Mark.STROKED),
    /// Amber triangle with an exclamation mark.
    UNHEALTHY("Unhealthy", "M8 1.5L15.3 14.5H.7z", "M8 6v4M8 12v.2", "warning", Mark.STROKED),
    /// Grey disc, two bars.
    PAUSED("Paused", Paths.DISC, "M6 5.2v5.6M10 5.2v5.6", "neutral", Mark.STROKED),
    /// Grey hollow square: finished, stopped, cancelled.
    STOPPED(
            "Stopped",
            "M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z",
            "",
            "hollow",
            Mark.NONE),
    /// Red octagon with a cross: stopped with an error, couldn't start.
    FAILED("Failed", "M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5.5 5.5l5 5M10.5 5.5l-5 5", "danger", Mark.STROKED),
    /// Dashed ring: created, never started.
    CREATED("Not started", Paths.RING, "", "dashed", Mark.NONE),
    /// Hollow ring: the engine is gone, or a step that waits.
    UNKNOWN("Unknown", Paths.RING, "", "ring", Mark.NONE),
    /// Green disc with a check: a step or task that is done.
    DONE("Done", Paths.DISC, "M4.8 8.2l2.2 2.3 4.3-4.5", "success", Mark.STROKED);

    enum Mark {
        NONE,
        FILLED,
        STROKED
    }

    private static final class Paths {
        static final String DISC = "M1 8a7 7 0 1 1 14 0a7 7 0 1 1-14 0z";
        static final String RING = "M1.7 8a6.3 6.3 0 1 1 12.6 0a6.3 6.3 0 1 1-12.6 0z";
        static final String RING_6 = "M2 8a6 6 0 1 1 12 0a6 6 0 1 1-12 0z";
    }

    private final String word;
    private final String base;
    private final String mark;
    private final String kind;
    private final Mark markStyle;

    StateGlyph(String word, String base, String mark, String kind, Mark markStyle) {
        this.word = word;
        this.base = base;
        this.mark = mark;
        this.kind = kind;
        this.markStyle = markStyle;
    }

    /// The state in one word, for where nothing more exact is known.
    public String word() {
        return word;
    }

    /// A new 16 px node showing this state; its glyph can be changed later.
    public StateGlyphView node() {
        return new StateGlyphView(this);
    }

    String basePath() {
        return base;
    }

    String markPath() {
        return mark;
    }

    String kind() {
        return kind;
    }

    Mark markStyle() {
        return markStyle;
    }
}
