package io.quayside.vm.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quayside.testing.command.Command;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSizeTest {
    @TempDir
    Path folder;

    @Test
    void rawDiskIsAsLargeAsItsFile() throws Exception {
        Path disk = folder.resolve("disk.img");
        Files.write(disk, new byte[5000]);
        assertEquals(5000, DiskSize.of(disk));
        assertEquals(3, DiskSize.of(Files.writeString(folder.resolve("short"), "vhd")));
    }

    /// A writer that isn't ours puts the parts of the file where it likes.
    @Test
    void vhdxSaysHowLargeItsDiskIs() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/qemu-img")), "qemu-img isn't installed");
        Path disk = vhdx();
        assertEquals(20L << 30, DiskSize.of(disk));
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.seek(192 << 10);
            file.writeInt(0);
        }
        assertEquals(20L << 30, DiskSize.of(disk), "by the second copy of the table");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(256 << 10);
        }
        assertThrows(IOException.class, () -> DiskSize.of(disk));
    }

    private Path vhdx() {
        Path disk = folder.resolve("disk.vhdx");
        Command.of("qemu-img", "create", "-q", "-f", "vhdx", "-o", "subformat=dynamic", disk.toString(), "20G")
                .run()
                .orFail();
        return disk;
    }
}
