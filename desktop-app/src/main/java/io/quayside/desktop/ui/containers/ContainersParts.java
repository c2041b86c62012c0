package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.registries.RegistryUse;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.mounts.MountableFolders;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.updates.ImageUpdates;
import io.quayside.engine.Engine;
import io.quayside.engine.compose.ComposeFiles;
import io.quayside.engine.error.UnreachableException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the Containers page is made of.
///
/// @param settings what the user has chosen now
/// @param updateSettings keeps a change
/// @param logins for registries, of pulls and pushes
/// @param updates whether registries have newer images
/// @param uses when registries were used last
/// @param compose reads compose files
/// @param folders which folders of this computer can be mounted
/// @param browse opens an address in the browser
/// @param go shows another page
/// @param tabs what the page of one container has, in the words of its address: `logs`, `inspect`
public record ContainersParts(
        EngineSession session,
        Tasks tasks,
        FxThread fx,
        InstantSource clock,
        ProblemMapper problems,
        Supplier<Settings> settings,
        Consumer<UnaryOperator<Settings>> updateSettings,
        RegistryLogins logins,
        ImageUpdates updates,
        RegistryUse uses,
        ComposeFiles compose,
        MountableFolders folders,
        Consumer<String> browse,
        Consumer<Location> go,
        List<String> tabs) {
    public ContainersParts {
        tabs = List.copyOf(tabs);
    }

    /// Whether the page of one container has this tab.
    public boolean hasTab(String tab) {
        return tabs.contains(tab);
    }

    /// The engine in use, for work that can't do without.
    ///
    /// @throws UnreachableException if there is no connection now
    public Engine connected() throws UnreachableException {
        return session.connected();
    }
}
