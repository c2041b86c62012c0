package io.quayside.engine.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.error.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Folders of containers on a real engine, listed by both ways.
@Timeout(120)
class FolderListingTest {
    private static final String EVERYTHING = """
            mkdir -p /data/folder/deep; cd /data
            printf abc > plain; chown 12:34 plain; chmod 4751 plain; touch -d @1700000000 plain
            ln plain second; ln -s ../etc/passwd link; mkfifo pipe; mknod device c 1 3
            printf x > "$(printf 'line\\nbreak')"; printf x > "$(printf 'bad\\377bytes')"; printf x > 'ünï→ 😀'
            printf x > '-n'; printf x > '  spaces  '; printf x > "'q\\"\\\\"; printf x > ".hidden"
            printf x > "$(printf 'ends\\n\\n_')"; echo deep > folder/deep/file
            dd if=/dev/zero of=sparse bs=1 count=1 seek=10000000 2>/dev/null
            """;

    private FilesFixture fixture;

    @BeforeEach
    void open() throws Exception {
        fixture = new FilesFixture();
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void bothWaysSeeTheSame() throws Exception {
        String id = fixture.running(EVERYTHING);
        Map<String, FileEntry> byProgram = FilesFixture.list(fixture.files(id), "/data");
        ContainerFileSystem asIfStopped = new ContainerFileSystem(
                fixture.engine().engine(), id, false, MountMarks.none(), InstantSource.system());

        assertEquals(byProgram, FilesFixture.list(asIfStopped, "/data"));
        assertEquals(
                Set.of(
                        "plain",
                        "second",
                        "link",
                        "pipe",
                        "device",
                        "folder",
                        "sparse",
                        "line\nbreak",
                        "bad\uDCFFbytes",
                        "ünï→ 😀",
                        "-n",
                        "  spaces  ",
                        "'q\"\\",
                        ".hidden",
                        "ends\n\n_"),
                byProgram.keySet());
        assertEquals(
                new FileEntry("plain", FileKind.FILE, 3, 04751, 12, 34, 1_700_000_000, ""), byProgram.get("plain"));
        assertEquals(3, byProgram.get("second").size());
        assertEquals("../etc/passwd", byProgram.get("link").target());
        assertEquals(FileKind.LINK, byProgram.get("link").kind());
        assertEquals(FileKind.PIPE, byProgram.get("pipe").kind());
        assertEquals(FileKind.DEVICE, byProgram.get("device").kind());
        assertEquals(FileKind.FOLDER, byProgram.get("folder").kind());
        assertEquals(10_000_001, byProgram.get("sparse").size());
    }

    @Test
    void stoppedContainerIsListed() throws Exception {
        String id = fixture.stopped(EVERYTHING);

        assertEquals(15, FilesFixture.list(fixture.files(id), "/data").size());
        assertEquals(
                Set.of("deep"),
                FilesFixture.list(fixture.files(id), "/data/folder").keySet());
        assertTrue(FilesFixture.list(fixture.files(id), "/").keySet().containsAll(Set.of("bin", "data", "etc")));
    }

    @Test
    void containerWithoutShellIsListed() throws Exception {
        ContainerFileSystem files = fixture.files(fixture.withoutShell());

        assertTrue(FilesFixture.list(files, "/").keySet().containsAll(Set.of("sleep", "marker", "proc")));
    }

    @Test
    void runningContainerShowsWhatOnlyItSees() throws Exception {
        String id = fixture.running("true");

        assertTrue(FilesFixture.list(fixture.files(id), "/proc/1").containsKey("cmdline"));
        assertEquals(
                "Linux", new String(fixture.files(id).read("/proc/version", 5).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void linkToFolderIsListedAsTheFolder() throws Exception {
        String id = fixture.running("ln -s /www /web");

        assertEquals(
                Set.of("index.html"),
                FilesFixture.list(fixture.files(id), "/web").keySet());
        assertEquals(
                Set.of("index.html"),
                FilesFixture.list(
                                new ContainerFileSystem(
                                        fixture.engine().engine(),
                                        id,
                                        false,
                                        MountMarks.none(),
                                        InstantSource.system()),
                                "/web")
                        .keySet());
    }

    @Test
    void whatIsNoFolderIsSaid() throws Exception {
        String running = fixture.running("true");
        String stopped = fixture.stopped("true");

        assertThrows(FileActionException.class, () -> FilesFixture.list(fixture.files(running), "/etc/passwd"));
        assertThrows(NotFoundException.class, () -> FilesFixture.list(fixture.files(stopped), "/none"));
    }

    @Test
    void manyEntriesComeInPieces() throws Exception {
        String id = fixture.running("mkdir /many; cd /many; seq 1 20000 | xargs touch");
        List<Integer> pieces = new ArrayList<>();

        fixture.files(id).list("/many", some -> pieces.add(some.size()));

        assertEquals(20_000, pieces.stream().mapToInt(Integer::intValue).sum());
        assertTrue(pieces.getFirst() <= 200 && pieces.size() > 4, pieces::toString);
    }

    /// Together they are longer than what one program may be given.
    @Test
    void manyLongNamesAreAllListed() throws Exception {
        String id =
                fixture.running("mkdir /long; cd /long; seq 1 15000 | sed \"s/^/$(printf '%0180d' 0)/\" | xargs touch");
        List<FileEntry> all = new ArrayList<>();

        fixture.files(id).list("/long", all::addAll);

        assertEquals(15_000, all.stream().map(FileEntry::name).distinct().count());
    }
}
