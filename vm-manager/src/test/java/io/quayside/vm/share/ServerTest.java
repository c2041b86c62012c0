package io.quayside.vm.share;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.vm.share.TestClient.Open;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server on a real folder, spoken to as a guest does.
@Timeout(60)
class ServerTest {
    @TempDir
    Path temporary;

    private Path root;
    private Path outside;
    private SharedFolder folder;
    private final Replay replay = new Replay();
    private TestClient client;

    @BeforeEach
    void serve() throws Exception {
        root = Files.createDirectory(temporary.resolve("shared"));
        outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        folder = new SharedFolder(new NioTree(root), new Ownership(temporary.resolve("owners")), false);
        client = new TestClient(folder, replay, 0);
    }

    @AfterEach
    void end() throws Exception {
        client.close();
        folder.close();
    }

    private static int refusal(Executable request) {
        return assertThrows(TestClient.RefusedBy.class, request).errno;
    }

    @Test
    void whatTheGuestWritesIsOnTheHostAndBack() throws Exception {
        Open file = client.create("", "hello", 0644);
        assertEquals(5, client.write(file, 0, "hello".getBytes(StandardCharsets.UTF_8)));
        assertEquals("hello", Files.readString(root.resolve("hello")));
        Files.writeString(root.resolve("hello"), "from the host");
        assertEquals("from the host", client.text("hello"));
        assertArrayEquals(new byte[0], client.read(file, 1000, 10));
    }

    @Test
    void largeFileGoesThroughWhole() throws Exception {
        byte[] data = new byte[3_000_000];
        new Random(7).nextBytes(data);
        Files.write(root.resolve("big"), data);
        Open file = client.open("big", 0);
        ByteBuffer all = ByteBuffer.allocate(data.length);
        while (all.hasRemaining()) {
            all.put(client.read(file, all.position(), Integer.MAX_VALUE));
        }
        assertArrayEquals(data, all.array());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", "../outside", "/etc"})
    void nameThatIsNoneIsRefusedEverywhere(String name) throws Exception {
        assertEquals(Errno.EINVAL, refusal(() -> client.lookup(TestClient.ROOT, name)));
        assertEquals(Errno.EINVAL, refusal(() -> client.create("", name, 0644)));
        assertEquals(Errno.EINVAL, refusal(() -> client.makeFolder("", name)));
        assertEquals(Errno.EINVAL, refusal(() -> client.link("", name, "x")));
        assertEquals(Errno.EINVAL, refusal(() -> client.delete("", name)));
        assertEquals(Errno.EINVAL, refusal(() -> client.deleteFolder("", name)));
        assertEquals(Errno.EINVAL, refusal(() -> client.makeNode("", name, 0100644)));
        Files.writeString(root.resolve("x"), "");
        assertEquals(Errno.EINVAL, refusal(() -> client.rename("", "x", "", name)));
        assertEquals(Errno.EINVAL, refusal(() -> client.rename("", name, "", "x", 0)));
        assertEquals(Errno.EINVAL, refusal(() -> client.hardLink("x", "", name)));
    }

    @Test
    void linkThatLeadsOutIsNeverFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        assertEquals("120777 0 0", client.attributes("out").substring(0, 10));
        long out = client.walk("out");
        assertEquals(Errno.ENOTDIR, refusal(() -> client.lookup(out, "secret")));
        assertEquals(Errno.ELOOP, refusal(() -> client.open("file", 0)));
        assertEquals(Errno.ELOOP, refusal(() -> client.open("file", 2)));
        assertEquals(Errno.ENOTDIR, refusal(() -> client.makeFolder("out", "made")));
        assertEquals(Errno.ENOTDIR, refusal(() -> client.link("out", "made", "x")));
        assertThrows(TestClient.RefusedBy.class, () -> client.create("out", "made", 0644));
        assertThrows(TestClient.RefusedBy.class, () -> client.delete("out", "secret"));
        assertThrows(TestClient.RefusedBy.class, () -> client.rename("out", "secret", "", "mine"));
        assertThrows(TestClient.RefusedBy.class, () -> client.list("out", 1000));
        assertThrows(TestClient.RefusedBy.class, () -> client.listWithAttributes("out", 1000));
        assertEquals(Errno.EPERM, refusal(() -> client.hardLink("file", "", "hard")));
        client.setAttributes("out", TestClient.MODE | TestClient.UID | TestClient.MODIFIED, 0700, 5, -1, 0);
        assertEquals(Set.of("secret"), names(outside));
        assertEquals("secret", Files.readString(outside.resolve("secret")));
    }

