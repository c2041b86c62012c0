package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An engine whose disk is full in the middle of a pull or a load: what the window says, and what the engine has then.
class FullDiskTest {
    private static final String DISK = "32m";

    /// More than the disk has.
    private static final int LARGE = 48 * 1024 * 1024;

    /// What a small file unpacks to, more too.
    private static final long BOMB = 300L << 20;

    private static final String FULL = "The engine's disk is full";

    @Test
    void whatHasNoRoomIsSaidAndLeavesTheEngineAsItWas(@TempDir Path folder) throws IOException {
        TestEngine source = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(source);
        try (TestEngine full = TestEngines.withDisk(EngineKind.DOCKER_20_10, DISK);
                TestRegistry registry = TestRegistry.start();
                PageFixture page = PageFixture.open(full.socket())) {
            String large = registry.address() + "/large:1";
            String small = registry.address() + "/small:1";
            source.dockerCommand("import", "-", large).withInput(large()).run().orFail();
            source.docker("tag", TestImages.BUSYBOX, small);
            Path archive = folder.resolve("large.tar");
            source.docker("save", "-o", archive.toString(), large);
            source.docker("push", large);
            source.docker("push", small);
            source.docker("rmi", large, small);

            page.go("images");
            page.openFrom(archive);
            page.command("images.load");
            awaitFull(page);
            awaitNothing(page, full);

            ArchiveBytes.Bomb bomb = ArchiveBytes.bomb(BOMB);
            Path harmless = Files.write(
                    folder.resolve("bomb.tar"),
                    ArchiveBytes.imageOf(
                            "bomb:1", "layer.tar", bomb.digest(), new ArchiveBytes.Entry("layer.tar", bomb.packed())));
            assertTrue(Files.size(harmless) < LARGE / 10, "it looks harmless");
            page.openFrom(harmless);
            page.command("images.load");
            awaitFull(page);
            awaitNothing(page, full);

            pull(page, large);
            page.await("why it isn't pulled", () -> says(page, FULL));
            page.await("the way to room", () -> button(page, "Free space…") != null);
            awaitNothing(page, full);
            Fx.run(() -> button(page, "Free space…").fire());
            page.await("what can go", () -> says(page, "Prune images"));
            page.press(KeyCode.ESCAPE, "", false, false);

            pull(page, small);
            page.await("it has room", () -> page.images().model().row(small).isPresent());
            assertEquals(
                    small,
                    full.docker("images", "--format", "{{.Repository}}:{{.Tag}}")
                            .strip());
        }
    }

    private static void awaitFull(PageFixture page) {
        page.await(
                "why it isn't loaded",
                () -> page.images().model().problemProperty().get().isPresent());
        String why = Fx.call(() ->
                page.images().model().problemProperty().get().orElseThrow().title());
        assertTrue(why.contains(FULL), why);
        Fx.run(() -> page.images().model().dismissProblem());
    }

    /// No task goes on, and the engine has no image, not even a part of one.
    private static void awaitNothing(PageFixture page, TestEngine engine) {
        page.await(
                "no task is left",
                () -> page.parts().tasks().shown().stream()
                        .noneMatch(task -> task.stateProperty().get() == AppTask.State.RUNNING));
        assertEquals("", engine.docker("images", "-qa").strip());
        page.awaitEqual(
                "no layer is left",
                "0B",
                () -> engine.docker("system", "df", "--format", "{{.Size}}")
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    private static void pull(PageFixture page, String reference) {
        page.go("images/pull");
        page.await("the panel", () -> page.root().lookup("#pull-field") != null);
        Fx.run(() -> page.find("pull-field", TextField.class).setText(reference));
        page.await("a button", () -> button(page, "Pull " + reference) != null);
        Fx.run(() -> button(page, "Pull " + reference).fire());
    }

    private static Button button(PageFixture page, String name) {
        return page.root().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getAccessibleText()) || name.equals(button.getText()))
                .findFirst()
                .orElse(null);
    }

    private static boolean says(PageFixture page, String text) {
        return page.root().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .anyMatch(words -> words != null && words.contains(text));
    }

    /// A file system with one file that can't be made smaller.
    private static byte[] large() throws IOException {
        byte[] noise = new byte[LARGE];
        new Random(7).nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LARGE + 10_240);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("noise");
            entry.setSize(LARGE);
            tar.putArchiveEntry(entry);
            tar.write(noise);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
