package io.quayside.engine.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.process.SystemProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LentConfigTest {
    private static final Login OWN = Login.withPassword("own.example.com", "bob", "swordfish");

    @TempDir
    Path folder;

    private Path kept = Path.of("unset");
    private Path lent = Path.of("unset");

    @BeforeEach
    void folders() throws Exception {
        kept = Files.createDirectory(folder.resolve("kept"));
        lent = Files.createDirectory(folder.resolve("lent"));
    }

    private String read(String server) throws Exception {
        return new DockerCredentials(lent, new SystemProcessRunner())
                .login(server)
                .map(login -> login.username() + "|" + login.secret())
                .orElse("none");
    }

    @Test
    void hasTheLoginsBesideEverythingElseAndIsForTheUserAlone() throws Exception {
        String before =
                "{\"auths\":{\"other.example.com\":{\"auth\":\"YTpi\"}},\"proxies\":{\"default\":{\"httpProxy\":\"x\"}}}";
        Files.writeString(kept.resolve("config.json"), before);

        LentConfig.write(kept, lent, List.of(OWN));

        assertEquals("bob|swordfish", read("own.example.com"));
        assertEquals("a|b", read("other.example.com"));
        Path written = lent.resolve("config.json");
        assertTrue(Files.readString(written).contains("httpProxy"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(written)));
        assertEquals(before, Files.readString(kept.resolve("config.json")));
    }

    @Test
    void countsBeforeAHelperThatKeepsEverything() throws Exception {
        Files.writeString(
                kept.resolve("config.json"),
                "{\"credsStore\":\"not-there\",\"credHelpers\":{\"own.example.com\":\"nor-this\"}}");

        LentConfig.write(kept, lent, List.of(OWN));

        String json = Files.readString(lent.resolve("config.json"));
        assertTrue(json.replaceAll("\\s", "").contains("\"own.example.com\":\"\""), json);
        assertTrue(json.contains("not-there"), json);
    }

    @Test
    void settingsThatCannotBeReadCountAsEmpty() throws Exception {
        Files.writeString(kept.resolve("config.json"), "{nonsense");

        LentConfig.write(kept, lent, List.of(OWN));

        assertEquals("bob|swordfish", read("own.example.com"));
        assertFalse(Files.readString(lent.resolve("config.json")).contains("nonsense"));
    }
}
