package io.quayside.engine.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppDirsTest {
    private static final Path HOME = Path.of("/home/anna");

    @Test
    void linuxFollowsTheXdgFolders() {
        assertEquals(
                new AppDirs(
                        Path.of("/home/anna/.config/quayside"),
                        Path.of("/srv/share/quayside"),
                        Path.of("/home/anna/.local/state/quayside"),
                        Path.of("/home/anna/.cache/quayside"),
                        Path.of("/run/user/1000/quayside")),
                AppDirs.of(
                        Optional.empty(),
                        Map.of(
                                "XDG_RUNTIME_DIR",
                                "/run/user/1000",
                                "XDG_DATA_HOME",
                                "/srv/share",
                                "XDG_CACHE_HOME",
                                "rel"),
                        "Linux",
                        HOME));
    }

    @Test
    void withoutARuntimeFolderOneBesideTheStateIsUsed() {
        assertEquals(
                Path.of("/home/anna/.local/state/quayside/run"),
                AppDirs.of(Optional.empty(), Map.of(), "Linux", HOME).runtime());
    }

    @Test
    void everythingGoesBelowAGivenFolder() {
        assertEquals(
                new AppDirs(
                        Path.of("/x/config"),
                        Path.of("/x/data"),
                        Path.of("/x/state"),
                        Path.of("/x/cache"),
                        Path.of("/x/run")),
                AppDirs.of(Optional.of(Path.of("/x")), Map.of(), "Linux", HOME));
    }

    @Test
    void runtimeFolderStaysShortEnoughForASocket() {
        Path deep = Path.of("/very/" + "long/".repeat(30));
        Path runtime = AppDirs.of(Optional.of(deep), Map.of("XDG_RUNTIME_DIR", "/run/user/1000"), "Linux", HOME)
                .runtime();
        assertTrue(runtime.startsWith("/run/user/1000"), runtime.toString());
        assertTrue(runtime.toString().length() < 77, runtime.toString());
    }

    @Test
    void onlyTheUserMayLookInside(@TempDir Path top) throws IOException {
        AppDirs dirs = AppDirs.of(Optional.of(top)).create();
        assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(dirs.runtime()));
    }

    @Test
    void aFolderForSocketsThatOthersMayEnterIsClosedToThem(@TempDir Path top) throws IOException {
        Path run = Files.createDirectory(top.resolve("run"));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));
        AppDirs.of(Optional.of(top)).create();
        assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(run));
    }

    @Test
    void aFolderForSocketsThatIsALinkIsRefused(@TempDir Path top, @TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(top.resolve("run"), elsewhere);
        FileSystemException refused = assertThrows(
                FileSystemException.class, () -> AppDirs.of(Optional.of(top)).create());
        assertTrue(String.valueOf(refused.getReason()).startsWith("is a link"), refused.getReason());
        assertEquals(top.resolve("run").toString(), refused.getFile());
    }

    @Test
    void aFolderForSocketsOfSomebodyElseIsRefused(@TempDir Path top) throws IOException {
        Path run = Files.createDirectory(top.resolve("run"));
        assumeTrue(Files.getOwner(run).getName().equals("root"), "only root can give a folder away");
        Files.setOwner(run, run.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        FileSystemException refused = assertThrows(
                FileSystemException.class, () -> AppDirs.of(Optional.of(top)).create());
        assertTrue(String.valueOf(refused.getReason()).startsWith("belongs to nobody"), refused.getReason());
    }
}
