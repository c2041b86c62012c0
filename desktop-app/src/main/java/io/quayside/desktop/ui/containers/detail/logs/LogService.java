package io.quayside.desktop.ui.containers.detail.logs;

/// Whose line it is, where lines of several stand in one view.
///
/// @param name made safe
/// @param colour which of the colours of services, counted from 0
record LogService(String name, int colour) {
    static final int COLOURS = 6;

    LogService {
        colour = Math.floorMod(colour, COLOURS);
    }
}
