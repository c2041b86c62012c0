package io.quayside.vm.driver.hyperv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quayside.testing.command.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What qemu-img, which others wrote, reads from our disks.
class VhdxTest {
    @TempDir
    Path folder;

    @Test
    void contentComesBackThroughAnotherReader() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/qemu-img")), "qemu-img isn't installed");
        byte[] content = new byte[5_000_000];
        new Random(1).nextBytes(content);
        Path disk = folder.resolve("disk.vhdx");
        Files.write(disk, Vhdx.of(content));
        Command.of("qemu-img", "check", "-q", disk.toString()).run().orFail();
        Path raw = folder.resolve("raw");
        Command.of("qemu-img", "convert", "-f", "vhdx", "-O", "raw", disk.toString(), raw.toString())
                .run()
                .orFail();
        byte[] read = Files.readAllBytes(raw);
        assertEquals(5 << 20, read.length);
        assertArrayEquals(content, Arrays.copyOf(read, content.length));
    }
}
