package io.quayside.engine.host;

import io.quayside.engine.platform.PlatformInfo;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A user's own engine, without any right of an administrator: namespaces of the user hold the daemon and its network.
final class RootlessMode implements NativeMode {
    private static final Path PACKAGED_SCRIPT = Path.of("/usr/share/docker.io/contrib/dockerd-rootless.sh");
    private static final long IDS_NEEDED = 65_536;
    private static final long FIRST_ID = 100_000;
    private static final Pattern RANGE = Pattern.compile("[^:]*:(\\d{1,12}):(\\d{1,12})");

    private static final Map<String, String> PACKAGES = Map.of(
            "dockerd", "docker.io",
            "dockerd-rootless.sh", "docker.io",
            "rootlesskit", "rootlesskit",
            "slirp4netns", "slirp4netns",
            "newuidmap", "uidmap",
            "newgidmap", "uidmap",
            "iptables", "iptables");

    private final NativeEngineFiles files;
    private final ProcessRunner runner;
    private final PlatformInfo platform;
    private final SystemPaths paths;

    RootlessMode(NativeEngineFiles files, ProcessRunner runner, PlatformInfo platform, SystemPaths paths) {
        this.files = files;
        this.runner = runner;
        this.platform = platform;
        this.paths = paths;
    }

    @Override
    public Optional<HostProblem> missing() {
        List<String> programs = PACKAGES.keySet().stream()
                .filter(program -> !program.endsWith(".sh"))
                .filter(program -> runner.find(program).isEmpty())
                .sorted()
                .toList();
        List<String> missing = new ArrayList<>(programs);
        if (script().isEmpty()) {
            missing.add("dockerd-rootless.sh");
        }
        if (!missing.isEmpty()) {
            return Optional.of(new HostProblem.ProgramsMissing(
                    missing,
                    missing.stream().map(PACKAGES::get).distinct().sorted().toList()));
        }
        return Stream.<Optional<HostProblem>>of(
                        withoutIds(paths.subUids()), withoutIds(paths.subGids()), namespacesForbidden(), withoutTun())
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Launch prepare(Optional<EngineRecord> before) throws IOException {
        Path runtime = Files.createDirectories(files.execRoot().resolveSibling("user"));
        ProcessRequest request = ProcessRequest.of(DockerdCommand.rootless(script().orElseThrow(), files))
                .withEnvironment(
                        DockerdCommand.rootlessEnvironment(files, Optional.ofNullable(System.getenv("PATH")), runtime));
        return new Launch(request, Optional.empty(), false);
    }

    @Override
    public void tidy(EngineRecord record) {
        // Its namespaces went with its last process.
    }

    private Optional<Path> script() {
        return runner.find("dockerd-rootless.sh")
                .or(() -> Optional.of(PACKAGED_SCRIPT).filter(Files::isExecutable));
    }

    private Optional<HostProblem> withoutIds(Path file) {
        boolean enough = lines(file).stream()
                .map(line -> line.strip().split(":"))
                .filter(parts -> parts.length == 3 && isUser(parts[0]) && parts[2].matches("\\d{1,12}"))
                .anyMatch(parts -> Long.parseLong(parts[2]) >= IDS_NEEDED);
        return enough
                ? Optional.empty()
                : Optional.of(new HostProblem.SubordinateIdsMissing(platform.user(), file, firstFreeId()));
    }

    /// Behind the ranges of all users: two with the same ids could touch each other's containers.
    private long firstFreeId() {
        return Stream.of(paths.subUids(), paths.subGids())
                .flatMap(file -> lines(file).stream())
                .map(line -> RANGE.matcher(line.strip()))
                .filter(Matcher::matches)
                .mapToLong(range -> Long.parseLong(range.group(1)) + Long.parseLong(range.group(2)))
                .reduce(FIRST_ID, Math::max);
    }

    private boolean isUser(String owner) {
        return owner.equals(platform.user())
                || (platform.uid().isPresent()
                        && owner.equals(Integer.toString(platform.uid().getAsInt())));
    }

    private Optional<HostProblem> namespacesForbidden() {
        return paths.namespaceSwitches().entrySet().stream()
                .filter(setting -> lines(setting.getKey()).stream()
                        .anyMatch(line -> line.strip().equals("0")))
                .map(setting -> (HostProblem) new HostProblem.UserNamespacesForbidden(setting.getValue() + "=0"))
                .findFirst();
    }

    private Optional<HostProblem> withoutTun() {
        Path device = paths.tun();
        if (!Files.exists(device)) {
            return Optional.of(new HostProblem.RightsMissing(device + " isn't there, which Docker's network needs."));
        }
        return Files.isReadable(device) && Files.isWritable(device)
                ? Optional.empty()
                : Optional.of(new HostProblem.RightsMissing(
                        platform.user() + " may not open " + device + ", which Docker's network needs."));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
