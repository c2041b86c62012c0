package io.quayside.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quayside.engine.credential.Login;
import io.quayside.engine.endpoint.EngineEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlugInRunTest {
    private static final Login LOGIN = Login.withPassword("registry.example.com", "bob", "swordfish");

    @TempDir
    Path settings;

    private final EngineEndpoint endpoint = new EngineEndpoint.UnixSocket(Path.of("/nowhere.sock"));

    @Test
    void lentLoginsAreForTheUserAloneAndGoWithTheFolder() throws Exception {
        Path folder;
        try (PlugInRun run = PlugInRun.create(endpoint)) {
            folder = run.folder();
            Map<String, String> given = run.request(
                            List.of("docker-buildx"),
                            Map.of("DOCKER_CONFIG", settings.toString()),
                            List.of(LOGIN),
                            Set.of())
                    .environment();
            Path lent = folder.resolve("docker");
            assertEquals(
                    Map.of(
                            "DOCKER_CONFIG",
                            lent.toString(),
                            "BUILDX_CONFIG",
                            settings.resolve("buildx").toString(),
                            "DOCKER_HOST",
                            "unix:///nowhere.sock"),
                    given);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
            // As the program does beside it.
            Files.writeString(lent.resolve(".token_seed"), "seed");
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void withoutLoginsTheProgramReadsDockersOwnSettings() throws Exception {
        try (PlugInRun run = PlugInRun.create(endpoint)) {
            assertEquals(
                    Map.of("DOCKER_CONFIG", settings.toString(), "DOCKER_HOST", "unix:///nowhere.sock"),
                    run.request(
                                    List.of("docker-buildx"),
                                    Map.of("DOCKER_CONFIG", settings.toString(), "DOCKER_CONTEXT", "other"),
                                    List.of(),
                                    Set.of())
                            .environment());
        }
    }
}
