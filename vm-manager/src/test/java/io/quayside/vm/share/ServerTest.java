package io.quayside.vm.share;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
        int file = client.create("", "hello", 0644);
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
        int file = client.open("big", 0);
        ByteBuffer all = ByteBuffer.allocate(data.length);
        while (all.hasRemaining()) {
            all.put(client.read(file, all.position(), Integer.MAX_VALUE));
        }
        assertArrayEquals(data, all.array());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", "../outside", "a\0b", "/etc"})
    void nameThatIsNoneIsRefusedEverywhere(String name) {
        assertEquals(Errno.EINVAL, refusal(() -> client.walkFrom(TestClient.ROOT, name)));
        assertEquals(Errno.EINVAL, refusal(() -> client.create("", name, 0644)));
        assertEquals(Errno.EINVAL, refusal(() -> makeFolder("", name)));
        assertEquals(Errno.EINVAL, refusal(() -> link("", name, "x")));
        assertEquals(Errno.EINVAL, refusal(() -> unlink("", name, 0)));
    }

    private void makeFolder(String in, String name) throws Exception {
        int parent = client.walk(in);
        client.ask(MessageType.MKDIR, m -> m.u32(parent).text(name).u32(0755).u32(0));
    }

    private void link(String in, String name, String target) throws Exception {
        int parent = client.walk(in);
        client.ask(
                MessageType.SYMLINK, m -> m.u32(parent).text(name).text(target).u32(0));
    }

    private void unlink(String in, String name, int flags) throws Exception {
        int parent = client.walk(in);
        client.ask(MessageType.UNLINKAT, m -> m.u32(parent).text(name).u32(flags));
    }

    private void rename(String from, String name, String to, String newName) throws Exception {
        int source = client.walk(from);
        int target = client.walk(to);
        client.ask(
                MessageType.RENAMEAT, m -> m.u32(source).text(name).u32(target).text(newName));
    }

    @Test
    void linkThatLeadsOutIsNeverFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        assertEquals("120777 0 0", client.attributes("out").substring(0, 10));
        assertEquals(Errno.ENOENT, refusal(() -> client.walk("out/secret")));
        int out = client.walk("out");
        assertEquals(Errno.ENOTDIR, refusal(() -> client.walkFrom(out, "secret")));
        assertEquals(Errno.ELOOP, refusal(() -> client.open("file", 0)));
        assertEquals(Errno.ELOOP, refusal(() -> client.open("file", 2)));
        assertEquals(Errno.ENOTDIR, refusal(() -> makeFolder("out", "made")));
        assertEquals(Errno.ENOTDIR, refusal(() -> link("out", "made", "x")));
        assertThrows(TestClient.RefusedBy.class, () -> client.create("out", "made", 0644));
        assertThrows(TestClient.RefusedBy.class, () -> unlink("out", "secret", 0));
        assertThrows(TestClient.RefusedBy.class, () -> rename("out", "secret", "", "mine"));
        assertThrows(TestClient.RefusedBy.class, () -> client.list("out", 1000));
        assertEquals(Errno.EPERM, refusal(() -> {
            int parent = client.walk("");
            int file = client.walk("file");
            client.ask(MessageType.LINK, m -> m.u32(parent).u32(file).text("hard"));
        }));
        client.setAttributes("out", 1 | 2 | 0x120, 0700, 5, -1, 0);
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
        int parent = client.walk("dir");
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
                int file = client.walkFrom(parent, "secret");
                client.ask(MessageType.LOPEN, m -> m.u32(file).u32(0));
                assertEquals("harmless", new String(client.read(file, 0, 100), StandardCharsets.UTF_8));
                client.ask(MessageType.CLUNK, m -> m.u32(file));
                opened++;
            } catch (TestClient.RefusedBy e) {
                // It was the link just then.
            }
            try {
                int made = client.walkFrom(parent);
                client.ask(
                        MessageType.LCREATE,
                        m -> m.u32(made).text("made").u32(2).u32(0644).u32(0));
                client.ask(MessageType.CLUNK, m -> m.u32(made));
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
        makeFolder("", "data");
        client.setAttributes("data", 1 | 2 | 4, 0700, 999, 998, 0);
        client.create("data", "private", 0600);
        client.create("data", "ordinary", 0644);
        rename("", "data", "", "moved");
        client.close();
        folder.close();
        folder = new SharedFolder(new NioTree(root), new Ownership(temporary.resolve("owners")), false);
        client = new TestClient(folder, replay, 999);
        assertEquals("40700 999 998", client.attributes("moved").substring(0, 13));
        assertEquals("100600 0 0 0 1", client.attributes("moved/private"));
        assertEquals("100666 0 0 0 1", client.attributes("moved/ordinary"));
        client.create("moved", "mine", 0600);
        assertEquals("100600 999 0 0 1", client.attributes("moved/mine"));
        unlink("moved", "mine", 0);
        Files.writeString(root.resolve("moved/mine"), "");
        assertEquals("100666 0 0 0 1", client.attributes("moved/mine"));
    }

    @Test
    void rightsReachTheHostButItsUserCanAlwaysReadAndWrite() throws Exception {
        client.create("", "key", 0644);
        client.setAttributes("key", 1, 0400, -1, -1, 0);
        assertEquals("100400 0 0 0 1", client.attributes("key"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("key"))));
        client.setAttributes("key", 1, 04755, -1, -1, 0);
        assertEquals("104755 0 0 0 1", client.attributes("key"));
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("key"))));
    }

    @Test
    void folderThatIsOnlyToBeReadIsNotChanged() throws Exception {
        Files.writeString(root.resolve("file"), "x");
        try (TestClient reader = new TestClient(
                new SharedFolder(new NioTree(root), new Ownership(temporary.resolve("other")), true), replay, 0)) {
            assertEquals("x", reader.text("file"));
            assertEquals(Errno.EROFS, refusal(() -> reader.open("file", 1)));
            assertEquals(Errno.EROFS, refusal(() -> reader.create("", "new", 0644)));
            assertEquals(Errno.EROFS, refusal(() -> reader.setAttributes("file", 1, 0700, -1, -1, 0)));
            assertEquals(Errno.EROFS, refusal(() -> reader.setAttributes("file", 8, 0, -1, -1, 0)));
            int parent = reader.walk("");
            assertEquals(
                    Errno.EROFS,
                    refusal(() -> reader.ask(
                            MessageType.UNLINKAT,
                            m -> m.u32(parent).text("file").u32(0))));
        }
        assertEquals(Set.of("file"), names(root));
    }

    @Test
    void openFileThatLosesItsNameGoesOn() throws Exception {
        int file = client.create("", "temp", 0644);
        int byName = client.walk("temp");
        client.write(file, 0, new byte[10]);
        unlink("", "temp", 0);
        client.write(file, 10, new byte[10]);
        assertEquals(20, client.read(file, 0, 100).length);
        assertEquals("100666 0 0 20 0", client.attributes(byName));
        assertEquals(Set.of(), names(root));
    }

    @Test
    void renameReplacesAndOpenFilesFollow() throws Exception {
        makeFolder("", "a");
        int file = client.create("a", "new", 0644);
        client.write(file, 0, "new".getBytes(StandardCharsets.UTF_8));
        client.create("", "old", 0644);
        int inFolder = client.walk("a/new");
        rename("", "a", "", "b");
        assertEquals("100666 0 0 3 1", client.attributes(inFolder));
        rename("b", "new", "", "old");
        assertEquals("new", Files.readString(root.resolve("old")));
        assertEquals(Errno.ENOENT, refusal(() -> client.walk("b/new")));
        assertEquals("100666 0 0 3 1", client.attributes(inFolder));
        assertEquals(Errno.EINVAL, refusal(() -> rename("", "b", "b", "c")));
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
    }

    @Test
    void linksAndFoldersAreMadeReadAndDeleted() throws Exception {
        link("", "link", "../anywhere/it likes");
        int link = client.walk("link");
        ByteBuffer target = client.ask(MessageType.READLINK, m -> m.u32(link));
        assertEquals("../anywhere/it likes".length(), target.getShort());
        assertTrue(Files.isSymbolicLink(root.resolve("link")));
        makeFolder("", "dir");
        client.create("dir", "x", 0644);
        assertEquals(Errno.ENOTEMPTY, refusal(() -> unlink("", "dir", 0x200)));
        assertThrows(TestClient.RefusedBy.class, () -> unlink("", "dir", 0));
        unlink("dir", "x", 0);
        unlink("", "dir", 0x200);
        unlink("", "link", 0);
        assertEquals(Set.of(), names(root));
        int root = client.walk("");
        assertEquals(
                Errno.EPERM,
                refusal(() -> client.ask(
                        MessageType.MKNOD,
                        m -> m.u32(root).text("pipe").u32(010644).u32(0).u32(0).u32(0))));
    }

    @Test
    void timesAndSizesAreSet() throws Exception {
        Files.writeString(root.resolve("file"), "12345");
        client.setAttributes("file", 8, 0, -1, -1, 2);
        assertEquals("12", Files.readString(root.resolve("file")));
        client.setAttributes("file", 8, 0, -1, -1, 4);
        assertArrayEquals(new byte[] {'1', '2', 0, 0}, Files.readAllBytes(root.resolve("file")));
        client.setAttributes("file", 0x20 | 0x100, 0, -1, -1, 0);
        assertEquals(
                1_700_000_000L,
                Files.getLastModifiedTime(root.resolve("file"), LinkOption.NOFOLLOW_LINKS)
                                .toMillis()
                        / 1000);
    }

    @Test
    void requestsAreAnsweredInParallelAndAFlushComesAfterItsRequest() throws Exception {
        byte[] data = new byte[900_000];
        Files.write(root.resolve("big"), data);
        int file = client.open("big", 0);
        for (int tag = 10; tag < 40; tag++) {
            client.send(MessageType.READ, tag, m -> m.u32(file).u64(0).u32(900_000));
        }
        client.send(MessageType.FLUSH, 50, m -> m.u16(39));
        List<Integer> tags = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            tags.add(client.receive().getShort(5) & 0xffff);
        }
        assertEquals(31, new HashSet<>(tags).size());
        assertTrue(tags.indexOf(50) > tags.indexOf(39) || !tags.contains(39), tags::toString);
    }

    @Test
    void lockOfAnotherMachineIsInTheWay() throws Exception {
        client.create("", "db", 0644);
        try (TestClient other = new TestClient(folder, replay, 0)) {
            assertEquals(0, lock(client, 1, 0, 100));
            assertEquals(1, lock(other, 1, 50, 10));
            assertEquals(0, lock(other, 1, 100, 10));
            assertEquals(0, lock(client, 2, 40, 30));
            assertEquals(0, lock(other, 1, 50, 10));
            assertEquals(1, lock(client, 0, 50, 10));
        }
    }

    private static byte lock(TestClient by, int type, long start, long length) throws Exception {
        int file = by.walk("db");
        return by.ask(
                        MessageType.LOCK,
                        m -> m.u32(file)
                                .u8(type)
                                .u32(0)
                                .u64(start)
                                .u64(length)
                                .u32(7)
                                .text("client"))
                .get();
    }

    @Test
    void whatIsNoMessageEndsTheSessionAndNothingElse() throws Exception {
        try (TestClient hostile = new TestClient(folder, replay, 0)) {
            byte[] huge = {-1, -1, -1, 127, 100, 1, 0};
            hostile.wire().send(huge, 0, huge.length);
            assertTrue(hostile.reason().contains("bytes"));
        }
        assertEquals("40777", client.attributes("").substring(0, 5));
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
            again.create("", "made", 0600);
            assertEquals("100666 0 0 1 1", again.attributes("made"));
            assertEquals("x", Files.readString(root.resolve("made")));
            assertEquals("100666 0 0 0 1", again.attributes("gone"));
            int parent = again.walk("");
            again.ask(MessageType.UNLINKAT, m -> m.u32(parent).text("gone").u32(0));
            assertEquals(Errno.ENOENT, refusal(() -> again.walk("gone")));
        }
    }
}
