package io.quayside.desktop.state.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.Subscription;
import io.quayside.testing.leak.LeakCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SocketWatchTest {
    @RegisterExtension
    final LeakCheck leaks = LeakCheck.ofThreads("socket-watch");

    @TempDir
    private Path folder;

    private final Semaphore told = new Semaphore(0);

    private Subscription watch(Path socket, SocketMark known) {
        return SocketWatch.on(socket, known, told::release);
    }

    private void awaitTold() throws InterruptedException {
        assertTrue(told.tryAcquire(60, TimeUnit.SECONDS));
    }

    @Test
    void socketThatIsMadeIsTold() throws Exception {
        Path socket = folder.resolve("docker.sock");
        try (Subscription _ = watch(socket, SocketMark.NONE)) {
            Files.createFile(socket);
            awaitTold();
        }
    }

    @Test
    void oneMadeBeforeTheWatchBeganIsToldToo() throws Exception {
        Path socket = Files.createFile(folder.resolve("docker.sock"));
        try (Subscription _ = watch(socket, SocketMark.NONE)) {
            awaitTold();
        }
    }

    @Test
    void anotherSocketInPlaceOfTheOneThatWasTriedIsTold() throws Exception {
        Path socket = Files.createFile(folder.resolve("docker.sock"));
        SocketMark tried = SocketMark.of(socket);
        replace(socket);
        try (Subscription _ = watch(socket, tried)) {
            awaitTold();
        }
    }

    @Test
    void foldersThatAreNotThereYetAreWaitedFor() throws Exception {
        Path deep = folder.resolve("run/user/docker");
        try (Subscription _ = watch(deep.resolve("docker.sock"), SocketMark.NONE)) {
            Files.createDirectories(deep);
            Files.createFile(deep.resolve("docker.sock"));
            awaitTold();
        }
    }

    @Test
    void folderThatGoesAndComesBackIsWatchedAgain() throws Exception {
        Path run = Files.createDirectory(folder.resolve("run"));
        Path socket = Files.createFile(run.resolve("docker.sock"));
        try (Subscription _ = watch(socket, SocketMark.of(socket))) {
            Path other = Files.createFile(folder.resolve("new"));
            Files.delete(socket);
            Files.delete(run);
            Files.createDirectory(run);
            Files.move(other, socket);
            awaitTold();
        }
    }

    @Test
    void otherFilesAndTheSocketThatFailedAreNotTold() throws Exception {
        Path socket = Files.createFile(folder.resolve("docker.sock"));
        try (Subscription _ = watch(socket, SocketMark.of(socket))) {
            Files.createFile(folder.resolve("other"));
            replace(socket);
            awaitTold();
            assertEquals(0, told.availablePermits());
        }
    }

    /// The new one is made while the old one is there: made in its place at the same tick of the clock, it could get
    /// its
    /// number and its time.
    private void replace(Path socket) throws IOException {
        Files.move(Files.createFile(folder.resolve("new")), socket, StandardCopyOption.REPLACE_EXISTING);
    }
}
