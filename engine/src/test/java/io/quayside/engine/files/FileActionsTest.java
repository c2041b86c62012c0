package io.quayside.engine.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.files.FileActionException.Reason;
import io.quayside.engine.model.FilesystemChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Changes to files of containers on a real engine, and what `docker` sees afterwards.
@Timeout(120)
class FileActionsTest {
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
    void fileIsReadUpToTheLimit() throws Exception {
        ContainerFileSystem files =
                fixture.files(fixture.stopped("printf 0123456789 > /ten; ln -s ten /link; mkdir /d"));

        FileContent all = files.read("/ten", 10);
        assertArrayEquals("0123456789".getBytes(UTF_8), all.bytes());
        assertTrue(all.whole());
        FileContent some = files.read("/link", 4);
        assertEquals("0123", new String(some.bytes(), UTF_8));
        assertFalse(some.whole());
        assertEquals("/ten", some.path());
        assertEquals(Reason.WRONG_KIND, refusal(() -> files.read("/d", 10)));
    }

    @Test
    void fileOfAnyBytesIsReadAndWritten() throws Exception {
        String id = fixture.running("mkdir /odd; printf old > \"$(printf '/odd/a\\377\\nb')\"");
        ContainerFileSystem files = fixture.files(id);
        String path =
                "/odd/" + FilesFixture.list(files, "/odd").keySet().iterator().next();

        FileContent opened = files.read(path, 100);
        files.write(opened, "new words".getBytes(UTF_8));

        assertEquals("old", new String(opened.bytes(), UTF_8));
        assertEquals("new words", fixture.exec(id, "cat \"$(printf '/odd/a\\377\\nb')\""));
        assertEquals(1, FilesFixture.list(files, "/odd").size());
    }

    @Test
    void writtenFileKeepsOwnerAndRights() throws Exception {
        String id = fixture.stopped("printf old > /file; chown 7:8 /file; chmod 0640 /file");
        ContainerFileSystem files = fixture.files(id);

        files.write(files.read("/file", 100), "new".getBytes(UTF_8));

        assertEquals("new", fixture.content(id, "/file"));
        FileEntry entry = FilesFixture.list(files, "/").get("file");
        assertEquals(List.of(7L, 8L, 0640L), List.of(entry.uid(), entry.gid(), (long) entry.mode()));
    }

    @Test
    void fileThatChangedMeanwhileIsNotOverwritten() throws Exception {
        String id = fixture.running("printf old > /file");
        ContainerFileSystem files = fixture.files(id);
        FileContent opened = files.read("/file", 100);
        fixture.exec(id, "printf oth > /file");

        assertEquals(Reason.CHANGED_MEANWHILE, refusal(() -> files.write(opened, "mine".getBytes(UTF_8))));
        assertEquals("oth", fixture.exec(id, "cat /file"));
        files.overwrite(opened, "mine".getBytes(UTF_8));
        assertEquals("mine", fixture.exec(id, "cat /file"));
    }

    @Test
    void mountedFileIsWrittenInPlace() throws Exception {
        String id = fixture.running("true");
        ContainerFileSystem files = fixture.files(id);
        String before = fixture.exec(id, "stat -c %i /etc/hosts");

        files.write(files.read("/etc/hosts", 10_000), "127.0.0.1 here\n".getBytes(UTF_8));

        assertEquals("127.0.0.1 here\n", fixture.exec(id, "cat /etc/hosts"));
        assertEquals(before, fixture.exec(id, "stat -c %i /etc/hosts"));
    }

    @Test
    void runningContainerIsChangedByItsShell() throws Exception {
        String id = fixture.running(
                "mkdir /d; cd /d; echo 1 > one; echo 2 > \"$(printf 't\\nwo')\"; echo 3 > three; mkdir -p full/of");
        ContainerFileSystem files = fixture.files(id);

        files.rename("/d/one", "eins \"1\" $(x)");
        files.delete(List.of("/d/t\nwo", "/d/full"));
        files.changeMode("/d/three", 04711);
        files.makeFolder("/d", "new folder", 5, 6);

        assertEquals(
                Set.of("eins \"1\" $(x)", "three", "new folder"),
                FilesFixture.list(files, "/d").keySet());
        assertEquals("1\n", fixture.exec(id, "cat '/d/eins \"1\" $(x)'"));
        assertEquals(
                "4711 5:6\n", fixture.exec(id, "stat -c %a /d/three | tr '\\n' ' '; stat -c %u:%g '/d/new folder'"));
    }

