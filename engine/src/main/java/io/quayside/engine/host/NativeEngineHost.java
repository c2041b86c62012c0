package io.quayside.engine.host;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.host.EnginePing.Answer;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.engine.process.DetachedProcess;
import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessIdentity;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.engine.process.StopLadder;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Quayside's own Docker daemon on Linux: rootful for root, rootless for a user. It keeps running when the app ends,
/// and a
/// later app finds it again. Everything it has lies in the app's folders, nothing of another engine is touched.
///
/// Starts and stops exclude each other in this program and across programs, by a lock on a file.
public final class NativeEngineHost extends HostWithState {
    private static final Logger LOG = LoggerFactory.getLogger(NativeEngineHost.class);
    private static final Duration PING = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(90);
    private static final Duration LOCK = Duration.ofMinutes(2);
    private static final StopLadder LADDER = new StopLadder(Duration.ofSeconds(40), Duration.ofSeconds(10));
    private static final long CHECK_MILLIS = 100;

    private final NativeEngineFiles files;
    private final NativeMode mode;
    private final PlatformInfo platform;
    private final EnginePing ping;
    private final Clock clock;

    NativeEngineHost(NativeEngineFiles files, NativeMode mode, PlatformInfo platform, EnginePing ping, Clock clock) {
        super(clock);
        this.files = files;
        this.mode = mode;
        this.platform = platform;
        this.ping = ping;
        this.clock = clock;
    }

    /// The engine that lies in these folders.
    public static NativeEngineHost in(AppDirs dirs) {
        PlatformInfo platform = PlatformInfo.current();
        ProcessRunner runner = new SystemProcessRunner();
        NativeEngineFiles files = NativeEngineFiles.in(dirs);
        SystemPaths paths = SystemPaths.ofLinux();
        NativeMode mode = platform.isRoot()
                ? new RootfulMode(files, runner, paths)
                : new RootlessMode(files, runner, platform, paths);
        LOG.info(
                "Quayside's own engine would be {} in {}",
                platform.isRoot() ? "rootful" : "rootless",
                files.dataRoot());
        return new NativeEngineHost(files, mode, platform, EnginePing.overApi(), Clock.systemUTC());
    }

    @Override
    public EngineEndpoint endpoint() {
        return new EngineEndpoint.UnixSocket(files.socket());
    }

    @Override
    public boolean canStartAndStop() {
        return true;
    }

    @Override
    public Optional<Path> log() {
        return Optional.of(files.log());
    }

    @Override
    public HostState refresh() {
        try {
            return measure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return state.get();
        } catch (IOException e) {
            return state.measured(HostPhase.FAILED, Optional.of(unusable(e)));
        }
    }

    @Override
    public void start() throws HostException, InterruptedException {
        StartSteps steps = new StartSteps(clock, state::steps);
        guarded(HostPhase.STARTING, () -> {
            steps.begin("Checking what is here");
            Optional<EngineRecord> before = EngineRecord.read(files.record());
            if (!isAnsweredBy(before)) {
                startDaemon(steps, before);
            }
            steps.end();
            return HostPhase.RUNNING;
        });
    }

    @Override
    public void stop() throws HostException, InterruptedException {
        guarded(HostPhase.STOPPING, () -> {
            Optional<EngineRecord> record = EngineRecord.read(files.record());
            if (record.isPresent()) {
                stopDaemon(record.get());
            }
            return HostPhase.STOPPED;
        });
    }

    private interface Work {
        HostPhase run() throws HostException, IOException, InterruptedException;
    }

    /// Runs a start or stop under the lock, and lets the state tell how it ended.
    private void guarded(HostPhase phase, Work work) throws HostException, InterruptedException {
        awaitTurn(phase);
        HostPhase outcome = HostPhase.STOPPED;
        Optional<HostProblem> problem = Optional.empty();
        try (StartLock _ = StartLock.take(files.lock(), LOCK)) {
            outcome = work.run();
        } catch (HostException e) {
            problem = Optional.of(e.problem());
            outcome = phase == HostPhase.STARTING && isAbsence(e.problem()) ? HostPhase.ABSENT : HostPhase.FAILED;
            throw e;
        } catch (IOException e) {
            HostProblem unusable = unusable(e);
            problem = Optional.of(unusable);
            outcome = HostPhase.FAILED;
            throw new HostException(unusable, e);
        } finally {
            state.go(outcome, problem);
        }
    }

    /// In one program, too, a start waits for the stop before it.
    private void awaitTurn(HostPhase phase) throws HostException, InterruptedException {
        if (!state.awaitTurn(phase, LOCK)) {
            throw new HostException(new HostProblem.BusyElsewhere(files.lock()));
        }
    }

