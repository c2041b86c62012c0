package io.quayside.desktop.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    Path runtime;

    @Test
    void secondOneGetsNoPlaceAndTheFirstShowsItsWindow() throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        try (SingleInstance first = SingleInstance.take(runtime).orElseThrow()) {
            first.onShow(shown::countDown);

            assertEquals(Optional.empty(), SingleInstance.take(runtime));
            assertTrue(SingleInstance.show(runtime));
            assertTrue(shown.await(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void wishThatComesBeforeTheWindowIsKept() throws IOException {
        try (SingleInstance first = SingleInstance.take(runtime).orElseThrow()) {
            assertTrue(SingleInstance.show(runtime));
            AtomicInteger shown = new AtomicInteger();
            first.onShow(shown::incrementAndGet);
            assertEquals(1, shown.get());
        }
    }

    @Test
    void placeIsFreeAgainAfterClosing() throws IOException {
        SingleInstance.take(runtime).orElseThrow().close();
        SingleInstance.take(runtime).orElseThrow().close();
        assertFalse(SingleInstance.show(runtime));
    }

    @Test
    void socketOfAProcessThatDiedIsReplaced() throws IOException {
        Files.createFile(runtime.resolve("window.sock"));
        Files.createFile(runtime.resolve("window.lock"));
        try (SingleInstance next = SingleInstance.take(runtime).orElseThrow()) {
            next.onShow(() -> {});
            assertTrue(SingleInstance.show(runtime));
        }
    }

    @Test
    void onlyTheUserMayUseTheSocket() throws IOException {
        try (SingleInstance first = SingleInstance.take(runtime).orElseThrow()) {
            first.onShow(() -> {});
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(runtime.resolve("window.sock")));
        }
    }
}
