package io.quayside.desktop.engines;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.session.EngineTarget;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostException;
import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.lifecycle.StartListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine in a machine, which Quayside starts and stops.
record MachineEngine(Machines machines, String name, EngineHost host) implements EngineTarget {
    private static final Logger LOG = LoggerFactory.getLogger(MachineEngine.class);

    private OwnEngine own() {
        return new OwnEngine(host);
    }

    @Override
    public Engine connect() throws EngineException {
        return own().connect();
    }

    /// A machine that somebody else started is taken over, so that its ports are open on this computer.
    @Override
    public void reached() throws InterruptedException {
        boolean connected = machines.connected(name)
                .filter(machine -> !machine.link().ended().isDone())
                .isPresent();
        if (!connected) {
            try {
                machines.start(name, StartListener.none());
            } catch (VmException e) {
                LOG.warn("The engine in {} answers, but the machine can't be taken over: {}", name, e.getMessage());
            }
        }
    }

    @Override
    public Optional<Path> socket() {
        return Optional.empty();
    }

    @Override
    public boolean canStartAndStop() {
        return true;
    }

    @Override
    public void start(Consumer<List<EngineStatus.Step>> steps) throws HostException, InterruptedException {
        own().start(steps);
    }

    @Override
    public void stop() throws HostException, InterruptedException {
        own().stop();
    }
}