    private static Set<String> names(Path folder) throws Exception {
        Set<String> names = new HashSet<>();
        try (var entries = Files.list(folder)) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        }
        return names;
    }

    /// Another program of the host swaps a folder for a link to elsewhere, over and over, while a guest
    /// opens and makes files.
    @Test
    void folderThatIsSwappedForALinkLeadsNobodyOut() throws Exception {
        Files.createDirectory(root.resolve("dir"));
        Files.writeString(root.resolve("dir/secret"), "harmless");
        Files.createSymbolicLink(root.resolve("link"), outside);
        long parent = client.walk("dir");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger times = new AtomicInteger();
        FutureTask<Boolean> swapping = new FutureTask<>(() -> {
            while (!over.get()) {
                Files.move(root.resolve("dir"), root.resolve("aside"));
                Files.move(root.resolve("link"), root.resolve("dir"));
                Files.move(root.resolve("dir"), root.resolve("link"));
                Files.move(root.resolve("aside"), root.resolve("dir"));
                times.incrementAndGet();
            }
            return true;
        });
        Thread.ofPlatform().name("swap").start(swapping);
        int opened = 0;
        for (int i = 0; i < 3000 || times.get() < 100 || opened == 0; i++) {
            try {
                Open file = client.open(client.lookup(parent, "secret").node(), 0);
                assertEquals("harmless", client.text(file));
                client.release(file);
                opened++;
            } catch (TestClient.RefusedBy e) {
                // It was the link just then.
            }
            try {
                client.release(client.create(parent, "made" + i % 3, 0644));
            } catch (TestClient.RefusedBy e) {
                // It was the link just then, or the file is there.
            }
        }
        over.set(true);
        assertEquals(true, swapping.get());
        assertEquals(Set.of("secret"), names(outside));
    }

    @Test
    void filesBelongToTheGuestsRootAndTheOwnersRightsAreEverybodys() throws Exception {
        Files.writeString(root.resolve("script"), "x");
        Files.setPosixFilePermissions(root.resolve("script"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createDirectory(
                root.resolve("dir"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertEquals("100777 0 0 1 1", client.attributes("script"));
        assertEquals("40777 0 0", client.attributes("dir").substring(0, 9));
    }

    @Test
    void ownersAndRightsThatTheGuestGaveAreKeptOverARestart() throws Exception {
        client.makeFolder("", "data");
        client.setAttributes("data", TestClient.MODE | TestClient.UID | TestClient.GID, 0700, 999, 998, 0);
        client.create("data", "private", 0600);
        client.create("data", "ordinary", 0644);
        client.rename("", "data", "", "moved");
        client.close();
        folder.close();
        folder = new SharedFolder(new NioTree(root), new Ownership(temporary.resolve("owners")), false);
        client = new TestClient(folder, replay, 999);
        assertEquals("40700 999 998", client.attributes("moved").substring(0, 13));
        assertEquals("100600 0 0 0 1", client.attributes("moved/private"));
        assertEquals("100666 0 0 0 1", client.attributes("moved/ordinary"));
        client.create("moved", "mine", 0600);
        assertEquals("100600 999 999 0 1", client.attributes("moved/mine"));
        client.delete("moved", "mine");
        Files.writeString(root.resolve("moved/mine"), "");
        assertEquals("100666 0 0 0 1", client.attributes("moved/mine"));
    }

    @Test
    void rightsReachTheHostButItsUserCanAlwaysReadAndWrite() throws Exception {
        client.create("", "key", 0644);
        client.setAttributes("key", TestClient.MODE, 0400, -1, -1, 0);
        assertEquals("100400 0 0 0 1", client.attributes("key"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("key"))));
        client.setAttributes("key", TestClient.MODE, 04755, -1, -1, 0);
        assertEquals("104755 0 0 0 1", client.attributes("key"));
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("key"))));
    }

    @Test
    void folderThatIsOnlyToBeReadIsNotChanged() throws Exception {
        Files.writeString(root.resolve("file"), "x");
        try (TestClient reader = new TestClient(
                new SharedFolder(new NioTree(root), new Ownership(temporary.resolve("other")), true), replay, 0)) {
            assertEquals("x", reader.text("file"));
            assertEquals(Errno.EROFS, refusal(() -> reader.open("file", TestClient.WRITE_ONLY)));
            assertEquals(Errno.EROFS, refusal(() -> reader.create("", "new", 0644)));
            assertEquals(Errno.EROFS, refusal(() -> reader.setAttributes("file", TestClient.MODE, 0700, -1, -1, 0)));
            assertEquals(Errno.EROFS, refusal(() -> reader.setAttributes("file", TestClient.SIZE, 0, -1, -1, 0)));
            assertEquals(Errno.EROFS, refusal(() -> reader.delete("", "file")));
            assertEquals(Errno.EROFS, refusal(() -> reader.rename("", "file", "", "moved")));
            assertEquals(Errno.EROFS, refusal(() -> reader.makeFolder("", "new")));
        }
        assertEquals(Set.of("file"), names(root));
    }

    @Test
    void openFileThatLosesItsNameGoesOn() throws Exception {
        Open file = client.create("", "temp", 0644);
        long byName = client.walk("temp");
        client.write(file, 0, new byte[10]);
        client.delete("", "temp");
        client.write(file, 10, new byte[10]);
        assertEquals(20, client.read(file, 0, 100).length);
        assertEquals("100666 0 0 20 0", client.attributes(byName).toString());
        client.resize(file, 5);
        assertEquals(5, client.read(file, 0, 100).length);
        client.release(file);
        assertEquals(Errno.ESTALE, refusal(() -> client.attributes(byName)));
        assertEquals(Set.of(), names(root));
    }

    @Test
    void renameReplacesAndOpenFilesFollow() throws Exception {
        client.makeFolder("", "a");
        Open file = client.create("a", "new", 0644);
        client.write(file, 0, "new".getBytes(StandardCharsets.UTF_8));
        client.create("", "old", 0644);
        long inFolder = client.walk("a/new");
        client.rename("", "a", "", "b");
        assertEquals("100666 0 0 3 1", client.attributes(inFolder).toString());
        client.rename("b", "new", "", "old");
        assertEquals("new", Files.readString(root.resolve("old")));
        assertEquals(Errno.ENOENT, refusal(() -> client.walk("b/new")));
        assertEquals("100666 0 0 3 1", client.attributes(inFolder).toString());
        assertEquals(Errno.EINVAL, refusal(() -> client.rename("", "b", "b", "c")));
    }

    @Test
    void foldersAreListedInPiecesWithoutLosingNames() throws Exception {
        Set<String> expected = new HashSet<>(Set.of(".", ".."));
        for (int i = 0; i < 300; i++) {
            Files.createFile(root.resolve("file-" + i));
            expected.add("file-" + i);
        }
        List<String> found = client.list("", 512);
        assertEquals(302, found.size());
        assertEquals(expected, new HashSet<>(found));
        List<TestClient.Entry> entries = client.listWithAttributes("", 1024);
        assertEquals(302, entries.size());
        assertEquals(expected, entries.stream().map(TestClient.Entry::name).collect(Collectors.toSet()));
    }

    @Test
    void linksAndFoldersAreMadeReadAndDeleted() throws Exception {
        client.link("", "link", "../anywhere/it likes");
        assertEquals("../anywhere/it likes", client.readLink(client.walk("link")));
        assertTrue(Files.isSymbolicLink(root.resolve("link")));
        client.makeFolder("", "dir");
        client.create("dir", "x", 0644);
        assertEquals(Errno.ENOTEMPTY, refusal(() -> client.deleteFolder("", "dir")));
        assertThrows(TestClient.RefusedBy.class, () -> client.delete("", "dir"));
        client.delete("dir", "x");
        client.deleteFolder("", "dir");
        client.delete("", "link");
        assertEquals(Set.of(), names(root));
        assertEquals(Errno.EPERM, refusal(() -> client.makeNode("", "pipe", 010644)));
        assertEquals(0100666, client.makeNode("", "made", 0100644).attributes().mode());
        assertTrue(Files.isRegularFile(root.resolve("made")));
    }

    @Test
    void timesAndSizesAreSet() throws Exception {
        Files.writeString(root.resolve("file"), "12345");
        client.setAttributes("file", TestClient.SIZE, 0, -1, -1, 2);
        assertEquals("12", Files.readString(root.resolve("file")));
        client.setAttributes("file", TestClient.SIZE, 0, -1, -1, 4);
        assertArrayEquals(new byte[] {'1', '2', 0, 0}, Files.readAllBytes(root.resolve("file")));
        client.setAttributes("file", TestClient.MODIFIED, 0, -1, -1, 0);
        assertEquals(
                1_700_000_000L,
                Files.getLastModifiedTime(root.resolve("file"), LinkOption.NOFOLLOW_LINKS)
                                .toMillis()
                        / 1000);
    }

    @Test
    void requestsAreAnsweredInParallel() throws Exception {
        byte[] data = new byte[900_000];
        Files.write(root.resolve("big"), data);
        Open file = client.open("big", 0);
        Set<Long> asked = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            asked.add(client.send(FuseMessage.READ, file.node(), m -> TestClient.readArguments(m, file, 0, 900_000)));
        }
        client.send(FuseMessage.INTERRUPT, 0, m -> m.u64(asked.iterator().next()));
        while (!asked.isEmpty()) {
            ByteBuffer answer = client.receive();
            assertEquals(900_016, answer.getInt());
            assertEquals(0, answer.getInt());
            assertTrue(asked.remove(answer.getLong()));
        }
    }

    @Test
    void whatIsNoMessageEndsTheSessionAndNothingElse() throws Exception {
        try (TestClient hostile = new TestClient(folder, replay, 0)) {
            byte[] huge = {-1, -1, -1, 127, 100, 1, 0};
            hostile.wire().request(huge);
            assertTrue(hostile.reason().contains("bytes"));
        }
        try (TestClient hostile = new TestClient(folder, replay, 0)) {
            hostile.send(FuseMessage.LOOKUP, TestClient.ROOT, m -> m.data(new byte[] {'a', 'b'}));
            assertTrue(hostile.reason().contains("without an end"));
        }
        try (TestClient old = new TestClient(folder, replay, 0)) {
            old.send(FuseMessage.INIT, 0, m -> m.u32(7).u32(8).u64(0));
            assertTrue(old.reason().contains("too old"));
        }
        assertEquals("40777", client.attributes("").substring(0, 5));
    }

    /// A kernel that hears once that there is no such request doesn't make it again.
    @Test
    void requestThatTheServerHasNoUseForIsSaidToBeNone() throws Exception {
        Open file = client.create("", "file", 0644);
        for (int opcode : new int[] {FuseMessage.FLUSH, FuseMessage.GETXATTR, FuseMessage.ACCESS}) {
            assertEquals(
                    Errno.ENOSYS,
                    refusal(() ->
                            client.ask(opcode, file.node(), m -> m.u64(0).u64(0).u64(0))));
        }
        client.sync(file);
        long[] room = client.room();
        assertTrue(room[0] > room[1] && room[1] > 0);
    }

    @Test
    void replayedChangeIsSeenByItsUserOnly() throws Exception {
        Files.writeString(root.resolve("made"), "x");
        replay.willMake(TreePath.ROOT.child("made"));
        replay.willDelete(TreePath.ROOT.child("gone"), false);
        try (TestClient again = new TestClient(folder, replay, Replay.USER)) {
            assertEquals("100666 0 0 1 1", client.attributes("made"));
            assertEquals(Errno.ENOENT, refusal(() -> client.walk("gone")));
            assertEquals(Errno.ENOENT, refusal(() -> again.walk("made")));
            assertEquals(Errno.EEXIST, refusal(() -> again.create("", "other", 0600)));
            again.release(again.create("", "made", 0600));
            assertEquals("100666 0 0 1 1", again.attributes("made"));
            assertEquals("x", Files.readString(root.resolve("made")));
            again.setAttributes("made", TestClient.MODE | TestClient.SIZE, 0600, 0, 0, 0);
            assertEquals("100666 0 0 1 1", again.attributes("made"));
            assertEquals(
                    0100000, again.lookup(TestClient.ROOT, "gone").attributes().mode() & 0170000);
            again.delete("", "gone");
            assertEquals(Errno.ENOENT, refusal(() -> again.walk("gone")));
            assertEquals(Errno.ENOENT, refusal(() -> again.delete("", "made")));
            assertEquals("x", Files.readString(root.resolve("made")));
        }
    }

    /// Who watches the file in the guest watches its number.
    @Test
    void deletedFileIsTheSameUntilItIsDeletedAgain() throws Exception {
        Files.writeString(root.resolve("file"), "x");
        long node = client.walk("file");
        Files.delete(root.resolve("file"));
        replay.willDelete(TreePath.ROOT.child("file"), false);
        client.become(Replay.USER);
        assertEquals(node, client.walk("file"));
        client.delete("", "file");
        assertEquals(Errno.ENOENT, refusal(() -> client.walk("file")));
        client.become(0);
        assertEquals(Errno.ENOENT, refusal(() -> client.walk("file")));
    }

    @Test
    void numbersOfFilesStayOverRenamesOfTheirFolders() throws Exception {
        client.makeFolder("", "a");
        client.makeFolder("a", "deep");
        Open open = client.create("a/deep", "file", 0644);
        long file = open.node();
        client.rename("", "a", "", "b");
        assertEquals(file, client.walk("b/deep/file"));
        client.rename("b/deep", "file", "", "moved");
        assertEquals(file, client.walk("moved"));
        assertEquals("100666 0 0 0 1", client.attributes(file).toString());
        long other = client.create("", "other", 0644).node();
        client.rename("", "other", "", "moved");
        assertEquals(other, client.walk("moved"));
        assertEquals("100666 0 0 0 0", client.attributes(file).toString());
        client.release(open);
        assertEquals(Errno.ESTALE, refusal(() -> client.attributes(file)));
    }

    @Test
    void fileThatTheHostPutsInAnothersPlaceGetsANumberOfItsOwn() throws Exception {
        Files.writeString(root.resolve("file"), "old");
        long old = client.walk("file");
        Open open = client.open(old, 0);
        Files.writeString(root.resolve("new"), "new");
        Files.move(root.resolve("new"), root.resolve("file"), StandardCopyOption.REPLACE_EXISTING);
        long now = client.walk("file");
        assertNotEquals(old, now);
        assertEquals("new", client.text(client.open(now, 0)));
        assertEquals("old", client.text(open));
        assertEquals(3, client.attributes(old).size());
        assertEquals(Errno.ESTALE, refusal(() -> client.open(old, 0)));
    }

    @Test
    void forgottenNumbersAreLetGo() throws Exception {
        int before = client.nodes();
        for (int i = 0; i < 50; i++) {
            Files.createFile(root.resolve("file" + i));
        }
        client.listWithAttributes("", 100_000);
        long twice = client.walk("file7");
        assertEquals(before + 50, client.nodes());
        client.forget(twice);
        assertEquals(Errno.ESTALE, refusal(() -> client.attributes(twice)));
        client.forgetAll();
        assertEquals("40777", client.attributes("").substring(0, 5));
        assertEquals(before, client.nodes());
        long kept = client.walk("file8");
        client.send(FuseMessage.FORGET, kept, m -> m.u64(0));
        client.send(FuseMessage.FORGET, TestClient.ROOT, m -> m.u64(1000));
        client.send(FuseMessage.FORGET, 123_456, m -> m.u64(1000));
        assertEquals("100666", client.attributes(kept).toString().substring(0, 6));
    }

    @Test
    void releasedFilesAreClosed() throws Exception {
        Open file = client.create("", "file", 0644);
        assertEquals(1, client.openFiles());
        client.release(file);
        assertEquals(0, client.openFiles());
        assertEquals(Errno.EBADF, refusal(() -> client.read(file, 0, 10)));
        assertEquals(Errno.EBADF, refusal(() -> client.write(file, 0, new byte[1])));
        assertEquals(Errno.EBADF, refusal(() -> client.release(file)));
        client.create("", "other", 0644);
        client.close();
        assertEquals("", client.reason());
        assertEquals(0, client.openFiles());
    }

    @Test
    void listingBringsAttributesAndNumbers() throws Exception {
        Files.writeString(root.resolve("file"), "12345");
        Files.createDirectory(root.resolve("dir"));
        Files.createSymbolicLink(root.resolve("link"), Path.of("file"));
        Map<String, String> found = new TreeMap<>();
        for (TestClient.Entry entry : client.listWithAttributes("", 10_000)) {
            if (entry.name().startsWith(".")) {
                assertEquals(0, entry.node());
                continue;
            }
            found.put(entry.name(), Integer.toOctalString(entry.attributes().mode()));
            assertEquals(entry.node(), client.walk(entry.name()));
            assertEquals(entry.attributes(), client.attributes(entry.node()));
        }
        assertEquals(Map.of("file", "100666", "dir", "40777", "link", "120777"), found);
    }

    @Test
    void hardLinkIsTheSameFileUnderBothNames() throws Exception {
        Open file = client.create("", "one", 0644);
        client.makeFolder("", "dir");
        assertEquals(2, client.hardLink("one", "dir", "two").attributes().links());
        client.write(file, 0, "both".getBytes(StandardCharsets.UTF_8));
        assertEquals("both", client.text("dir/two"));
        assertEquals(
                client.attributes(client.walk("one")).ino(),
                client.attributes(client.walk("dir/two")).ino());
        client.delete("", "one");
        assertEquals("100666 0 0 4 1", client.attributes("dir/two"));
        assertEquals("both", client.text(file));
        assertEquals(Errno.EEXIST, refusal(() -> {
            client.create("", "three", 0644);
            client.hardLink("dir/two", "", "three");
        }));
    }

    /// The guest may keep what it has read until the host changes it; then it hears of that before it reads on.
    @Test
    void fileThatTheHostHasChangedIsForgottenBeforeItIsOpen() throws Exception {
        List<Long> forgotten = new CopyOnWriteArrayList<>();
        client.close();
        client = new TestClient(folder, replay, 0, new Forgetting() {
            @Override
            public void attributes(List<Long> nodes) {
                forgotten.addAll(nodes);
            }

            @Override
            public void unused() {
                throw new IllegalStateException("not many files");
            }
        });
        Files.writeString(root.resolve("file"), "one");
        long node = client.walk("file");
        assertEquals(TestClient.KEEP_CACHE, client.open(node, 0).flags());
        assertEquals(List.of(), forgotten);
        Files.writeString(root.resolve("file"), "longer");
        assertEquals(0, client.open(node, 0).flags() & TestClient.KEEP_CACHE);
        assertEquals(List.of(node), forgotten);
        assertEquals(6, client.attributes(node).size());
        assertEquals(TestClient.KEEP_CACHE, client.open(node, 0).flags());
        assertEquals(List.of(node), forgotten);
        client.write(client.open(node, TestClient.READ_WRITE), 0, new byte[10]);
        client.open(node, 0);
        assertEquals(List.of(node), forgotten);
        client.hardLink("file", "", "second");
        assertEquals(List.of(node, node), forgotten);
        client.delete("", "second");
        assertEquals(List.of(node, node, node), forgotten);
    }

    @Test
    void openingMayEmptyAFile() throws Exception {
        Files.writeString(root.resolve("file"), "12345");
        Open file = client.open("file", TestClient.READ_WRITE | TestClient.TRUNCATE);
        assertEquals(0, Files.size(root.resolve("file")));
        assertEquals(0, client.attributes(file.node()).size());
        client.resize(file, 3);
        assertArrayEquals(new byte[3], Files.readAllBytes(root.resolve("file")));
    }

    @Test
    void renameMayBeAskedToReplaceNothing() throws Exception {
        Files.writeString(root.resolve("one"), "1");
        Files.writeString(root.resolve("two"), "2");
        assertEquals(Errno.EEXIST, refusal(() -> client.rename("", "one", "", "two", 1)));
        assertEquals(Errno.EINVAL, refusal(() -> client.rename("", "one", "", "two", 2)));
        client.rename("", "one", "", "three", 1);
        client.rename("", "three", "", "two", 0);
        assertEquals(Set.of("two"), names(root));
        assertEquals("1", Files.readString(root.resolve("two")));
    }
}
