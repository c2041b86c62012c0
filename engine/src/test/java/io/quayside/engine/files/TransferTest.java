package io.quayside.engine.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.error.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Copies between a real engine's containers and this computer.
@Timeout(120)
class TransferTest {
    private FilesFixture fixture;

    @BeforeEach
    void open() throws Exception {
        fixture = new FilesFixture();
    }

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void folderComesWithWhatIsInIt() throws Exception {
        String id = fixture.stopped("""
                mkdir -p /data/sub; cd /data; echo one > one; chmod 0750 one; ln one second; ln -s one link; ln -s /etc out
                mkfifo pipe; echo deep > "sub/$(printf 'new\\nline')"; echo odd > "$(printf 'odd\\377')"
                """);

        Downloaded all = fixture.files(id).download("/data", folder, Transfer.UNWATCHED);

        Path data = folder.resolve("data");
        assertEquals(data, all.path());
        assertEquals("one\n", Files.readString(data.resolve("one")));
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("one"))));
        assertEquals("one\n", Files.readString(data.resolve("second")));
        assertEquals(Path.of("one"), Files.readSymbolicLink(data.resolve("link")));
        assertEquals(Path.of("/etc"), Files.readSymbolicLink(data.resolve("out")));
        assertEquals("deep\n", Files.readString(data.resolve("sub/new\nline")));
        assertEquals("odd\n", Files.readString(data.resolve("odd%FF")));
        assertEquals(List.of("data/pipe"), all.skipped());
        assertEquals(List.of("odd\uDCFF"), all.renamed());
        assertEquals(4, all.files());
        assertEquals(List.of(data), children());
    }

    @Test
    void fileOfOtherBytesComesAlone() throws Exception {
        String id = fixture.stopped("""
                mkdir /d; cd /d; echo a > a; echo odd > "$(printf 'o\\377')"; echo more > "$(printf 'o\\377x')"
                """);

        Downloaded got = fixture.files(id).download("/d/o\uDCFF", folder, Transfer.UNWATCHED);

        assertEquals(folder.resolve("o%FF"), got.path());
        assertEquals("odd\n", Files.readString(got.path()));
        assertEquals(List.of(got.path()), children());
    }

    @Test
    void takenNameGetsANumber() throws Exception {
        String id = fixture.stopped("echo x > /a.txt");
        Files.writeString(folder.resolve("a.txt"), "mine");

        Downloaded got = fixture.files(id).download("/a.txt", folder, Transfer.UNWATCHED);

        assertEquals(folder.resolve("a (2).txt"), got.path());
        assertEquals("mine", Files.readString(folder.resolve("a.txt")));
        assertEquals("x\n", Files.readString(got.path()));
    }

    @Test
    void sparseFileStaysSparse() throws Exception {
        String id = fixture.stopped("dd if=/dev/zero of=/sparse bs=1 count=1 seek=100000000 2>/dev/null");

        Path file = fixture.files(id)
                .download("/sparse", folder, Transfer.UNWATCHED)
                .path();

        assertEquals(100_000_001, Files.size(file));
        Process du = new ProcessBuilder("du", "-k", file.toString()).start();
        String kilobytes = new String(du.getInputStream().readAllBytes(), "UTF-8").split("\\s")[0];
        assertTrue(Integer.parseInt(kilobytes) < 1000, kilobytes);
    }

    @Test
    void cancelledDownloadLeavesNothing() throws Exception {
        String id = fixture.stopped("dd if=/dev/urandom of=/big bs=1M count=50 2>/dev/null");
        AutoCloseable[] stream = new AutoCloseable[1];
        Transfer transfer = new Transfer() {
            @Override
            public void moved(long bytes) {
                try {
                    stream[0].close();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void opened(AutoCloseable opened) {
                stream[0] = opened;
            }
        };

        assertThrows(IOException.class, () -> fixture.files(id).download("/big", folder, transfer));
        assertEquals(List.of(), children());
    }

    @Test
    void whatIsUploadedArrives() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("a file"), "one\n");
        Files.createSymbolicLink(source.resolve("link"), Path.of("a file"));
        Files.writeString(
                Files.createDirectories(source.resolve("x".repeat(120))).resolve("ü".repeat(60)), "deep\n");
        Files.setPosixFilePermissions(source.resolve("a file"), PosixFilePermissions.fromString("rwx------"));
        String id = fixture.running("mkdir /in");
        String stopped = fixture.stopped("mkdir /in");

        fixture.files(id).upload(List.of(source), "/in", 11, 22, Transfer.UNWATCHED);
        fixture.files(stopped).upload(List.of(source.resolve("a file")), "/in", 0, 0, Transfer.UNWATCHED);

        assertEquals("one\n", fixture.exec(id, "cat '/in/source/link'"));
        assertEquals("700 11:22\n", fixture.exec(id, "stat -c '%a %u:%g' '/in/source/a file'"));
        assertEquals("deep\n", fixture.exec(id, "cat /in/source/xxx*/*"));
        assertEquals("one\n", fixture.content(stopped, "/in/a file"));
        assertEquals(9, ContainerFileSystem.sizeOf(List.of(source)));
    }

    @Test
    void refusedUploadIsTheEnginesRefusal() throws Exception {
        Files.write(folder.resolve("big"), new byte[5_000_000]);
        String id = fixture.stopped("true");

        assertThrows(
                RefusedException.class,
                () -> fixture.files(id).upload(List.of(folder.resolve("big")), "/none", 0, 0, Transfer.UNWATCHED));
    }

    @Test
    void unreadableSourceIsTheFilesFailure() throws Exception {
        String id = fixture.stopped("true");

        assertThrows(
                IOException.class,
                () -> fixture.files(id).upload(List.of(folder.resolve("none")), "/", 0, 0, Transfer.UNWATCHED));
        assertFalse(Files.exists(folder.resolve("none"), LinkOption.NOFOLLOW_LINKS));
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }
}
