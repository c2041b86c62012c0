package io.quayside.engine.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.contract.EngineFixture;
import io.quayside.engine.files.FileActionException.Reason;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.FilesystemChange;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.testing.engine.EngineKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What Quayside does with files, on every kind of engine and for each kind of container.
@ParameterizedClass
@EnumSource(EngineKind.class)
@Timeout(120)
class FilesOnEachEngineTest {
    private static final String MADE = """
            mkdir -p /d/sub; cd /d; echo one > one; chown 7:8 one; chmod 0640 one; ln -s one link; ln one twin
            echo odd > "$(printf 'odd\\377')"; echo x > /www/index.html; rm /etc/group
            mkdir /theirs; chown 9:10 /theirs
            """;

    private static final List<Long> UNKNOWN = List.of(FileEntry.UNKNOWN, FileEntry.UNKNOWN);

    private final EngineKind kind;
    private FilesFixture fixture;

    @TempDir
    private Path host;

    FilesOnEachEngineTest(EngineKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() throws Exception {
        fixture = new FilesFixture(kind);
    }

    @AfterEach
    void close() throws Exception {
        if (fixture != null) {
            fixture.close();
        }
    }

    @Test
    void filesOfARunningContainer() throws Exception {
        String id = fixture.running(MADE);
        ContainerFileSystem files = fixture.files(id);
        seen(files);

        files.write(files.read("/d/link", 100), "new".getBytes(UTF_8));
        files.makeFolder("/d", "made", 5, 6);
        files.rename("/d/sub", "other");
        files.changeMode("/d/odd\uDCFF", 0600);
        files.delete(List.of("/d/made"));
        Path mine = Files.writeString(host.resolve("mine"), "up\n");
        files.upload(List.of(mine), "/d/other", 11, 22, Transfer.UNWATCHED);

        assertEquals("newnew", fixture.exec(id, "cat /d/one /d/twin"));
        assertEquals("640 7:8\n", fixture.exec(id, "stat -c '%a %u:%g' /d/one"));
        assertEquals("up\n11:22\n", fixture.exec(id, "cat /d/other/mine; stat -c %u:%g /d/other/mine"));
        assertEquals("600\n", fixture.exec(id, "stat -c %a /d/odd*"));
        assertEquals(
                Set.of("link", "odd\uDCFF", "one", "other", "twin"),
                FilesFixture.list(files, "/d").keySet());
        assertEquals(Reason.NAME_TAKEN, refusal(() -> files.rename("/d/one", "link")));
    }

    @Test
    void filesOfAStoppedContainer() throws Exception {
        String id = fixture.stopped("[ ! -e /d ] || exec sleep 1000\n" + MADE);
        ContainerFileSystem files = fixture.files(id);
        seen(files);
        FileEntry owned = files.owned(files.read("/d/one", 100));
        assertEquals(List.of(7L, 8L), List.of(owned.uid(), owned.gid()));

        files.write(files.read("/d/link", 100), "new".getBytes(UTF_8));
        files.makeFolder("/d", "made", 5, 6);
        files.changeMode("/d/sub", 01777);
        Path mine = Files.writeString(host.resolve("mine"), "up\n");
        files.upload(List.of(mine), "/d/sub", 11, 22, Transfer.UNWATCHED);
        Optional<FileEntry> theirs =
                Optional.ofNullable(FilesFixture.list(files, "/").get("theirs"));
        files.upload(List.of(mine), "/theirs", theirs, Transfer.UNWATCHED);
        files.makeFolder("/theirs", "made", theirs);

        assertEquals("new", fixture.content(id, "/d/one"));
        assertEquals("up\n", fixture.content(id, "/d/sub/mine"));
        assertEquals(01777, FilesFixture.list(files, "/d").get("sub").mode());
        fixture.engine().engine().containers().start(id);
        assertEquals("640 7:8\n5:6\n", fixture.exec(id, "stat -c '%a %u:%g' /d/one; stat -c %u:%g /d/made"));
        assertEquals("0:0 11:22\n", fixture.exec(id, "stat -c %u:%g /d/sub /d/sub/mine | xargs echo"));
        assertEquals("9:10 9:10\n", fixture.exec(id, "stat -c %u:%g /theirs/mine /theirs/made | xargs echo"));
        assertEquals(Reason.NEEDS_RUNNING, refusal(() -> files.delete(List.of("/d/one"))));
        assertEquals(Reason.NEEDS_RUNNING, refusal(() -> files.rename("/d/one", "two")));
    }

    @Test
    void filesOfAContainerWithoutShell() throws Exception {
        String id = fixture.withoutShell();
        ContainerFileSystem files = fixture.files(id);

        assertTrue(FilesFixture.list(files, "/").keySet().containsAll(Set.of("sleep", "marker")));
        files.write(files.read("/marker", 100), "changed".getBytes(UTF_8));
        files.changeMode("/marker", 0600);
        files.makeFolder("/", "made", 0, 0);
        files.upload(List.of(Files.writeString(host.resolve("mine"), "up\n")), "/made", 0, 0, Transfer.UNWATCHED);

        assertEquals("changed", fixture.content(id, "/marker"));
        assertEquals("up\n", fixture.content(id, "/made/mine"));
        assertEquals(0600, FilesFixture.list(files, "/").get("marker").mode());
        assertEquals(Reason.NEEDS_SHELL, refusal(() -> files.delete(List.of("/marker"))));
        assertEquals(Optional.of(FilesystemChange.Kind.ADDED), files.changes().at("/made"));
    }

    @Test
    void mountedFileKeepsItsPlaceOnTheEnginesMachine() throws Exception {
        Path file = fixture.fileToMount("old");
        Object place = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        ContainerSpec spec = FilesFixture.mounted(EngineFixture.shell("echo ready; sleep 1000"), file, "/app.conf");
        ContainerFileSystem running = fixture.files(fixture.engine().startReady(spec));

        running.write(running.read("/app.conf", 100), "new".getBytes(UTF_8));

        assertEquals("new", Files.readString(file));
        assertEquals(
                place, Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        if (kind != EngineKind.PODMAN) {
            // Podman takes a mounted file of a stopped container for a folder.
            ContainerFileSystem stopped = fixture.files(fixture.engine().create(spec));
            FileContent opened = stopped.read("/app.conf", 100);
            assertEquals(Reason.NEEDS_RUNNING, refusal(() -> stopped.write(opened, "no".getBytes(UTF_8))));
        }
        ContainerSpec bare = FilesFixture.mounted(fixture.specWithoutShell(), file, "/marker");
        ContainerFileSystem without = fixture.files(fixture.engine().start(bare));
        assertEquals(
                Reason.NEEDS_SHELL, refusal(() -> without.write(without.read("/marker", 100), "no".getBytes(UTF_8))));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void whatIsUploadedIntoAVolumeOfAStoppedContainerIsInTheVolume() throws Exception {
        String volume = "files-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        ContainerSpec plain = EngineFixture.shell("echo ready; sleep 1000");
        HostConfig mounted = plain.hostConfig().toBuilder()
                .storage(plain.hostConfig().storage().toBuilder()
                        .binds(List.of(volume + ":/data"))
                        .build())
                .build();
        String id = fixture.engine().create(plain.with(mounted));
        try {
            ContainerFileSystem files = fixture.files(id);
            Path mine = Files.writeString(host.resolve("mine"), "up\n");
            files.upload(List.of(mine), "/data", 11, 22, Transfer.UNWATCHED);
            files.makeFolder("/data", "made", 5, 6);
            assertTrue(FilesFixture.list(files, "/data").keySet().containsAll(Set.of("mine", "made")));
            fixture.engine().engine().containers().start(id);
            assertEquals(
                    "up\n11:22\n5:6\n",
                    fixture.exec(id, "cat /data/mine; stat -c %u:%g /data/mine; stat -c %u:%g /data/made"));
        } finally {
            fixture.engine().engine().containers().remove(id, RemoveOptions.withEverything());
            fixture.engine().engine().volumes().remove(volume, true);
        }
    }

    /// What is the same however the container is asked.
    private void seen(ContainerFileSystem files) throws Exception {
        var all = FilesFixture.list(files, "/d");
        assertEquals(Set.of("link", "odd\uDCFF", "one", "sub", "twin"), all.keySet());
        FileEntry one = all.get("one");
        assertEquals(List.of(FileKind.FILE, 4L, 0640), List.of(one.kind(), one.size(), one.mode()));
        assertEquals(one.isOwnerKnown() ? List.of(7L, 8L) : UNKNOWN, List.of(one.uid(), one.gid()));
        assertTrue(one.isOwnerKnown() || kind == EngineKind.PODMAN);
        assertEquals("one", all.get("link").target());
        assertEquals(FileKind.FOLDER, all.get("sub").kind());
        assertEquals("odd\n", new String(files.read("/d/odd\uDCFF", 100).bytes(), UTF_8));

        Downloaded got = files.download("/d", host, Transfer.UNWATCHED);
        assertEquals("one\n", Files.readString(got.path().resolve("twin")));
        assertEquals(Path.of("one"), Files.readSymbolicLink(got.path().resolve("link")));
        assertEquals("odd\n", Files.readString(got.path().resolve("odd%FF")));

        ChangeMarks marks = files.changes();
        assertEquals(Optional.of(FilesystemChange.Kind.MODIFIED), marks.at("/www/index.html"));
        assertEquals(Optional.of(FilesystemChange.Kind.ADDED), marks.at("/d"));
        assertEquals(List.of("group"), marks.deletedIn("/etc"));
    }

    private interface Act {
        void run() throws Exception;
    }

    private static Reason refusal(Act act) {
        return assertThrows(FileActionException.class, act::run).reason();
    }
}
