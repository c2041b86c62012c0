package io.quayside.desktop.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.build.BuildSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of builds survives restarts, damage and the death of the program, and stays within its bounds.
class BuildHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private BuildHistory open(Instant now, long limit) {
        BuildHistory history = new BuildHistory(folder, () -> now, limit);
        while (!history.isRead()) {
            LockSupport.parkNanos(1_000_000);
        }
        history.flush();
        return history;
    }

    private static BuildRecord record(String id, Instant begun) {
        BuildRequest request = new BuildRequest(
                Path.of("/src/a b/ü"),
                "docker/Dockerfile.dev",
                List.of("app:1", "app:latest"),
                Map.of("VERSION", "a=\"b\""),
                "final",
                "linux/arm64",
                Map.of("l", ":null"),
                "none",
                List.of(
                        new BuildSecret.OfFile("npm", Path.of("/home/me/.npmrc")),
                        new BuildSecret.OfVariable("token", "TOKEN")),
                true,
                true);
        BuildStep step = new BuildStep(
                1,
                "deps",
                2,
                4,
                "RUN npm ci",
                Set.of(),
                BuildStep.State.RUNNING,
                Optional.of(begun.plusMillis(1500)),
                Optional.empty(),
                Optional.empty(),
                new OutputSpan(0, 40, 24));
        return BuildRecord.beginning(id, request, "default", begun).with(List.of(step), "classic builder", 24, false);
    }

    private static void keep(BuildHistory history, BuildRecord build, String... pieces) throws IOException {
        try (OutputWriter writer = history.begin(build, "FROM scratch\n")) {
            for (String piece : pieces) {
                writer.write(1, build.begun(), piece);
            }
        }
        history.save(
                build.over(BuildOutcome.FAILED, build.begun().plusSeconds(7), "words", "cause", OptionalInt.of(3)));
        history.flush();
    }

    @Test
    void comesBackAsItWasWithItsOutput() throws IOException {
        BuildRecord build = record("one", NOW);
        try (BuildHistory history = open(NOW, 1 << 20)) {
            keep(history, build, "first \u2713 line\n", "second");
        }
        try (BuildHistory history = open(NOW, 1 << 20)) {
            assertEquals(
                    List.of(build.over(BuildOutcome.FAILED, NOW.plusSeconds(7), "words", "cause", OptionalInt.of(3))),
                    history.records());
            StringBuilder text = new StringBuilder();
            history.output("one")
                    .read(
                            0,
                            (step, at, buffer, length) -> text.append(step)
                                    .append(' ')
                                    .append(new String(buffer, 0, length, StandardCharsets.UTF_8)));
            assertEquals("1 first \u2713 line\n1 second", text.toString());
        }
    }

    @Test
    void oneThatCantBeReadDoesntHideTheOthers() throws IOException {
        try (BuildHistory history = open(NOW, 1 << 20)) {
            keep(history, record("one", NOW));
            keep(history, record("two", NOW.plusSeconds(1)));
            keep(history, record("three", NOW.plusSeconds(2)));
            keep(history, record("four", NOW.plusSeconds(3)));
        }
        Path two = folder.resolve("two/record.json");
        byte[] half = Files.readAllBytes(two);
        Files.write(two, java.util.Arrays.copyOf(half, half.length / 2));
        Files.writeString(
                folder.resolve("three/record.json"),
                Files.readString(folder.resolve("three/record.json")).replace("\"outcome\":\"FAILED\",", ""));
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("stray"), "x");
        try (BuildHistory history = open(NOW, 1 << 20)) {
            assertEquals(
                    List.of("four", "one"),
                    history.records().stream().map(BuildRecord::id).toList());
            assertEquals(3, history.damaged());
        }
        assertTrue(Files.exists(two), "what can't be read isn't deleted");
    }

    @Test
    void aBuildWhoseProgramDiedIsShownAsSuch() throws IOException {
        BuildRecord build = record("one", NOW);
        try (BuildHistory history = open(NOW, 1 << 20)) {
            try (OutputWriter writer = history.begin(build, "")) {
                writer.write(1, NOW, "whole\n");
                writer.write(1, NOW, "cut");
            }
            history.save(build);
            history.flush();
        }
        Path file = folder.resolve("one/record.json");
        try (BuildHistory history = open(NOW, 1 << 20)) {
            assertTrue(history.records().getFirst().isRunning(), "this program does it");
        }
        String own = "\"process\":" + ProcessHandle.current().pid();
        String text = Files.readString(file);
        assertTrue(text.contains(own), text);
        // No process has this number: it is above what Linux gives.
        Files.writeString(file, text.replace(own, "\"process\":4194999"));
        Path output = folder.resolve("one/output");
        byte[] all = Files.readAllBytes(output);
        Files.write(output, java.util.Arrays.copyOf(all, all.length - 2));
        try (BuildHistory history = open(NOW, 1 << 20)) {
            BuildRecord lost = history.records().getFirst();
            assertEquals(BuildOutcome.LOST, lost.outcome());
            assertTrue(lost.ended().isPresent());
            assertEquals(BuildStep.State.STOPPED, lost.steps().getFirst().state());
            List<String> pieces = new ArrayList<>();
            history.output("one")
                    .read(
                            0,
                            (step, at, buffer, length) ->
                                    pieces.add(new String(buffer, 0, length, StandardCharsets.UTF_8)));
            assertEquals(List.of("whole\n"), pieces);
        }
        assertFalse(Files.readString(file).contains("RUNNING"));
    }

    @Test
    void whatIsTooOldGoesAndOfOutputsTheOldestThatAreTooMuch() throws IOException {
        String large = "x".repeat(40_000);
        try (BuildHistory history = open(NOW, 100_000)) {
            keep(history, record("old", NOW.minus(Duration.ofDays(31))), large);
            keep(history, record("first", NOW.minusSeconds(30)), large);
            keep(history, record("second", NOW.minusSeconds(20)), large);
            keep(history, record("third", NOW.minusSeconds(10)), large);
        }
        try (BuildHistory history = open(NOW, 100_000)) {
            assertEquals(
                    List.of("third", "second", "first"),
                    history.records().stream().map(BuildRecord::id).toList());
            assertFalse(Files.exists(folder.resolve("old")));
            assertTrue(history.hasOutput("third"));
            assertTrue(history.hasOutput("second"));
            assertFalse(history.hasOutput("first"));
        }
    }

    @Test
    void aBuildThatPrintsWithoutEndKeepsOnlySoMuch() throws IOException {
        try (BuildHistory history = open(NOW, 100_000);
                OutputWriter writer = history.begin(record("one", NOW), "")) {
            for (int i = 0; i < 100; i++) {
                writer.write(1, NOW, "y".repeat(10_000));
            }
            assertEquals(1_000_000, writer.bytes());
            assertTrue(writer.isCut());
            assertTrue(Files.size(folder.resolve("one/output")) <= 100_000);
        }
    }
}
