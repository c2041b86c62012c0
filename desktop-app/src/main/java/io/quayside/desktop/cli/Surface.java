package io.quayside.desktop.cli;

import io.quayside.desktop.StartOptions;
import io.quayside.desktop.engines.FoundEngines;
import io.quayside.desktop.log.AppLog;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.engine.endpoint.EndpointResolver;
import io.quayside.engine.endpoint.Surroundings;
import io.quayside.engine.platform.AppDirs;
import java.io.IOException;
import java.util.Optional;

/// What every command stands on: folders, settings, engines, words for failures. Nothing is created on disk but the
/// folders and the log.
record Surface(AppDirs dirs, SettingsStore settings, FoundEngines engines, ProblemMapper problems)
        implements AutoCloseable {
    static Surface of(StartOptions options) throws CommandFailure {
        AppDirs dirs = AppDirs.of(options.dataDir());
        try {
            dirs.create();
        } catch (IOException e) {
            throw new CommandFailure("Quayside can't make its folders: " + e.getMessage(), e);
        }
        AppLog.toFile(dirs.state());
        SettingsStore settings = SettingsStore.open(dirs.config().resolve("settings.json"));
        FoundEngines engines = new FoundEngines(
                options.engine(),
                () -> settings.current().engine().choice(),
                new EndpointResolver(Surroundings.ofThisProcess()),
                Optional.empty());
        return new Surface(dirs, settings, engines, new ProblemMapper(PortHolder.ofThisComputer()));
    }

    @Override
    public void close() {
        settings.close();
    }
}
