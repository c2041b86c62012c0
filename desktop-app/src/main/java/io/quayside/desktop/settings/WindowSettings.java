package io.quayside.desktop.settings;

import java.util.Map;
import java.util.Optional;

/// Where the window was and how it was divided.
///
/// @param bounds empty until the window was closed once
/// @param railCollapsed empty while the width of the window decides
/// @param panelSizes pixels by a stable key, such as `containers.peek`
public record WindowSettings(
        Optional<Bounds> bounds, boolean maximized, Optional<Boolean> railCollapsed, Map<String, Double> panelSizes) {
    public static final WindowSettings DEFAULT =
            new WindowSettings(Optional.empty(), false, Optional.empty(), Map.of());

    /// A rectangle on the desktop, in the pixels of JavaFX.
    public record Bounds(double x, double y, double width, double height) {}

    public WindowSettings {
        panelSizes = Map.copyOf(panelSizes);
    }

    public WindowSettings withBounds(Bounds value, boolean nowMaximized) {
        return new WindowSettings(Optional.of(value), nowMaximized, railCollapsed, panelSizes);
    }

    public WindowSettings withRailCollapsed(Optional<Boolean> value) {
        return new WindowSettings(bounds, maximized, value, panelSizes);
    }

    public WindowSettings withPanelSize(String key, double pixels) {
        return new WindowSettings(bounds, maximized, railCollapsed, Maps.with(panelSizes, key, pixels));
    }
}
