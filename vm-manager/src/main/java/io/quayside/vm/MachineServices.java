package io.quayside.vm;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.context.DockerContextFile;
import io.quayside.vm.error.VmException;
import io.quayside.vm.idle.AwakeGuest;
import io.quayside.vm.idle.EngineInGuest;
import io.quayside.vm.idle.IdleWatch;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.model.IdleSettings;
import io.quayside.vm.ports.MachinePorts;
import io.quayside.vm.socket.EngineSocket;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this process does for a machine that runs: its engine at a local socket, its ports, its context of
/// docker's, its sleep. Ends with the connection into the guest.
final class MachineServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MachineServices.class);
    private static final int PORT_IN_GUEST = 2376;

    private final LiveMachine machine;
    private final MachinePorts ports;
    private final DockerContextFile context;
    private final Optional<EngineSocket> socket;
    private final IdleWatch idle;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MachineServices(LiveMachine machine, MachinePorts ports, DockerContextFile context) {
        this.machine = machine;
        this.ports = ports;
        this.context = context;
        socket = socket(machine);
        AwakeGuest guest = new AwakeGuest(machine.link(), machine.wakefulness());
        ports.follow(endpoint(), guest);
        idle = IdleWatch.start(
                machine.wakefulness(),
                new EngineInGuest(machine.guest(), guest, PORT_IN_GUEST),
                machine.config().options().idle());
    }

    static MachineServices start(LiveMachine machine, MachinePorts ports, DockerContextFile context) {
        MachineServices services = new MachineServices(machine, ports, context);
        services.point(services.endpoint());
        machine.link().ended().thenRun(services::close);
        return services;
    }

    /// Without the socket, everything still works by the TLS port.
    private static Optional<EngineSocket> socket(LiveMachine machine) {
        try {
            return Optional.of(
                    EngineSocket.open(machine.files().engineSocket(), machine.link(), machine.wakefulness()));
        } catch (IOException e) {
            LOG.warn("There is no local socket for {}", machine.config().name(), e);
            return Optional.empty();
        }
    }

    /// Where this user's programs reach the engine: at the local socket, or where there is none, at the TLS port.
    EngineEndpoint endpoint() {
        return socket.map(EngineSocket::endpoint).orElseGet(machine::endpoint);
    }

    void change(IdleSettings wanted) {
        idle.change(wanted);
    }

    private void point(EngineEndpoint endpoint) {
        try {
            context.point(endpoint);
        } catch (VmException e) {
            LOG.info("The context {} stays as it is: {}", context.name(), e.getMessage());
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            idle.close();
            ports.close();
            socket.ifPresent(EngineSocket::close);
            point(machine.endpoint());
        }
    }
}
