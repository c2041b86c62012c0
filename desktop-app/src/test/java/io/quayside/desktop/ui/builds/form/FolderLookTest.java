package io.quayside.desktop.ui.builds.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.build.BuildContext;
import io.quayside.engine.build.ContextParts;
import io.quayside.engine.build.ContextSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLookTest {
    @TempDir
    private Path folder = Path.of("");

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void dockerfilesAreFoundByTheirNamesTheLikeliestFirst() throws IOException {
        for (String name : List.of(
                "Containerfile",
                "app.Dockerfile",
                "Dockerfile.dev",
                "Dockerfile",
                "Dockerfile.dockerignore",
                "README")) {
            write(name, "FROM a");
        }
        Files.createDirectory(folder.resolve("x.Dockerfile"));
        assertEquals(
                List.of("Dockerfile", "Containerfile", "Dockerfile.dev", "app.Dockerfile"),
                FolderLook.dockerfiles(folder).answer().orElseThrow());
    }

    @Test
    void whatIsNoFolderIsSaidToBeNone() throws IOException {
        write("file", "");
        assertEquals(
                "There is no such folder.",
                FolderLook.dockerfiles(folder.resolve("nothing")).why());
        assertEquals(
                "That is a file, not a folder.",
                FolderLook.dockerfiles(folder.resolve("file")).why());
        assertEquals(Optional.empty(), FolderLook.path("relative/path"));
        assertEquals(Optional.of(Path.of(System.getProperty("user.home"), "a")), FolderLook.path(" ~/a "));
    }

    @Test
    void theContextIsMeasuredAsItIsSentAndTheLargestPartIsNamed() throws IOException {
        write("Dockerfile", "FROM a");
        write("node_modules/a/index.js", "x".repeat(300));
        write("node_modules/b.js", "x".repeat(200));
        write("src/main.js", "x".repeat(100));
        write("left/out", "x".repeat(5000));
        write(".dockerignore", "left\n");
        ContextParts parts = FolderLook.measure(folder, "Dockerfile").answer().orElseThrow();
        assertEquals(BuildContext.of(folder, "Dockerfile").measure(), parts.size());
        assertEquals(Optional.of(Map.entry("node_modules", 500L)), parts.largest());
    }

    @Test
    void somebodyWhoEndsTheCountingIsToldNothing() throws IOException {
        write("Dockerfile", "FROM a");
        Thread.currentThread().interrupt();
        FolderLook.Seen<ContextParts> seen = FolderLook.measure(folder, "Dockerfile");
        assertTrue(Thread.interrupted());
        assertEquals(new FolderLook.Seen<ContextParts>(Optional.empty(), ""), seen);
    }

    @Test
    void aLargeContextNamesWhatMakesItLarge() {
        ContextLook look = new ContextLook.Measured(new ContextParts(
                new ContextSize(20_000, 1_200_000_000), Map.of("node_modules", 1_100_000_000L, "src", 100_000_000L)));
        assertEquals(
                "Sending 1.2 GB. node_modules is 1.1 GB of it.",
                look.hint().orElseThrow().words());
        assertEquals("20,000 files, 1.2 GB", look.words());
        ContextLook small = new ContextLook.Measured(new ContextParts(new ContextSize(1, 100_000_000), Map.of()));
        assertEquals(Optional.empty(), small.hint());
    }

    @Test
    void anIgnoredNameIsIgnoredWhateverItIsCalled() throws IOException {
        for (String name : List.of("node_modules", "#odd", "!odd", "a*b[c]?", "b\\c")) {
            write("Dockerfile", "FROM a");
            write(".dockerignore", "# no line end");
            write(name + "/file", "text");
            write("aXb[c]Y", "t");
            IgnoreLine.add(folder, IgnoreLine.of(name).orElseThrow());
            ContextParts parts =
                    FolderLook.measure(folder, "Dockerfile").answer().orElseThrow();
            assertEquals(
                    java.util.Set.of("Dockerfile", ".dockerignore", "aXb[c]Y"),
                    parts.bytes().keySet(),
                    name);
            Files.delete(folder.resolve(name + "/file"));
            Files.delete(folder.resolve(name));
        }
        assertEquals(Optional.empty(), IgnoreLine.of("a\nb"));
    }
}
