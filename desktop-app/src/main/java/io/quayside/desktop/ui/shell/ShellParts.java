package io.quayside.desktop.ui.shell;

import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.shell.palette.PaletteSource;
import io.quayside.desktop.ui.shell.palette.SettingLink;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Everything the frame needs.
///
/// @param settings what the user has chosen now
/// @param updateSettings keeps a change
/// @param commands may have commands already; the frame adds its own
/// @param pages in the order of the rail; those that don't exist yet are not in the list
/// @param sources what the palette finds beside commands and settings
/// @param settingLinks what the palette finds under `#`
/// @param start the first page
/// @param version for Help
/// @param quit asks about running tasks if need be, and ends the app
public record ShellParts(
        FxThread fx,
        InstantSource clock,
        ZoneId zone,
        Tasks tasks,
        Commands commands,
        EngineSession session,
        Supplier<Settings> settings,
        Consumer<UnaryOperator<Settings>> updateSettings,
        List<PageEntry> pages,
        Function<ShellContext, List<PaletteSource>> sources,
        List<SettingLink> settingLinks,
        Location start,
        String version,
        Runnable quit) {
    public ShellParts {
        pages = List.copyOf(pages);
        settingLinks = List.copyOf(settingLinks);
    }
}
