package io.quayside.desktop.ui.compose.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a save leaves as it was.
class DiskFileTest {
    @TempDir
    Path folder;

    private static DiskFile read(Path path) {
        return assertInstanceOf(DiskFile.Look.There.class, DiskFile.look(path)).file();
    }

    private static boolean save(DiskFile file, String text) throws Exception {
        return file.with(text).write(file, false);
    }

    @Test
    void rightsLineEndsAndLinksStay() throws Exception {
        Path real = folder.resolve("real.yaml");
        Files.writeString(real, "a: 1\r\nb: 2\r\n");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-x---"));
        Path link = Files.createSymbolicLink(folder.resolve("compose.yaml"), real);
        DiskFile file = read(link);
        assertEquals("a: 1\nb: 2\n", file.text());

        assertTrue(save(file, "a: 1\nb: 3\n"));

        assertEquals("a: 1\r\nb: 3\r\n", Files.readString(real));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("rw-r-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
        try (var all = Files.list(folder)) {
            assertEquals(
                    List.of("compose.yaml", "real.yaml"),
                    all.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void ownerAndOtherNamesStay() throws Exception {
        Path file = Files.writeString(folder.resolve("compose.yaml"), "a\n");
        Path other = Files.createLink(folder.resolve("other.yaml"), file);
        boolean root = Files.getOwner(file).getName().equals("root");
        if (root) {
            Files.setAttribute(file, "unix:uid", 4321);
        }

        assertTrue(save(read(file), "b\n"));

        assertEquals("b\n", Files.readString(other));
        Files.delete(other);
        assertTrue(save(read(file), "c\n"));
        assertEquals("c\n", Files.readString(file));
        assertEquals(root ? 4321 : Files.getAttribute(folder, "unix:uid"), Files.getAttribute(file, "unix:uid"));
    }

    @Test
    void whatSomebodyElseWroteIsNotReplaced() throws Exception {
        Path path = Files.writeString(folder.resolve("compose.yaml"), "a\n");
        DiskFile file = read(path);
        Files.writeString(path, "theirs\n");

        assertFalse(save(file, "mine\n"));
        assertEquals("theirs\n", Files.readString(path));

        Files.delete(path);
        assertFalse(save(file, "mine\n"));
        assertTrue(file.with("mine\n").write(file, true));
        assertEquals("mine\n", Files.readString(path));
    }

    @Test
    void whatIsNoTextIsNotRead() throws Exception {
        Path path = folder.resolve("compose.yaml");
        assertInstanceOf(DiskFile.Look.Gone.class, DiskFile.look(path));
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertInstanceOf(DiskFile.Look.Unreadable.class, DiskFile.look(path));
        assertInstanceOf(DiskFile.Look.Unreadable.class, DiskFile.look(folder));
    }
}
