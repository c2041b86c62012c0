package io.quayside.desktop.lifecycle;

import java.util.Set;

/// What the window is to the user.
public enum WindowMode {
    /// The app has begun and has no window yet.
    NEW,
    /// There is a window, perhaps minimised.
    SHOWN,
    /// No window: Quayside is in the tray, or finishes its tasks. Nothing is painted or measured.
    BACKGROUND,
    /// The steps of the end run; there is no way back.
    QUITTING;

    private static final Set<WindowMode> FROM_NEW = Set.of(SHOWN, BACKGROUND, QUITTING);
    private static final Set<WindowMode> FROM_SHOWN = Set.of(BACKGROUND, QUITTING);
    private static final Set<WindowMode> FROM_BACKGROUND = Set.of(SHOWN, QUITTING);

    boolean canBecome(WindowMode next) {
        return switch (this) {
            case NEW -> FROM_NEW.contains(next);
            case SHOWN -> FROM_SHOWN.contains(next);
            case BACKGROUND -> FROM_BACKGROUND.contains(next);
            case QUITTING -> false;
        };
    }
}
