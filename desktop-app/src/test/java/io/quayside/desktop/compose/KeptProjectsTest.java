package io.quayside.desktop.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.compose.ComposeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptProjectsTest {
    private static final ComposeRecord UP = new ComposeRecord(
            "docker compose up --detach",
            true,
            Instant.parse("2026-03-01T10:00:00Z"),
            Instant.parse("2026-03-01T10:00:07Z"),
            ComposeRecord.Outcome.DONE,
            "",
            "default");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("state/projects.json");
    }

    @Test
    void whatWasOpenedChosenAndDoneIsThereAfterARestart() throws Exception {
        KeptProjects before = new KeptProjects(file());
        ComposeSource source = new ComposeSource(
                folder, List.of(folder.resolve("compose.yaml")), Optional.empty(), List.of(), Set.of());
        before.open("shop", source);
        before.profiles("shop", source, Set.of("reports"));
        before.done("shop", UP);
        before.done("elsewhere", UP);

        KeptProjects after = new KeptProjects(file());
        assertEquals(before.all(), after.all());
        assertEquals(
                Optional.of(source.withName("shop").withProfiles(Set.of("reports"))),
                after.of("shop").orElseThrow().source());
        assertEquals(List.of(UP), after.of("shop").orElseThrow().history());
        assertEquals(Optional.empty(), after.of("elsewhere").orElseThrow().source(), "its files were never opened");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void aFileThatIsDamagedIsSetAsideAndNotLost() throws Exception {
        for (String damaged : List.of("{\"projects\": [", "", "[]", "{}", "{\"version\":1,\"projects\":[{}]}")) {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), damaged);
            KeptProjects kept = new KeptProjects(file());
            assertEquals(List.of(), kept.all(), damaged);
            assertEquals(damaged, Files.readString(file().resolveSibling("projects.json.damaged")));
            kept.done("shop", UP);
            assertTrue(new KeptProjects(file()).of("shop").isPresent(), damaged);
        }
    }

    @Test
    void oneThatIsNotListedAnyMoreKeepsWhatWasDoneWithIt() {
        KeptProjects kept = new KeptProjects(file());
        kept.open("shop", ComposeSource.of(folder.resolve("compose.yaml")));
        kept.done("shop", UP);
        kept.close("shop");
        assertFalse(new KeptProjects(file()).of("shop").orElseThrow().opened());
        assertEquals(
                List.of(UP), new KeptProjects(file()).of("shop").orElseThrow().history());
    }
}
