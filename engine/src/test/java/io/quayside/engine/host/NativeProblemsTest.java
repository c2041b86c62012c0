package io.quayside.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What keeps an engine from running, found on a computer that a test sets up, and the words for it.
class NativeProblemsTest {
    @TempDir
    private Path folder;

    private final Set<String> missingPrograms = new HashSet<>();
    private final Map<Path, String> switches = new HashMap<>();
    private PlatformInfo platform = new PlatformInfo(PlatformInfo.OperatingSystem.LINUX, "anna", OptionalInt.of(1000));

    /// Finds every program that isn't missing, and runs none.
    private final ProcessRunner runner = new ProcessRunner() {
        @Override
        public ProcessOutcome run(ProcessRequest request) {
            return new ProcessOutcome(0, "", false, "");
        }

        @Override
        public Optional<Path> find(String program) {
            return missingPrograms.contains(program) ? Optional.empty() : Optional.of(Path.of("/usr/bin", program));
        }
    };

    @BeforeEach
    void completeComputer() throws IOException {
        Files.writeString(folder.resolve("subuid"), "anna:100000:65536\n");
        Files.writeString(folder.resolve("subgid"), "1000:100000:65536\n");
        Files.createFile(folder.resolve("tun"));
        Files.createFile(Files.createDirectory(folder.resolve("cgroup")).resolve("cgroup.controllers"));
        Files.createDirectory(folder.resolve("proc"));
    }

    private SystemPaths paths() {
        return new SystemPaths(
                folder.resolve("subuid"),
                folder.resolve("subgid"),
                switches,
                folder.resolve("tun"),
                folder.resolve("cgroup"),
                folder.resolve("proc"));
    }

    private NativeEngineFiles files() {
        return NativeEngineFiles.in(AppDirs.of(Optional.of(folder.resolve("q"))));
    }

    private Optional<HostProblem> rootless() {
        return new RootlessMode(files(), runner, platform, paths()).missing();
    }

    private Optional<HostProblem> rootful() {
        return new RootfulMode(files(), runner, paths()).missing();
    }

    private static List<String> words(Optional<HostProblem> problem) {
        return problem.map(p -> List.of(p.what(), p.why(), p.advice())).orElse(List.of());
    }

    @Test
    void nothingIsMissingOnACompleteComputer() {
        assertEquals(Optional.empty(), rootless());
        assertEquals(Optional.empty(), rootful());
    }

    @Test
    void missingProgramsAreNamedWithTheirPackages() {
        missingPrograms.addAll(Set.of("dockerd", "newuidmap", "newgidmap", "slirp4netns"));
        assertEquals(
                List.of(
                        "Docker isn't completely installed on this computer.",
                        "Not found: dockerd, newgidmap, newuidmap, slirp4netns.",
                        "Install these packages: docker.io slirp4netns uidmap."),
                words(rootless()));
        assertEquals(
                List.of(
                        "Docker isn't completely installed on this computer.",
                        "Not found: dockerd.",
                        "Install these packages: docker.io."),
                words(rootful()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna:1000:65535\n", "anna:100000\n", "anna:x:y\n", "\0"})
    void userWithoutARangeOfIdsIsToldHowToGetOne(String ranges) throws IOException {
        Files.writeString(folder.resolve("subgid"), ranges);
        Path file = Files.writeString(folder.resolve("subuid"), ranges);
        assertEquals(
                List.of(
                        "Your user can't run Docker without administrator rights yet.",
                        file + " has no range of at least 65536 ids for anna.",
                        "An administrator can add one: usermod --add-subuids 100000-165535"
                                + " --add-subgids 100000-165535 anna"),
                words(rootless()));
    }

    @Test
    void rangesOfOtherUsersAreNotGivenAway() throws IOException {
        Files.writeString(folder.resolve("subuid"), "otto:100000:65536\n");
        Files.writeString(
                folder.resolve("subgid"), "otto:100000:65536\neve:300000:65536\nbad:99999999999999999999:1\n");
        assertEquals(
                "An administrator can add one: usermod --add-subuids 365536-431071"
                        + " --add-subgids 365536-431071 anna",
                rootless().orElseThrow().advice());
    }

    @Test
    void namespacesThatAreTurnedOffAreSaid() throws IOException {
        switches.put(Files.writeString(folder.resolve("max"), "0\n"), "user.max_user_namespaces");
        assertEquals(
                List.of(
                        "This system doesn't let users run Docker without administrator rights.",
                        "User namespaces are turned off: user.max_user_namespaces=0.",
                        "An administrator can turn them on with sysctl, or run the system's Docker service instead."),
                words(rootless()));
        Files.writeString(folder.resolve("max"), "15000\n");
        assertEquals(Optional.empty(), rootless());
    }

    @Test
    void networkDeviceThatIsNotThereIsARightThatLacks() throws IOException {
        Files.delete(folder.resolve("tun"));
        assertEquals(
                List.of(
                        "Quayside lacks a right that Docker needs.",
                        folder.resolve("tun") + " isn't there, which Docker's network needs.",
                        "Start Quayside as your own user, or as root on a machine where that is meant."),
                words(rootless()));
    }

    @Test
    void controlGroupsThatAreNotMountedAreSaid() throws IOException {
        Files.delete(folder.resolve("cgroup/cgroup.controllers"));
        assertEquals("host-no-control-groups", rootful().orElseThrow().code());
        assertEquals(
                "No control groups are mounted at " + folder.resolve("cgroup") + ".",
                rootful().orElseThrow().why());
    }

    @Test
    void anotherSystemIsSaid() {
        platform = new PlatformInfo(PlatformInfo.OperatingSystem.MACOS, "anna", OptionalInt.of(501));
        HostState state = host().refresh();
        assertEquals(HostPhase.ABSENT, state.phase());
        assertEquals(
                "It needs Linux, and this is macOS.",
                state.problem().orElseThrow().why());
    }

    @Test
    void folderInTheWayOfTheSocketIsNamedAndKept() throws IOException {
        Path inTheWay = Files.createDirectories(files().socket().resolve("mine"));
        HostProblem problem = assertThrows(HostException.class, host()::start).problem();
        assertEquals("Docker's folder can't be used.", problem.what());
        assertEquals(files().socket() + ": a folder is where a file should be.", problem.why());
        assertEquals(true, Files.isDirectory(inTheWay));
    }

    @Test
    void fileInTheWayOfTheRuntimeFolderIsNamed() throws IOException {
        Path run = files().socket().getParent();
        Files.createDirectories(run.getParent());
        Files.writeString(run, "mine");
        HostProblem problem = assertThrows(HostException.class, host()::start).problem();
        assertEquals("host-folder-unusable", problem.code());
        assertEquals("mine", Files.readString(run));
    }

    private NativeEngineHost host() {
        EnginePing nobody = (endpoint, limit) -> new EnginePing.Answer.Absent("nobody");
        RootlessMode mode = new RootlessMode(files(), runner, platform, paths());
        return new NativeEngineHost(files(), mode, platform, nobody, Clock.systemUTC());
    }
}