    private HostState measure() throws IOException, InterruptedException {
        Answer answer = ping.ask(endpoint(), PING);
        if (answer instanceof Answer.Alive) {
            return state.measured(HostPhase.RUNNING, Optional.empty());
        }
        Optional<EngineRecord> record = EngineRecord.read(files.record());
        if (record.isPresent() && record.get().process().isAlive()) {
            return state.measured(HostPhase.DEGRADED, Optional.of(notAnswering(PING)));
        }
        if (record.isPresent()) {
            return state.measured(HostPhase.FAILED, Optional.of(ended(OptionalInt.empty(), 0)));
        }
        Optional<HostProblem> missing = missing();
        return state.measured(missing.isPresent() ? HostPhase.ABSENT : HostPhase.STOPPED, missing);
    }

    private Optional<HostProblem> missing() throws InterruptedException {
        if (platform.system() != PlatformInfo.OperatingSystem.LINUX) {
            return Optional.of(new HostProblem.WrongSystem(platform.system().title()));
        }
        Optional<HostProblem> socket = files.socketProblem();
        return socket.isPresent() ? socket : mode.missing();
    }

    /// Whether the engine runs already, started by an earlier app or by another one just now. One that is only slow
    /// gets
    /// the time that a start has.
    private boolean isAnsweredBy(Optional<EngineRecord> record) throws HostException, InterruptedException {
        if (ping.ask(endpoint(), PING) instanceof Answer.Alive) {
            return true;
        }
        if (record.isEmpty() || !record.get().process().isAlive()) {
            return false;
        }
        ProcessIdentity process = record.get().process();
        awaitAnswer(process::isAlive);
        return process.isAlive();
    }

    private void startDaemon(StartSteps steps, Optional<EngineRecord> before)
            throws HostException, IOException, InterruptedException {
        Optional<HostProblem> missing = missing();
        if (missing.isPresent()) {
            throw new HostException(missing.get());
        }
        steps.begin("Preparing folders");
        if (before.isPresent()) {
            clearUp(before.get());
        }
        files.prepare();
        files.forget();
        Launch launch = mode.prepare(before);
        steps.begin("Starting Docker");
        long logBegins = Files.exists(files.log()) ? Files.size(files.log()) : 0;
        DetachedProcess daemon = launch(launch);
        EngineRecord record = new EngineRecord(daemon.identity(), launch.block(), launch.ownRules());
        boolean answers = false;
        try {
            record.write(files.record());
            steps.begin("Waiting for it to answer");
            awaitAnswer(daemon::isAlive);
            if (!daemon.isAlive()) {
                throw new HostException(ended(daemon.exitCode(), logBegins));
            }
            Files.setPosixFilePermissions(files.socket(), PosixFilePermissions.fromString("rw-------"));
            answers = true;
        } finally {
            if (!answers) {
                undo(record);
            }
        }
    }

    private DetachedProcess launch(Launch launch) throws HostException, IOException, InterruptedException {
        try {
            return DetachedProcess.start(launch.request(), files.log());
        } catch (ProcessFailure e) {
            mode.tidy(new EngineRecord(new ProcessIdentity(0, "never started"), launch.block(), launch.ownRules()));
            throw new HostException(new HostProblem.ProgramsMissing(List.of(e.program()), List.of("docker.io")), e);
        }
    }

    /// Returns when the engine answers or its process has ended.
    private void awaitAnswer(BooleanSupplier alive) throws HostException, InterruptedException {
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (alive.getAsBoolean() && !(ping.ask(endpoint(), PING) instanceof Answer.Alive)) {
            if (System.nanoTime() > deadline) {
                throw new HostException(notAnswering(ANSWER));
            }
            Thread.sleep(CHECK_MILLIS);
        }
    }

    /// Ends what a failed or interrupted start began; an interrupt mustn't keep it from that.
    private void undo(EngineRecord record) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            LADDER.stop(record.process());
            clearUp(record);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopDaemon(EngineRecord record) throws HostException, IOException, InterruptedException {
        if (LADDER.stop(record.process()) == StopLadder.Result.SURVIVED) {
            throw new HostException(
                    new HostProblem.StillRunning(record.process().pid()));
        }
        clearUp(record);
    }

    /// Once the daemon has ended, however it did.
    private void clearUp(EngineRecord record) throws IOException, InterruptedException {
        new LeftBehind(files.execRoot()).end();
        mode.tidy(record);
        files.forget();
    }

    private HostProblem ended(OptionalInt exitCode, long logBegins) {
        return new HostProblem.DaemonEnded(exitCode, files.log(), EngineLog.lastWords(files.log(), logBegins));
    }

    private HostProblem notAnswering(Duration waited) {
        return new HostProblem.NotAnswering(waited, files.log(), EngineLog.lastWords(files.log(), 0));
    }

    private HostProblem unusable(IOException e) {
        return FileTrouble.problem(e, files.dataRoot());
    }

    private static boolean isAbsence(HostProblem problem) {
        return switch (problem) {
            case HostProblem.WrongSystem w -> true;
            case HostProblem.ProgramsMissing p -> true;
            case HostProblem.SubordinateIdsMissing s -> true;
            case HostProblem.UserNamespacesForbidden u -> true;
            case HostProblem.ControlGroupsMissing c -> true;
            case HostProblem.RightsMissing r -> true;
            case HostProblem.SocketPathTooLong s -> true;
            default -> false;
        };
    }
}
