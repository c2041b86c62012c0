package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.AttachQuery;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.Namespaces;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.SecuritySettings;
import io.quayside.engine.stream.EngineStream;
import io.quayside.engine.stream.ProcessSession;
import io.quayside.engine.volume.Undisturbed;
import io.quayside.terminal.TerminalConnection;
import io.quayside.terminal.TerminalSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A shell for a container that has none: a helper container of another image that shares its processes and network.
/// The container's files are the root of its first process, where the shell starts. The helper is deleted with the
/// session.
final class DebugContainer {
    /// What marks a helper, with the id of the container that it helps.
    static final String LABEL = "io.quayside.debug-shell-of";

    private static final String START = "cd /proc/1/root 2>/dev/null; exec sh";

    private DebugContainer() {}

    static TerminalConnection open(Engine engine, String containerId, String image, TerminalSize size)
            throws EngineException {
        String helper = create(engine, spec(containerId, image), image);
        AtomicBoolean removed = new AtomicBoolean();
        try {
            ProcessSession session = engine.containers().attach(helper, AttachQuery.interactive());
            EngineConnection connection = new EngineConnection(
                    session, () -> EngineTerminals.exitOf(engine, helper), () -> remove(engine, helper, removed));
            engine.containers().start(helper);
            EngineTerminals.sizeForOldEngines(connection, size);
            return connection;
        } catch (EngineException e) {
            remove(engine, helper, removed);
            throw e;
        }
    }

    private static ContainerSpec spec(String containerId, String image) {
        String shared = "container:" + containerId;
        ContainerConfig config = ContainerConfig.builder()
                .image(image)
                .cmd(Optional.of(List.of("-c", START)))
                .entrypoint(Optional.of(List.of("sh")))
                .user("0")
                .tty(true)
                .openStdin(true)
                .stdinOnce(true)
                .attachStdin(true)
                .attachStdout(true)
                .attachStderr(true)
                .env(List.of("TERM=xterm-256color", "COLORTERM=truecolor"))
                .labels(Map.of(LABEL, containerId))
                .build();
        HostConfig host = HostConfig.builder()
                .namespaces(Namespaces.builder().pid(shared).build())
                .networking(NetworkingSettings.builder().mode(shared).build())
                // Reading the root of another process is tracing it, to the kernel.
                .security(
                        SecuritySettings.builder().capAdd(List.of("SYS_PTRACE")).build())
                .build();
        return new ContainerSpec(config, host, Map.of());
    }

    private static String create(Engine engine, ContainerSpec spec, String image) throws EngineException {
        try {
            return engine.containers().create(spec, CreateOptions.unnamed()).id();
        } catch (NotFoundException notHere) {
            pull(engine, image);
            return engine.containers().create(spec, CreateOptions.unnamed()).id();
        }
    }

    private static void pull(Engine engine, String image) throws EngineException {
        try (EngineStream<PullProgress> progress = engine.images().pull(PullSpec.of(image))) {
            boolean more = true;
            while (more) {
                more = progress.next().isPresent();
            }
        }
    }

    private static void remove(Engine engine, String helper, AtomicBoolean removed) {
        if (!removed.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual()
                .name("debug-shell-cleanup")
                .start(() -> Undisturbed.remove(engine, helper, RemoveOptions.withEverything()));
    }
}