    @Test
    void takenNamesAreKept() throws Exception {
        String id = fixture.running("echo a > /a; echo b > /b; ln -s none /dangling");
        ContainerFileSystem files = fixture.files(id);

        assertEquals(Reason.NAME_TAKEN, refusal(() -> files.rename("/a", "b")));
        assertEquals(Reason.NAME_TAKEN, refusal(() -> files.rename("/a", "dangling")));
        assertEquals(Reason.NAME_TAKEN, refusal(() -> files.makeFolder("/", "a", 0, 0)));
        assertEquals(Reason.WRONG_KIND, refusal(() -> files.makeFolder("/", "..", 0, 0)));
        assertEquals("a\nb\n", fixture.exec(id, "cat /a /b"));
    }

    @Test
    void stoppedContainerIsChangedWhereTheEngineCan() throws Exception {
        String id = fixture.stopped("mkdir /d; chown 3:4 /d; echo 1 > /d/one; echo 2 > /file");
        ContainerFileSystem files = fixture.files(id);

        files.changeMode("/d", 01777);
        files.changeMode("/file", 0600);
        files.makeFolder("/", "new", 9, 9);

        assertEquals("1\n", fixture.content(id, "/d/one"));
        assertEquals("2\n", fixture.content(id, "/file"));
        var all = FilesFixture.list(files, "/");
        assertEquals(01777, all.get("d").mode());
        assertEquals(3, all.get("d").uid());
        assertEquals(0600, all.get("file").mode());
        assertEquals(FileKind.FOLDER, all.get("new").kind());
        assertEquals(Reason.NEEDS_RUNNING, refusal(() -> files.delete(List.of("/file"))));
        assertEquals(Reason.NEEDS_RUNNING, refusal(() -> files.rename("/file", "other")));
    }

    @Test
    void containerWithoutShellSaysWhatItLacks() throws Exception {
        String id = fixture.withoutShell();
        ContainerFileSystem files = fixture.files(id);

        files.write(files.read("/marker", 100), "changed".getBytes(UTF_8));

        assertEquals("changed", fixture.content(id, "/marker"));
        assertEquals(Reason.NEEDS_SHELL, refusal(() -> files.delete(List.of("/marker"))));
        assertEquals("changed", fixture.content(id, "/marker"));
    }

    @Test
    void failureOfAProgramIsTold() throws Exception {
        String id = fixture.running("true");
        FileActionException e =
                assertThrows(FileActionException.class, () -> fixture.files(id).changeMode("/none", 0600));

        assertEquals(Reason.REFUSED, e.reason());
        assertTrue(e.words().orElse("").contains("No such file"), e::toString);
    }

    @Test
    void changesAreMarkedWithoutFoldersInBetweenAndMounts() throws Exception {
        String id = fixture.stopped("echo x > /www/index.html; rm /etc/group; mkdir -p /a/b; echo 1 > /a/b/c");
        ChangeMarks marks = fixture.files(id).changes();

        assertEquals(Optional.of(FilesystemChange.Kind.MODIFIED), marks.at("/www/index.html"));
        assertEquals(Optional.empty(), marks.at("/www"));
        assertEquals(1, marks.inside("/www"));
        assertEquals(Optional.of(FilesystemChange.Kind.ADDED), marks.at("/a"));
        assertEquals(1, marks.inside("/a"));
        assertEquals(List.of("group"), marks.deletedIn("/etc"));
        assertEquals(
                Set.of("/www/index.html", "/etc/group", "/a/b/c"),
                Set.copyOf(marks.all().stream().map(FilesystemChange::path).toList()));
    }

    @Test
    void ownersHaveTheNamesOfTheContainer() throws Exception {
        Accounts accounts = Accounts.of(fixture.files(fixture.stopped("true")));

        assertEquals("nobody", accounts.user(65534));
        assertEquals("nogroup", accounts.group(65534));
        assertEquals("77", accounts.user(77));
        assertEquals("0", Accounts.of(fixture.files(fixture.withoutShell())).user(0));
    }

    private interface Act {
        void run() throws Exception;
    }

    private static Reason refusal(Act act) {
        return assertThrows(FileActionException.class, act::run).reason();
    }
}
