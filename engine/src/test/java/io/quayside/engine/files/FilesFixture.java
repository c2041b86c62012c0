package io.quayside.engine.files;

import io.quayside.engine.EngineFactory;
import io.quayside.engine.contract.EngineFixture;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.HostConfig;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A container of each kind on a real engine, and what the `docker` command line sees in it.
final class FilesFixture implements AutoCloseable {
    private final TestEngine daemon;
    private final EngineFixture engine;

    FilesFixture() throws EngineException {
        this(EngineKind.DOCKER_20_10);
    }

    FilesFixture(EngineKind kind) throws EngineException {
        daemon = TestEngines.shared(kind, Listener.UNIX);
        engine = new EngineFixture(daemon, EngineFactory.connect(new EngineEndpoint.UnixSocket(daemon.socket())));
    }

    EngineFixture engine() {
        return engine;
    }

    String running(String script) throws Exception {
        return engine.startReady(EngineFixture.shell(script + "\necho ready; while :; do sleep 100; done"));
    }

    String stopped(String script) throws Exception {
        return engine.run(EngineFixture.shell(script));
    }

    String withoutShell() throws Exception {
        return engine.start(specWithoutShell());
    }

    /// A file of the engine's machine, in a folder that every engine sees.
    Path fileToMount(String content) throws Exception {
        return Files.writeString(Files.createTempFile(daemon.directory(), "mounted", ".conf"), content);
    }

    /// The same container with a file of the engine's machine in it.
    static ContainerSpec mounted(ContainerSpec spec, Path file, String to) {
        HostConfig host = spec.hostConfig();
        return spec.with(host.toBuilder()
                .storage(host.storage().toBuilder()
                        .binds(List.of(file + ":" + to))
                        .build())
                .build());
    }

    ContainerSpec specWithoutShell() {
        return ContainerSpec.of(TestImages.ensureWithoutShell(daemon), "/sleep", "1000");
    }

    ContainerFileSystem files(String id) throws Exception {
        var details = engine.engine().containers().inspect(id);
        return new ContainerFileSystem(
                engine.engine(),
                id,
                details.condition().state() == ContainerState.RUNNING,
                MountMarks.of(details),
                InstantSource.system());
    }

    /// What `docker exec` prints.
    String exec(String id, String script) {
        return daemon.docker("exec", id, "sh", "-c", script);
    }

    /// What `docker cp` brings out of a container, as text.
    String content(String id, String path) throws Exception {
        Path file = Files.createTempFile("quayside-cp", "");
        try {
            daemon.docker("cp", id + ":" + path, file.toString());
            return Files.readString(file);
        } finally {
            Files.delete(file);
        }
    }

    static Map<String, FileEntry> list(ContainerFileSystem files, String folder) throws Exception {
        List<FileEntry> all = new ArrayList<>();
        files.list(folder, all::addAll);
        Map<String, FileEntry> map = new TreeMap<>();
        all.forEach(entry -> map.put(entry.name(), entry));
        if (map.size() != all.size()) {
            throw new AssertionError("names twice: " + all);
        }
        return map;
    }

    @Override
    public void close() throws EngineException {
        engine.close();
    }
}
