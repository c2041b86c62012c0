package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives in and out of a real engine: what docker finds afterwards, and what is left of what was cancelled.
class ImageArchivesTest extends OnImages {
    private static final long LARGE = 900L << 20;

    /// Chooses the file and opens the panel.
    private static void openImport(Path file) {
        page.openFrom(file);
        page.command("images.import");
        page.await("the question", () -> page.root().lookup("#import-name") != null);
    }

    private static void type(String name, String changes) {
        TextField field = page.find("import-name", TextField.class);
        TextArea lines = page.find("import-changes", TextArea.class);
        Fx.run(() -> {
            field.setText(name);
            lines.setText(changes);
        });
    }

    private static Optional<AppTask> task(String title) {
        return Fx.call(() -> page.parts().tasks().shown().stream()
                .filter(task -> task.titleProperty().get().equals(title))
                .findFirst());
    }

    private static void cancelWhenUnderWay(String title) {
        page.await(
                "bytes",
                () -> task(title)
                        .filter(task -> task.detailProperty().get().contains("B"))
                        .isPresent());
        Fx.run(() -> task(title).orElseThrow().cancel());
        page.await(
                "the end",
                () -> task(title)
                        .filter(task -> task.stateProperty().get() == AppTask.State.CANCELLED)
                        .isPresent());
    }

    /// An archive with one file of zeros, which takes no room on the disk.
    private static Path largeArchive(Path folder) throws IOException {
        Path file = folder.resolve("large.tar");
        byte[] head = new byte[512];
        put(head, 0, "zeros");
        put(head, 100, "0000644");
        put(head, 108, "0000000");
        put(head, 116, "0000000");
        put(head, 124, "%011o".formatted(LARGE));
        put(head, 136, "00000000000");
        put(head, 148, "        ");
        head[156] = '0';
        put(head, 257, "ustar");
        put(head, 263, "00");
        int sum = 0;
        for (byte each : head) {
            sum += each & 0xff;
        }
        put(head, 148, "%06o\0".formatted(sum));
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(head);
            out.setLength(512 + LARGE + 1024);
        }
        return file;
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    @Test
    void anArchiveOfFilesBecomesAnImageThatRuns(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("files.tar");
        Files.write(file, TestImages.busyboxArchive());
        openImport(file);
        type("Not A Name", "");
        page.await("the fault", () -> says("small letters"));
        type(image, "CMD [\"echo\", \"hello\"]\nCOPY a b");
        page.await("what can't be", () -> says("Line 2: an import takes CMD"));
        type(image, "CMD [\"echo\", \"hello\"]\n\nENV WHO=me\n");

        press("Import");

        row(image);
        assertEquals(
                "hello", engine.docker("run", "--rm", "--name", name, image).strip());
        assertEquals(
                "WHO=me",
                engine.docker("image", "inspect", "--format", "{{join .Config.Env \",\"}}", image)
                        .strip());
        engine.docker("rmi", image);
    }

    @Test
    void whatIsNoArchiveIsRefusedInWords(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("no.tar");
        Files.writeString(file, "not an archive ".repeat(100));
        openImport(file);
        type(image, "");
        press("Import");
        page.await("why", () -> page.images().model().problemProperty().get().isPresent());
        assertEquals(
                "Couldn't import no.tar.",
                Fx.call(() -> page.images()
                        .model()
                        .problemProperty()
                        .get()
                        .orElseThrow()
                        .title()));
        assertFalse(has(image));
    }

    /// The ids of all of them. The engine lists those of one second in any order.
    private static List<String> images() {
        return engine.docker("images", "-qa").lines().sorted().toList();
    }

    @Test
    void cancellingLeavesNeitherAnImageNorAFile(@TempDir Path folder) throws IOException {
        Path large = largeArchive(folder);
        openImport(large);
        type(image, "");
        press("Import");
        cancelWhenUnderWay("Importing large.tar");
        assertFalse(has(image));

        List<String> before = images();
        openImport(large);
        type(image, "");
        press("Import");
        awaitEngine("it is imported", () -> has(image));
        select(row(image));
        Path saved = folder.resolve("saved.tar");
        page.saveTo(saved);
        page.command("images.save");
        cancelWhenUnderWay("Saving " + image);
        try (var left = Files.list(folder)) {
            assertEquals(List.of(large), left.toList());
        }

        page.go("image/" + row(image).line().image().id() + "/layers");
        press("Read the files");
        cancelWhenUnderWay("Reading the layers of " + image);
        page.await("as before", () -> button("Read the files").isPresent());

        engine.docker("rmi", image);
        assertEquals(before, images());
    }

    @Test
    void savingToAFullDiskSaysSoAndLeavesNoFile(@TempDir Path folder) throws IOException {
        make(image);
        select(row(image));
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Command.of("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk.toString())
                .run()
                .orFail();
        try {
            page.saveTo(disk.resolve("saved.tar"));
            page.command("images.save");
            page.await(
                    "why", () -> page.images().model().problemProperty().get().isPresent());
            Problem why =
                    Fx.call(() -> page.images().model().problemProperty().get().orElseThrow());
            assertEquals("Couldn't save " + image + ".", why.title());
            assertEquals("The disk of this computer is full.", why.why());
            try (var left = Files.list(disk)) {
                assertEquals(List.of(), left.toList());
            }
            assertTrue(has(image), "the image stays");
        } finally {
            Command.of("umount", disk.toString()).run().orFail();
        }
        engine.docker("rmi", image);
    }

    @Test
    void severalImagesAreSavedToOneArchiveAndComeBack(@TempDir Path folder) {
        String other = "pages/" + name + "-other:2";
        make(image);
        make(other);
        row(other);
        Path file = folder.resolve("two.tar");
        page.saveTo(file);
        Fx.run(() -> {
            page.images().model().selection().clear();
            page.images().model().selection().setChecked(List.of(row0(image), row0(other)), true);
        });
        page.command("images.save");
        awaitEngine("the archive", () -> Files.exists(file));
        String ids = engine.docker("image", "inspect", "--format", "{{.Id}}", image, other);
        engine.docker("rmi", image, other);
        page.await("both are gone", () -> find(image) == null && find(other) == null);
        page.openFrom(file);
        page.command("images.load");
        row(image);
        row(other);
        assertEquals(ids, engine.docker("image", "inspect", "--format", "{{.Id}}", image, other));
        engine.docker("rmi", image, other);
        Fx.run(() -> page.images().model().selection().clear());
    }

    private static String row0(String reference) {
        return page.images().model().row(reference).orElseThrow().key();
    }
}
