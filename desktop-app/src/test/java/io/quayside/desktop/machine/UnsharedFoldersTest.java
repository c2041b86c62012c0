package io.quayside.desktop.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.vm.model.Share;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsharedFoldersTest {
    @TempDir
    private Path top;

    private static List<Path> among(List<Path> paths, Share... shares) {
        return UnsharedFolders.among(paths.stream().map(Path::toString).toList(), List.of(shares));
    }

    @Test
    void whatASharedFolderHoldsIsSeen() throws Exception {
        Path site = Files.createDirectories(top.resolve("code/site"));
        Path other = Files.createDirectories(top.resolve("codebook"));
        Share code = Share.of(top.resolve("code"), false);
        assertEquals(List.of(), among(List.of(site, top.resolve("code")), code));
        assertEquals(List.of(other), among(List.of(site, other), code));
        assertEquals(List.of(site), among(List.of(top.resolve("codebook/../code/site"))));
    }

    @Test
    void ofAFileItIsItsFolderAndOfOneInAnotherTheOuterOne() throws Exception {
        Path file = Files.writeString(top.resolve("app.toml"), "");
        Path inner = Files.createDirectories(top.resolve("inner"));
        assertEquals(List.of(top), among(List.of(file)));
        assertEquals(List.of(top), among(List.of(inner, file)));
    }

    /// A machine has its own of these, and containers may well mean those.
    @Test
    void whatIsntHereOrTheMachinesOwnIsNoFolderToShare() {
        assertEquals(
                List.of(),
                among(List.of(
                        top.resolve("gone"),
                        Path.of("/etc/localtime"),
                        Path.of("/var/run/docker.sock"),
                        Path.of("/proc"),
                        Path.of("/"))));
    }

    @Test
    void aFolderThatIsSharedUnderAnotherPathIsSeenThere() throws Exception {
        Path data = Files.createDirectories(top.resolve("data"));
        Share moved = new Share(top, "/mnt/data", true);
        assertEquals(List.of(), among(List.of(Path.of("/mnt/data/x")), moved));
        assertEquals(List.of(data), among(List.of(data), moved));
    }
}
