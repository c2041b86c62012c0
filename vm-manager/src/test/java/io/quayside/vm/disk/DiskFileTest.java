package io.quayside.vm.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.vm.error.VmException;
import io.quayside.vm.store.PrivateFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileTest {
    private static final long SIZE = 64L << 20;
    private static final byte[] DATA = new byte[300_000];

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path elsewhere = Path.of("");
    private Path place = Path.of("");

    @BeforeEach
    void makeDisk() throws IOException {
        new Random(3).nextBytes(DATA);
        home = Files.createDirectory(folder.resolve("home"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        place = home.resolve("data.raw");
        PrivateFiles.createSparse(place, SIZE);
        write(place, 20L << 20);
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        for (Path each : List.of(home, elsewhere)) {
            try (Stream<Path> files = Files.list(each)) {
                assertEquals(
                        List.of(),
                        files.filter(file -> file.getFileName().toString().startsWith("."))
                                .toList());
            }
        }
    }

    private static void write(Path file, long at) throws IOException {
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            disk.seek(at);
            disk.write(DATA);
        }
    }

    private static void check(Path file) throws IOException {
        assertEquals(SIZE, Files.size(file));
        byte[] read = new byte[DATA.length];
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "r")) {
            disk.seek(20L << 20);
            disk.readFully(read);
        }
        org.junit.jupiter.api.Assertions.assertArrayEquals(DATA, read);
    }

    @Test
    void movesAwayAndBack() throws Exception {
        DiskFile disk = new DiskFile(place);
        Path moved = disk.moveTo(elsewhere, "vm.raw", DiskProgress.none());
        assertEquals(elsewhere.toRealPath().resolve("vm.raw"), moved);
        assertTrue(Files.isSymbolicLink(place));
        check(place);
        assertEquals(moved, disk.file());

        Path third = Files.createDirectory(folder.resolve("third"));
        disk.moveTo(third, "vm.raw", DiskProgress.none());
        assertFalse(Files.exists(moved));
        check(place);

        disk.moveTo(home, "vm.raw", DiskProgress.none());
        assertTrue(Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS));
        assertFalse(Files.exists(third.resolve("vm.raw")));
        check(place);
    }

    @Test
    void anotherFileSystemGetsACopyWithItsHoles() throws Exception {
        Path memory = Path.of("/dev/shm");
        Assumptions.assumeTrue(Files.isWritable(memory), "needs a second file system");
        Path there = Files.createTempDirectory(memory, "qsdisk");
        try {
            Assumptions.assumeFalse(
                    Files.getFileStore(there).equals(Files.getFileStore(place)), "needs a second file system");
            Path moved = new DiskFile(place).moveTo(there, "vm.raw", DiskProgress.none());
            check(place);
            assertTrue(SparseFile.allocated(moved) < 2 << 20, () -> "it has lost its holes");
            new DiskFile(place).moveTo(home, "", DiskProgress.none());
            check(place);
            assertFalse(Files.exists(moved));
        } finally {
            PrivateFiles.deleteTree(there);
        }
    }

    @Test
    void fileOfThatNameIsNeverWrittenOver() throws Exception {
        Path other = Files.writeString(elsewhere.resolve("vm.raw"), "somebody's");
        assertThrows(VmException.class, () -> new DiskFile(place).moveTo(elsewhere, "vm.raw", DiskProgress.none()));
        assertEquals("somebody's", Files.readString(other));
        check(place);
    }

    @Test
    void folderThatIsMissingChangesNothing() throws Exception {
        assertThrows(
                VmException.class,
                () -> new DiskFile(place).moveTo(folder.resolve("no"), "vm.raw", DiskProgress.none()));
        check(place);
    }

    @Test
    void cancelledCopyLeavesTheDiskAsItWas() throws Exception {
        assertThrows(
                InterruptedException.class,
                () -> new DiskFile(place)
                        .compact((done, total) -> Thread.currentThread().interrupt()));
        assertFalse(Thread.interrupted());
        check(place);
    }

    @Test
    void zerosBecomeHoles() throws Exception {
        try (RandomAccessFile disk = new RandomAccessFile(place.toFile(), "rw")) {
            disk.seek(40L << 20);
            disk.write(new byte[10 << 20]);
        }
        long before = SparseFile.allocated(place);
        new DiskFile(place).compact(DiskProgress.none());
        long after = SparseFile.allocated(place);
        assertTrue(before - after >= 9 << 20, () -> before + " -> " + after);
        check(place);
        assertEquals("rw-------", permissions(place));
    }

    private static String permissions(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void deletingAMovedDiskDeletesItWhereItIs() throws Exception {
        DiskFile disk = new DiskFile(place);
        Path moved = disk.moveTo(elsewhere, "vm.raw", DiskProgress.none());
        disk.delete();
        assertFalse(Files.exists(moved));
        Files.delete(place);
    }
}
