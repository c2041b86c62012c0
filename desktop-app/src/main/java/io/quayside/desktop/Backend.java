package io.quayside.desktop;

import io.quayside.desktop.engines.FoundEngines;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.session.LiveEngineSession;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.engine.endpoint.EndpointResolver;
import io.quayside.engine.endpoint.Surroundings;
import io.quayside.engine.platform.AppDirs;
import java.util.Optional;

/// The half of the object graph that knows no JavaFX: it connects and lists while the toolkit still starts.
final class Backend implements AutoCloseable {
    final AppDirs dirs;
    final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    final SettingsStore settings;
    final FoundEngines engines;
    final LiveEngineSession session;

    Backend(StartOptions options, AppDirs dirs) {
        this.dirs = dirs;
        this.settings = SettingsStore.open(dirs.config().resolve("settings.json"));
        this.engines = new FoundEngines(
                options.engine(),
                () -> settings.current().engine().choice(),
                new EndpointResolver(Surroundings.ofThisProcess()),
                Optional.empty());
        EngineMirror mirror = new EngineMirror();
        this.session = new LiveEngineSession(engines, problems, mirror, new StatsHub(mirror));
    }

    /// Begins to connect. Returns at once.
    void open() {
        session.open();
    }

    @Override
    public void close() {
        session.close();
        settings.close();
    }
}
