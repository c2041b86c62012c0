package io.quayside.engine.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void contentIsReplacedAndOnlyTheUserMayReadIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "a much longer old content");
        AtomicFile.write(file, "new ü");
        assertEquals("new ü", Files.readString(file));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        assertEquals(List.of("a"), names());
    }

    @Test
    void whatCannotBeReplacedStaysAndNothingIsLeft() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("a/full")).getParent();
        assertThrows(IOException.class, () -> AtomicFile.write(inTheWay, "new"));
        assertEquals(List.of("a"), names());
    }

    @Test
    void missingFolderIsAFailure() {
        assertThrows(NoSuchFileException.class, () -> AtomicFile.write(folder.resolve("none/a"), "new"));
    }

    @Test
    void readerNeverFindsAPart() throws Exception {
        Path file = folder.resolve("a");
        String old = "o".repeat(100_000);
        String fresh = "n".repeat(200_000);
        AtomicFile.write(file, old);
        FutureTask<Void> writer = new FutureTask<>(() -> {
            for (int i = 0; i < 50; i++) {
                AtomicFile.write(file, i % 2 == 0 ? fresh : old);
            }
            return null;
        });
        Thread.ofVirtual().name("writer").start(writer);
        while (!writer.isDone()) {
            assertEquals(true, Set.of(old, fresh).contains(Files.readString(file)));
        }
        writer.get();
    }
}
