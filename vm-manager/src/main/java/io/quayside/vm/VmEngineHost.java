package io.quayside.vm;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.HostPhase;
import io.quayside.engine.host.HostProblem;
import io.quayside.engine.host.HostState;
import io.quayside.engine.host.HostWithState;
import io.quayside.engine.host.StartSteps;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.MachineStatus;
import io.quayside.vm.store.MachineFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine in one of the [Machines], as a host for the window. Thread-safe. When a started machine ends
/// by itself, the state says so at once: a virtual thread is told by the end of the connection into the
/// guest.
public final class VmEngineHost extends HostWithState {
    private static final Logger LOG = LoggerFactory.getLogger(VmEngineHost.class);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration TURN = Duration.ofMinutes(5);
    private static final Duration GONE_AFTER = Duration.ofSeconds(10);

    private final Machines machines;
    private final String name;
    private final MachineFiles files;
    private volatile EngineEndpoint endpoint;

    /// @throws VmException if there is no such machine, or its configuration can't be read
    public VmEngineHost(Machines machines, String name) throws VmException {
        super(CLOCK);
        this.machines = machines;
        this.name = name;
        files = machines.files(name);
        endpoint = machines.endpoint(name);
    }

    @Override
    public EngineEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public HostState refresh() {
        try {
            MachineStatus status = machines.inspect(name);
            return switch (status.state()) {
                case STOPPED -> state.measured(HostPhase.STOPPED, Optional.empty());
                case FAILED -> state.measured(HostPhase.FAILED, status.problem().map(VmEngineHost::words));
                // Asking the engine would wake it; it answered when it fell asleep.
                case PAUSED -> state.measured(HostPhase.RUNNING, Optional.empty());
                case DEGRADED ->
                    status.problem().isPresent()
                            ? state.measured(
                                    HostPhase.DEGRADED, status.problem().map(VmEngineHost::words))
                            : ping(status);
                case STARTING, RUNNING, STOPPING -> ping(status);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return state.get();
        }
    }

    private HostState ping(MachineStatus status) {
        try {
            endpoint = machines.endpoint(name);
        } catch (VmException e) {
            return state.measured(HostPhase.FAILED, Optional.of(words(e.problem())));
        }
        if (status.state() == MachineState.RUNNING) {
            try (Engine engine = EngineFactory.connect(endpoint)) {
                engine.system().ping();
                return state.measured(HostPhase.RUNNING, Optional.empty());
            } catch (EngineException e) {
                LOG.debug("{} doesn't answer", endpoint.display(), e);
                return silent(String.valueOf(e.getMessage()));
            }
        }
        return silent("dockerd isn't running in the guest");
    }

    private HostState silent(String detail) {
        VmProblem problem = new VmProblem.EngineSilent(endpoint.display(), detail);
        return state.measured(HostPhase.DEGRADED, Optional.of(words(problem)));
    }

    @Override
    public boolean canStartAndStop() {
        return true;
    }

    @Override
    public void start() throws HostException, InterruptedException {
        begin(HostPhase.STARTING);
        StartSteps steps = new StartSteps(CLOCK, state::steps);
        try {
            LiveMachine machine = machines.start(name, steps::begin);
            endpoint = machines.endpoint(name);
            steps.end();
            state.go(HostPhase.RUNNING, Optional.empty());
            machine.link().ended().thenAccept(reason -> connectionEnded(machine, reason));
        } catch (VmException e) {
            steps.end();
            if (!(e.problem() instanceof VmProblem.ConnectedElsewhere)) {
                throw failed(e);
            }
            LOG.info("{}", e.getMessage());
            state.go(HostPhase.RUNNING, Optional.empty());
            refresh();
        } catch (InterruptedException e) {
            state.go(HostPhase.STOPPED, Optional.empty());
            throw e;
        }
    }

    /// Runs on the link's thread, so the looking happens elsewhere. A connection breaks a moment before its
    /// process is gone.
    private void connectionEnded(LiveMachine machine, String reason) {
        Thread.ofVirtual().name("vm " + name + " ended").start(() -> {
            LOG.info("The connection to {} ended: {}", name, reason);
            if (state.get().phase() != HostPhase.RUNNING) {
                return;
            }
            try {
                if (machine.vm().awaitEnd(GONE_AFTER) && machine.stopping()) {
                    state.measured(HostPhase.STOPPED, Optional.empty());
                } else if (!machine.vm().alive()) {
                    VmProblem ended = new VmProblem.Ended("running", List.of());
                    state.measured(HostPhase.FAILED, Optional.of(words(ended)));
                } else {
                    refresh();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void stop() throws HostException, InterruptedException {
        begin(HostPhase.STOPPING);
        try {
            machines.stop(name);
            state.go(HostPhase.STOPPED, Optional.empty());
        } catch (VmException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            state.go(HostPhase.FAILED, Optional.empty());
            throw e;
        }
    }

    private void begin(HostPhase phase) throws HostException, InterruptedException {
        if (!state.awaitTurn(phase, TURN)) {
            throw new HostException(new HostProblem.BusyElsewhere(files.lock()));
        }
    }

    private HostException failed(VmException e) {
        HostProblem problem = words(e.problem());
        state.go(HostPhase.FAILED, Optional.of(problem));
        return new HostException(problem, e);
    }

    private static HostProblem words(VmProblem problem) {
        VmProblem.Words words = problem.words();
        return new HostProblem.Machine(words.what(), words.why(), words.advice(), words.code(), problem.lastWords());
    }

    /// The machine's console.
    @Override
    public Optional<Path> log() {
        return Optional.of(files.console());
    }
}
