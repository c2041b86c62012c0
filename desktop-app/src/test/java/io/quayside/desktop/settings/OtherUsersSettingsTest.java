package io.quayside.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.command.Command;
import io.quayside.testing.user.TestUser;
import io.quayside.testing.user.UserProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Settings that root has left behind, seen as an ordinary user: root, as whom the tests run, may read everything.
@Timeout(120)
class OtherUsersSettingsTest {
    private static final String ROOTS = "{\"version\":1,\"general\":{\"keepEngineRunning\":false}}";

    private final TestUser user = TestUser.ensure();
    private Path top = Path.of("");
    private Path folder = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void makeFile() throws IOException {
        top = Files.createTempDirectory(Path.of("/var/tmp"), "qs-set-");
        allow(top, "rwxr-xr-x");
        folder = Files.createDirectory(top.resolve("config"));
        file = allow(Files.writeString(folder.resolve("settings.json"), ROOTS), "rw-------");
    }

    @AfterEach
    void removeFolder() {
        Command.of("rm", "-rf", top.toString()).run().orFail();
    }

    @Test
    void fileThatMayNotBeReadIsKeptAsideAndNewSettingsAreSaved() throws IOException {
        user.own(folder);
        Command.of("chown", "root:root", file.toString()).run().orFail();

        try (UserProgram program = start()) {
            String said = program.ask("load");
            assertTrue(
                    said.startsWith("settings-set-aside: It can’t be read: it isn’t yours to open."
                            + " The file is kept as " + file + ".broken-"),
                    said);
            program.ask("change");
        }
        List<Path> kept;
        try (Stream<Path> files = Files.list(folder)) {
            kept = files.filter(path -> !path.equals(file)).toList();
        }
        assertEquals(1, kept.size(), kept::toString);
        assertEquals(ROOTS, Files.readString(kept.getFirst()));
        assertEquals(user.name(), Files.getOwner(file).getName());
    }

    @Test
    void fileInAFolderOfSomebodyElseIsLeftAlone() throws IOException {
        allow(folder, "rwxr-xr-x");
        try (UserProgram program = start()) {
            String expected = "settings-unreadable: It can’t be read: it isn’t yours to open."
                    + " It could not be moved aside either, so changes are not saved.";
            assertEquals(expected, program.ask("load"));
            assertEquals(expected, program.ask("change"));
        }
        assertEquals(ROOTS, Files.readString(file));
    }

    @Test
    void readableFileThatMayNotBeReplacedIsUsedAndTheLossIsSaid() throws IOException {
        allow(folder, "rwxr-xr-x");
        allow(file, "rw-r--r--");
        try (UserProgram program = start()) {
            assertEquals("none", program.ask("load"));
            assertEquals(
                    "settings-not-saved: They apply until Quayside quits."
                            + " The file can’t be written: it isn’t yours to open.",
                    program.ask("change"));
        }
        assertEquals(ROOTS, Files.readString(file));
    }

    private static Path allow(Path path, String rights) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private UserProgram start() throws IOException {
        return UserProgram.start(user, SettingsProgram.class, top, file.toString());
    }
}
