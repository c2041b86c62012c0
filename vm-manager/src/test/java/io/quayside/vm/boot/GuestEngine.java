package io.quayside.vm.boot;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.StorageSettings;
import io.quayside.engine.model.WaitCondition;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.LogStream;
import io.quayside.testing.engine.TestImages;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.lifecycle.LiveMachine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Things that tests do with the engine of a machine.
final class GuestEngine {
    private GuestEngine() {}

    /// Imports the image for tests through a raw stream to the engine's socket in the guest, and returns the engine's
    /// answer.
    static String importBusybox(LiveMachine machine) throws Exception {
        byte[] archive = TestImages.busyboxArchive();
        String repository = TestImages.BUSYBOX.split(":")[0];
        String head = "POST /images/create?fromSrc=-&repo=" + repository + "&tag=1 HTTP/1.1\r\nHost: guest\r\n"
                + "Content-Type: application/x-tar\r\nConnection: close\r\nContent-Length: " + archive.length
                + "\r\n\r\n";
        try (GuestStream stream = machine.link().connect(StreamTarget.unix("/run/docker.sock"))) {
            stream.output().write(head.getBytes(StandardCharsets.US_ASCII));
            stream.output().write(archive);
            return new String(stream.input().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// A container that runs a script with one folder or volume mounted at /data.
    static ContainerSpec withData(String source, String script) {
        HostConfig host = HostConfig.builder()
                .storage(StorageSettings.builder()
                        .binds(List.of(source + ":/data"))
                        .build())
                .build();
        // One stream: the engine reads the two of a container side by side, in no order that could be compared.
        return ContainerSpec.of(TestImages.BUSYBOX, "sh", "-c", "exec 2>&1; " + script)
                .with(host);
    }

    /// Starts a container that goes on, with ports published as `docker run -p` does.
    static void start(LiveMachine machine, String name, String port, PortBinding binding, String script)
            throws Exception {
        ContainerSpec plain = ContainerSpec.of(TestImages.BUSYBOX, "sh", "-c", script);
        ContainerSpec exposed =
                plain.with(plain.config().toBuilder().exposedPorts(Set.of(port)).build());
        ContainerSpec spec = exposed.with(HostConfig.builder()
                .networking(NetworkingSettings.builder()
                        .portBindings(Map.of(port, List.of(binding)))
                        .build())
                .build());
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            String id =
                    engine.containers().create(spec, CreateOptions.named(name)).id();
            engine.containers().start(id);
        }
    }

    /// What a command prints in a container of its own, and its exit code.
    static String run(LiveMachine machine, String name, ContainerSpec spec) throws Exception {
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            String id =
                    engine.containers().create(spec, CreateOptions.named(name)).id();
            engine.containers().start(id);
            return end(engine, id);
        }
    }

    /// Waits for the end of a container; what it has printed, and its exit code.
    static String end(Engine engine, String id) throws Exception {
        long code = engine.containers().waitFor(id, WaitCondition.NOT_RUNNING).exitCode();
        StringBuilder text = new StringBuilder();
        try (LogStream logs = engine.containers().logs(id, LogQuery.everything())) {
            for (Optional<LogFrame> frame = logs.next(); frame.isPresent(); frame = logs.next()) {
                text.append(new String(frame.get().bytes(), StandardCharsets.UTF_8));
            }
        }
        return text + "exit " + code;
    }

    /// What a program prints in the guest itself.
    static String inGuest(LiveMachine machine, String script) throws Exception {
        try (GuestStream stream = machine.link().connect(StreamTarget.exec(List.of("/bin/sh", "-c", script)))) {
            stream.endOutput();
            return new String(stream.input().readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
