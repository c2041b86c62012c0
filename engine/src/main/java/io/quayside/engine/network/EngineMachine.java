package io.quayside.engine.network;

import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where an engine's networks and ports are: on this computer, or on another one, a virtual one in it included.
public final class EngineMachine {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/osrelease");

    private EngineMachine() {}

    /// Whether the engine runs on the kernel of this computer, so that its ports and routes are those of this computer.
    /// One behind a local socket may still be in a virtual machine, which has a kernel of its own.
    public static boolean isThisComputer(Engine engine) throws EngineException {
        if (!(engine.endpoint() instanceof EngineEndpoint.UnixSocket)) {
            return false;
        }
        try {
            return Files.readString(KERNEL)
                    .strip()
                    .equals(engine.system().info().kernelVersion());
        } catch (IOException e) {
            return false; // no Linux
        }
    }
}
