package io.quayside.desktop;

import io.quayside.desktop.builds.BuildHistory;
import io.quayside.desktop.engines.FoundEngines;
import io.quayside.desktop.engines.MachineLog;
import io.quayside.desktop.login.LoginStart;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.session.LiveEngineSession;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.ui.engine.LogSource;
import io.quayside.engine.credential.DockerCredentials;
import io.quayside.engine.endpoint.EndpointResolver;
import io.quayside.engine.endpoint.Surroundings;
import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.NativeEngineHost;
import io.quayside.engine.logs.LogShelf;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.process.SystemProcessRunner;
import io.quayside.vm.error.VmException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The half of the object graph that knows no JavaFX: the command line stands on it, and while the toolkit still starts
/// it connects and lists.
public final class Backend implements AutoCloseable {
    private final AppDirs dirs;
    private final SettingsStore settings;
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final EngineHost own;
    private final HostMachines machines;
    private final FoundEngines engines;
    private final LiveEngineSession session;
    private final LogShelf logs;
    private final BuildHistory builds;
    private final RegistryLogins logins =
            new RegistryLogins(DockerCredentials.in(Surroundings.ofThisProcess(), new SystemProcessRunner()));
    private final Supplier<LoginStart> loginStart;
    private volatile boolean choosing;

    public Backend(StartOptions options, AppDirs dirs) {
        this(options, dirs, System.getenv());
    }

    /// @param environment that machines are found and run by
    Backend(StartOptions options, AppDirs dirs, Map<String, String> environment) {
        this.dirs = dirs;
        this.loginStart = () -> LoginStart.ofThisComputer(options.dataDir(), environment);
        this.settings = SettingsStore.open(dirs.config().resolve("settings.json"));
        this.own = NativeEngineHost.in(dirs);
        this.machines = new HostMachines(dirs, environment);
        this.engines = new FoundEngines(
                options.engine(),
                () -> settings.current().engine(),
                new EndpointResolver(Surroundings.ofThisProcess()),
                own,
                machines);
        this.logs = new LogShelf(dirs.cache().resolve("logs"), this::outputLimit);
        this.builds =
                new BuildHistory(dirs.state().resolve("builds"), InstantSource.system(), BuildHistory.OUTPUT_LIMIT);
        EngineMirror mirror = new EngineMirror();
        this.session = new LiveEngineSession(engines, problems, mirror, new StatsHub(mirror));
    }

    /// Begins to connect, and starts Quayside's own engine where there is no other. Returns at once.
    ///
    /// @param nothing runs, on another thread, when there is no engine to connect to and none can be started
    public void open(Runnable nothing) {
        choosing = true;
        Thread.ofVirtual().name("engine-choice").start(() -> {
            Optional<EngineChoice> choice = engines.preferred();
            if (choice.isEmpty()) {
                choosing = false;
                nothing.run();
            } else {
                EngineChoice found = choice.get();
                if (isToStart(found)) {
                    session.useAndStart(found);
                } else {
                    session.use(found);
                }
            }
        });
    }

    /// A machine that runs already is taken over by its start.
    private boolean isToStart(EngineChoice choice) {
        return choice.key().equals(FoundEngines.OWN)
                ? !own.refresh().runs()
                : FoundEngines.machineOf(choice.key()).isPresent()
                        && choice.problem().isEmpty();
    }

    /// Whether the search for the first engine is still under way.
    boolean isChoosing() {
        return choosing && session.status() instanceof EngineStatus.NoEngine;
    }

    public AppDirs dirs() {
        return dirs;
    }

    public SettingsStore settings() {
        return settings;
    }

    public ProblemMapper problems() {
        return problems;
    }

    /// Quayside's own engine, running or not.
    public EngineHost own() {
        return own;
    }

    /// The log of a machine, if there is such a machine.
    Optional<LogSource> machineLog(String name) {
        try {
            Path console = machines.machines().filesOf(name).console();
            return Optional.of(new MachineLog(machines.machines(), name, console));
        } catch (VmException e) {
            return Optional.empty();
        }
    }

    /// Whether Quayside starts when the user logs in. Looks at files, so not before it is needed.
    public LoginStart loginStart() {
        return loginStart.get();
    }

    /// The machines of this computer.
    public HostMachines machines() {
        return machines;
    }

    public FoundEngines engines() {
        return engines;
    }

    public LiveEngineSession session() {
        return session;
    }

    /// What containers print, kept while one looks at it.
    public LogShelf logs() {
        return logs;
    }

    /// The builds of the last days.
    public BuildHistory builds() {
        return builds;
    }

    /// Who is signed in to registries.
    public RegistryLogins logins() {
        return logins;
    }

    private long outputLimit() {
        return settings.current().general().outputMegabytes() * 1_000_000L;
    }

    /// Stops Quayside's own engine, or the machine in use, if the user wants that at the end. Blocks.
    public void stopOwnIfWanted() throws HostException, VmException, InterruptedException {
        if (settings.current().general().keepEngineRunning()) {
            return;
        }
        if (own.refresh().runs()) {
            own.stop();
        }
        Optional<String> machine = session.choice().map(EngineChoice::key).flatMap(FoundEngines::machineOf);
        if (machine.isPresent()) {
            machines.machines().stop(machine.get());
        }
    }

    @Override
    public void close() {
        session.close();
        logs.close();
        builds.close();
        machines.close();
        settings.close();
    }
}
