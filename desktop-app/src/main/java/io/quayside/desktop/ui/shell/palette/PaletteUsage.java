package io.quayside.desktop.ui.shell.palette;

import java.util.List;

/// What was run from the palette before. FX thread.
public interface PaletteUsage {
    /// How many runs are worth remembering.
    int KEPT = 60;

    /// Ids, newest first, repeated as often as they were run.
    List<String> ids();

    void add(String id);
}
