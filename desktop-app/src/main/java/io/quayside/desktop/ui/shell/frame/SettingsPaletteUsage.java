package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.ui.shell.palette.PaletteUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Keeps what was run from the palette in the settings.
record SettingsPaletteUsage(Supplier<Settings> settings, Consumer<UnaryOperator<Settings>> update)
        implements PaletteUsage {
    @Override
    public List<String> ids() {
        return settings.get().recentPalette();
    }

    @Override
    public void add(String id) {
        update.accept(now -> {
            List<String> next = new ArrayList<>(now.recentPalette());
            next.addFirst(id);
            return now.withRecentPalette(next.subList(0, Math.min(KEPT, next.size())));
        });
    }
}
