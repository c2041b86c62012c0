package io.quayside.engine.host;

import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Root's own engine, with a bridge and addresses of its own beside whatever else runs on the computer.
final class RootfulMode implements NativeMode {
    private static final Map<String, String> PACKAGES = Map.of(
            "dockerd", "docker.io",
            "containerd", "containerd",
            "runc", "runc",
            "iptables", "iptables",
            "ip", "iproute2");

    private final NativeEngineFiles files;
    private final ProcessRunner runner;
    private final SystemPaths paths;
    private final EngineNetwork network;

    RootfulMode(NativeEngineFiles files, ProcessRunner runner, SystemPaths paths) {
        this.files = files;
        this.runner = runner;
        this.paths = paths;
        network = EngineNetwork.of(files.dataRoot(), runner);
    }

    @Override
    public Optional<HostProblem> missing() {
        List<String> missing = PACKAGES.keySet().stream()
                .filter(program -> runner.find(program).isEmpty())
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of(new HostProblem.ProgramsMissing(
                    missing,
                    missing.stream().map(PACKAGES::get).distinct().sorted().toList()));
        }
        return withoutControlGroups();
    }

    @Override
    public Launch prepare(Optional<EngineRecord> before) throws HostException, IOException, InterruptedException {
        AddressBlock block = network.create(before.flatMap(EngineRecord::block));
        boolean alone = !anotherDaemonRuns();
        if (!alone) {
            network.addRules(block);
        }
        Path dockerd = runner.find("dockerd").orElseThrow();
        var command = DockerdCommand.rootful(dockerd, files, new DaemonNetwork(network.bridge(), block, alone));
        return new Launch(
                ProcessRequest.of(command)
                        .withEnvironment(DockerdCommand.environment(Optional.ofNullable(System.getenv("PATH")))),
                Optional.of(block),
                !alone);
    }

    @Override
    public void tidy(EngineRecord record) throws IOException, InterruptedException {
        LeftMounts.unmount(List.of(files.dataRoot(), files.execRoot()), runner);
        if (record.block().isPresent()) {
            network.remove(record.block().get());
            if (record.ownRules()) {
                network.removeRules(record.block().get());
            }
        }
    }

    private Optional<HostProblem> withoutControlGroups() {
        boolean unified = Files.exists(paths.controlGroups().resolve("cgroup.controllers"));
        boolean older = Files.exists(paths.controlGroups().resolve("devices"))
                && Files.exists(paths.controlGroups().resolve("memory"));
        return unified || older
                ? Optional.empty()
                : Optional.of(new HostProblem.ControlGroupsMissing(
                        "No control groups are mounted at " + paths.controlGroups() + "."));
    }

    /// A daemon drops all of Docker's firewall rules when it starts and writes its own, so the second one mustn't.
    private boolean anotherDaemonRuns() throws IOException {
        try (Stream<Path> folders = Files.list(paths.processes())) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d+"))
                    .anyMatch(folder -> read(folder.resolve("comm")).equals("dockerd")
                            && sameNetwork(folder.resolve("ns").resolve("net")));
        }
    }

    private boolean sameNetwork(Path namespace) {
        try {
            return Files.readSymbolicLink(namespace)
                    .equals(Files.readSymbolicLink(paths.processes().resolve("self/ns/net")));
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
