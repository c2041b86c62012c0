package io.quayside.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestBuildx;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A step that prints 100 MB loses none of it on its way to a file, and little of it is in memory at a time.
@Timeout(300)
class LongOutputTest {
    private static final int LINES = 1_000_000;
    private static final String FILL = "x".repeat(93);

    @TempDir
    Path temporary;

    @Test
    void ofTheClassicBuilder() throws Exception {
        try (BuildFolder test = new BuildFolder(TestEngines.shared(EngineKind.DOCKER_20_10), temporary)) {
            buildAndCompare(test, ImageBuilder.classic(test.engine));
        }
    }

    /// On an engine that doesn't clip what a step prints, as it does of itself after 2 MB, saying so.
    @Test
    void ofBuildKit() throws Exception {
        Map<String, String> settings = Map.of("BUILDKIT_STEP_LOG_MAX_SIZE", "-1", "BUILDKIT_STEP_LOG_MAX_SPEED", "-1");
        try (TestEngine daemon = TestEngines.fresh(EngineKind.DOCKER_28_5, settings);
                BuildFolder test = new BuildFolder(daemon, temporary)) {
            buildAndCompare(test, test.buildKit(TestBuildx.NEWEST));
        }
    }

    private void buildAndCompare(BuildFolder test, ImageBuilder builder) throws Exception {
        test.dockerfile("FROM " + TestImages.BUSYBOX, "RUN seq -w 0 " + (LINES - 1) + " | sed 's/$/" + FILL + "/'");
        Path kept = temporary.resolve("kept");
        AtomicInteger longest = new AtomicInteger();
        try (BufferedWriter file = Files.newBufferedWriter(kept)) {
            builder.build(BuildSpec.tagged().withoutCache(), test.folder, event -> {
                if (event instanceof BuildEvent.Output output) {
                    longest.accumulateAndGet(output.text().length(), Math::max);
                    append(file, output.text());
                }
            });
        }

        AtomicInteger next = new AtomicInteger();
        try (Stream<String> lines = Files.lines(kept)) {
            lines.filter(line -> line.endsWith("x"))
                    .forEach(line -> assertEquals(String.format("%06d", next.getAndIncrement()) + FILL, line));
        }
        assertEquals(LINES, next.get());
        assertTrue(longest.get() < 4_000_000, "all " + longest + " characters of a piece are in memory at once");
    }

    private static void append(BufferedWriter file, String text) {
        try {
            file.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
