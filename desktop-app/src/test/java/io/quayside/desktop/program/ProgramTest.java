package io.quayside.desktop.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.platform.AppDirs;
import io.quayside.testing.command.CommandResult;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ProgramTest {
    @TempDir
    Path folder;

    private TestEngine engine;
    private Program program;

    @BeforeEach
    void startContainers() {
        engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        engine.docker("run", "-d", "--name", "program-web", TestImages.BUSYBOX, "sleep", "1000");
        engine.docker("create", "--name", "program-made", TestImages.BUSYBOX, "true");
        program = new Program(folder.resolve("data"));
    }

    @AfterEach
    void removeContainers() {
        engine.removeContainers();
    }

    @Test
    void pictureHasTheSizeAskedForAndSomethingInIt() throws IOException {
        Path file = folder.resolve("picture.png");
        CommandResult result = program.run(
                "screenshot", file.toString(), "--theme", "dark", "--size", "1100x700", "--engine", engine.host());

        assertEquals(0, result.exitCode(), result.errors());
        BufferedImage picture = ImageIO.read(file.toFile());
        assertEquals(List.of(1100, 700), List.of(picture.getWidth(), picture.getHeight()));
        assertTrue(colours(picture) > 100, "The picture is blank");
    }

    @Test
    void pictureOfAnEngineThatIsNotThereHasNothingToWaitFor() {
        for (String page : List.of("containers", "engine", "palette/web")) {
            CommandResult result = program.run(
                    "screenshot",
                    folder.resolve("picture.png").toString(),
                    "--page",
                    page,
                    "--engine",
                    "unix:///nowhere/docker.sock");
            assertEquals(0, result.exitCode(), result.errors());
            assertFalse(result.errors().contains("Not all data"), page);
        }
    }

    @Test
    void statusTellsWhatTheEngineHas() {
        CommandResult result = program.run("status", "--json", "--engine", engine.host());

        assertEquals(0, result.exitCode(), result.errors());
        Map<?, ?> facts = JsonMapper.shared().readValue(result.output(), Map.class);
        assertEquals("running", facts.get("state"));
        assertEquals(Map.of("total", 2, "running", 1, "paused", 0, "stopped", 1), facts.get("containers"));
        assertEquals(engine.docker("version", "--format", "{{.Server.Version}}").strip(), facts.get("version"));
    }

    @Test
    void statusOfAnEngineThatIsNotThereFailsWithTheReason() {
        CommandResult result = program.run("status", "--json", "--engine", "unix:///nowhere/docker.sock");

        assertEquals(1, result.exitCode());
        Map<?, ?> facts = JsonMapper.shared().readValue(result.output(), Map.class);
        assertEquals("socket-missing", facts.get("code"));
    }

    @Test
    void withoutADisplayTheWayToAPictureIsSaid() {
        CommandResult result = program.run("--engine", engine.host());

        assertEquals(1, result.exitCode());
        assertTrue(result.errors().contains("screenshot FILE.png"), result.errors());
    }

    @Test
    void secondStartShowsTheWindowOfTheFirst() throws Exception {
        try (Program.Running first = program.open("--engine", engine.host())) {
            CommandResult second = new Program(folder.resolve("data")).runHeadlessWindow();
            assertEquals(0, second.exitCode(), second.errors());
            assertEquals(
                    "Quayside is open already; its window comes to the front.",
                    second.output().strip());
            assertTrue(first.isAlive());
        }
    }

    @Test
    void brokenSettingsAreSetAsideAndTheRestWorks() throws IOException {
        Path config = Files.createDirectories(folder.resolve("data/config"));
        Files.writeString(config.resolve("settings.json"), "{\"appearance\": {\"theme\":");
        CommandResult result = program.run("status", "--engine", engine.host());

        assertEquals(0, result.exitCode(), result.errors());
        try (Stream<Path> files = Files.list(config)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("settings")
                    && !file.getFileName().toString().equals("settings.json")));
        }
    }

    @Test
    void aFolderThatSomebodyPlantedForTheSocketsIsRefused() throws IOException {
        Path deep = folder.resolve("long".repeat(20));
        Path runtime = AppDirs.of(Optional.of(deep)).runtime();
        assertFalse(runtime.startsWith(folder), "The path is too long for a socket");
        Files.createSymbolicLink(runtime, folder);
        try {
            for (CommandResult result : List.of(
                    new Program(deep).run("status"),
                    new Program(deep)
                            .run("screenshot", folder.resolve("picture.png").toString()),
                    new Program(deep).runHeadlessWindow())) {
                assertEquals(1, result.exitCode(), result.errors());
                assertTrue(result.errors().contains(runtime.getFileName() + ": is a link"), result.errors());
                assertFalse(result.errors().contains("\tat "), result.errors());
            }
        } finally {
            Files.delete(runtime);
        }
    }

    @Test
    void unknownWordsAreRefusedWithAHint() {
        CommandResult result = program.run("statsu");

        assertEquals(2, result.exitCode());
        assertTrue(result.errors().contains("status"), result.errors());
    }

    private static int colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
