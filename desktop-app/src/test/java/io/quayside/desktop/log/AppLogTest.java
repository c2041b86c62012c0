package io.quayside.desktop.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppLogTest {
    @TempDir
    Path directory;

    @Test
    void linesGoToTheFileWithoutSecrets() throws IOException {
        LoggerContext context = context();
        context.getLogger("io.quayside.desktop.Thing")
                .info("pull with {}\nsecond line", "password=hunter2", new IllegalStateException("token=abc"));
        context.stop();

        List<String> lines = Files.readAllLines(directory.resolve(AppLog.FILE_NAME));
        assertTrue(lines.get(0).endsWith("] Thing: pull with password=***"), lines.get(0));
        assertEquals("    second line", lines.get(1));
        assertEquals("java.lang.IllegalStateException: token=***", lines.get(2));
    }

    @Test
    void otherLibrariesAreHeardFromWarningsOn() throws IOException {
        LoggerContext context = context();
        context.getLogger("okhttp3").info("chatter");
        context.stop();

        assertEquals("", Files.readString(directory.resolve(AppLog.FILE_NAME)));
    }

    @Test
    void fileIsRotatedAndOnlyTwoOlderOnesStay() throws IOException {
        LoggerContext context = context();
        String line = "x".repeat(64 * 1024);
        for (int i = 0; i < 300; i++) {
            context.getLogger("io.quayside").info(line);
        }
        context.stop();

        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("quayside.log", "quayside.log.1", "quayside.log.2"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private LoggerContext context() {
        AppLog.toFile(directory);
        LoggerContext context = new LoggerContext();
        new AppLog().configure(context);
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.start();
        return context;
    }
}
