package io.quayside.desktop.program;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The start script takes the AOT cache only for the very jars it was made of: after an update the JVM would run the
/// old classes out of it.
@DisabledOnOs(OS.WINDOWS)
class StaleCacheTest {
    @TempDir
    private Path app;

    @Test
    void cacheIsLeftOutOnceAJarIsNewerThanIt() throws IOException, InterruptedException {
        Files.copy(Path.of("src/main/launcher/quayside"), app.resolve("quayside"));
        Files.copy(Path.of("src/main/launcher/jvm.options"), app.resolve("jvm.options"));
        Path jar = Files.createDirectories(app.resolve("lib")).resolve("app.jar");
        Files.createDirectory(app.resolve("javafx"));
        Files.writeString(jar, "classes");
        assertFalse(commandLine().contains("AOTCache"), "there is no cache yet");
        Path cache = Files.writeString(app.resolve("quayside.aot"), "made of these classes");
        assertTrue(commandLine().contains("-XX:AOTCache=" + cache.toRealPath()), "the cache fits");

        // As an update does it: a new jar whose own date lies before that of the cache.
        var made = Files.getLastModifiedTime(jar);
        Files.delete(jar);
        Files.writeString(jar, "other classes");
        Files.setLastModifiedTime(jar, made);
        assertFalse(commandLine().contains("AOTCache"), "the jar is another");
    }

    /// What the script would start, said by `echo` in place of Java.
    private String commandLine() throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("sh", app.resolve("quayside").toString(), "--version");
        script.environment().put("QUAYSIDE_JAVA", "echo");
        Process echo = script.redirectErrorStream(true).start();
        String said = new String(echo.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        echo.waitFor();
        return said;
    }
}
