package io.quayside.desktop;

import io.quayside.desktop.engines.FoundEngines;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.session.LiveEngineSession;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.engine.platform.AppDirs;
import java.util.Optional;

/// The half of the object graph that knows no JavaFX: it connects and lists while the toolkit still starts.
final class Backend implements AutoCloseable {
    final AppDirs dirs;
    final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    final FoundEngines engines;
    final LiveEngineSession session;

    Backend(StartOptions options, AppDirs dirs) {
        this.dirs = dirs;
        this.engines = new FoundEngines(options.engine(), Optional::empty, System.getenv());
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
    }
}
