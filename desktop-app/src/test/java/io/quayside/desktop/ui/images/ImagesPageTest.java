package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageSegment;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Images page on a real engine: what is done here, the engine says afterwards.
class ImagesPageTest extends OnImages {
    @Test
    void namesComeAndGoWithTheEnginesEventsAndSayWhoUsesThem() {
        engine.docker("tag", TestImages.BUSYBOX, image);
        ImageRow row = row(image);
        engine.docker("run", "-d", "--name", name, "--stop-signal", "KILL", image, "sleep", "1000");
        page.await(
                "its container",
                () -> row.line().usedBy().stream().anyMatch(user -> user.name().equals(name)));
        page.await("for which machines it is", () -> !row.line().arch().isEmpty());
        assertEquals(
                engine.docker("image", "inspect", "--format", "{{.Architecture}}", image)
                        .strip(),
                row.line().arch());
        Fx.run(() -> page.images().model().filterTextProperty().set("container:" + name + " -tag:nothing"));
        assertTrue(Fx.call(() -> page.images().model().itemsProperty().get().contains(row)));
        Fx.run(() -> page.images().model().filterTextProperty().set("container:nobody"));
        assertEquals(
                List.of(), Fx.call(() -> page.images().model().itemsProperty().get()));
        Fx.run(() -> {
            page.images().model().filterTextProperty().set("");
            page.images().model().segmentProperty().set(ImageSegment.NOT_USED);
        });
        assertFalse(Fx.call(() -> page.images().model().itemsProperty().get().contains(row)));
        engine.docker("rm", "-f", name);
        page.await(
                "nobody uses it",
                () -> row.line().usedBy().stream().noneMatch(user -> user.name().equals(name)));
        engine.docker("rmi", image);
        page.await("the row is gone", () -> find(image) == null);
    }

    @Test
    void theHeadSaysHowManyThereAreAndWhatTheyTake() {
        row(TestImages.BUSYBOX);
        int images = engine.docker("images", "-q", "--no-trunc")
                .lines()
                .distinct()
                .toList()
                .size();
        page.await(
                "the summary",
                () -> page.find("images-summary", Labeled.class)
                        .getText()
                        .matches(images + " images?, [0-9.]+ [kMG]B on disk"));
    }

    @Test
    void aNameGoesAfterAFewSecondsAndCanBeTakenBack() {
        engine.docker("tag", TestImages.BUSYBOX, image);
        ImageRow row = row(image);
        select(row);
        page.command("images.delete");
        page.await("it waits", () -> row.line().deletingIn().isPresent());
        page.command("images.undo");
        page.await("it stays", () -> row.line().deletingIn().isEmpty());
        assertTrue(has(image));
        select(row);
        page.command("images.delete");
        page.await("the row is gone", () -> find(image) == null);
        assertFalse(has(image));
        assertTrue(has(TestImages.BUSYBOX), "only the name went");
    }

    @Test
    void whatWasMadeHereIsAskedAbout() {
        make(image);
        select(row(image));
        page.command("images.delete");
        page.await("the question", () -> says("can't be pulled again"));
        press("Cancel");
        page.await("no question", () -> !says("can't be pulled again"));
        assertTrue(has(image));
        page.command("images.delete");
        press("Delete " + image);
        awaitEngine("it is deleted", () -> !has(image));
        page.await("the row is gone", () -> find(image) == null);
    }

    @Test
    void whatAContainerNeedsStaysAndTheContainerIsNamed() {
        make(image);
        String id = engine.docker("create", "--name", name, image, "sleep", "1").strip();
        ImageRow row = row(image);
        page.await("its container", () -> !row.line().usedBy().isEmpty());
        select(row);
        page.command("images.delete");
        page.await("the reason", () -> says(name + " uses it."));
        assertTrue(has(image));
        press("Show " + name);
        page.await("the container's page", () -> page.address().startsWith("container/" + id));
        engine.docker("rm", name);
        engine.docker("rmi", image);
    }

    @Test
    void anImageGetsOneMoreName() {
        engine.docker("tag", TestImages.BUSYBOX, image);
        select(row(image));
        page.command("images.tag");
        page.await("the question", () -> page.root().lookup("#image-name") != null);
        Fx.run(() -> ((TextField) page.root().lookup("#image-name")).setText("pages/" + name + "-too"));
        press("Tag image");
        row("pages/" + name + "-too:latest");
        assertEquals(
                engine.docker("image", "inspect", "--format", "{{.Id}}", TestImages.BUSYBOX),
                engine.docker("image", "inspect", "--format", "{{.Id}}", "pages/" + name + "-too:latest"));
        engine.docker("rmi", image, "pages/" + name + "-too:latest");
    }

    @Test
    void thePageOfAnImageSaysWhatItIsHowItWasMadeAndWhoUsesIt() {
        engine.docker("tag", TestImages.HTTPD, image);
        engine.docker("create", "--name", name, image);
        ImageRow row = row(image);
        page.go("image/" + row.line().image().id());
        page.await("what it runs", () -> says("httpd -f -p 80 -h /www") && says("80/tcp") && says(image));
        Fx.run(() ->
                page.find("tab-layers", javafx.scene.control.ToggleButton.class).fire());
        page.await("how it was made", () -> page.root().lookup("#image-layers") != null);
        int steps = engine.docker("history", "-q", image).lines().toList().size();
        assertEquals(
                steps,
                Fx.call(() -> page.find("image-layers", javafx.scene.control.TableView.class)
                        .getItems()
                        .size()));
        Fx.run(() -> page.find("tab-used-by", javafx.scene.control.ToggleButton.class)
                .fire());
        page.await(
                "who uses it",
                () -> page.root().lookupAll(".hyperlink").stream()
                        .anyMatch(link -> ((Labeled) link).getText().equals(name)));
        Fx.run(() ->
                page.find("tab-json", javafx.scene.control.ToggleButton.class).fire());
        page.await("the engine's answer", () -> page.root().lookup("#inspect-json") != null);
        engine.docker("rm", name);
        Fx.run(() -> page.find("tab-used-by", javafx.scene.control.ToggleButton.class)
                .fire());
        page.await(
                "nobody",
                () -> page.root().lookupAll(".hyperlink").stream()
                        .noneMatch(link -> name.equals(((Labeled) link).getText())));
        engine.docker("rmi", image);
    }

    @Test
    void imagesAreSavedToAnArchiveAndLoadedFromIt(@TempDir Path folder) {
        make(image);
        String id = engine.docker("image", "inspect", "--format", "{{.Id}}", image);
        Path file = folder.resolve("saved.tar");
        page.saveTo(file);
        select(row(image));
        page.command("images.save");
        awaitEngine("the archive", () -> Files.exists(file));
        assertFalse(Files.exists(folder.resolve("saved.tar.part")));
        engine.docker("rmi", image);
        page.await("the row is gone", () -> find(image) == null);
        page.openFrom(file);
        page.command("images.load");
        row(image);
        assertEquals(id, engine.docker("image", "inspect", "--format", "{{.Id}}", image));
        engine.docker("rmi", image);
    }

    /// An untagged image that has nothing in common with others. Returns its id.
    private static String single() {
        byte[] bytes;
        try {
            bytes = ArchiveBytes.of(new ArchiveBytes.Entry("noise", noise(5_000_000)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return engine.dockerCommand("import", "-")
                .withInput(bytes)
                .run()
                .orFail()
                .output()
                .strip();
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    @Test
    void pruningDeletesWhatTheListSaysAndNothingElse() {
        make(image);
        row(image);
        engine.docker("create", "--name", name, image, "true");
        String untagged = engine.docker("commit", name).strip();
        engine.docker("rm", name);
        row(untagged);
        ImageRow alone = row(single());
        page.awaitEqual(
                "what is alone is measured",
                "All of it is in this image only",
                () -> alone.line().sharedWords());
        page.awaitEqual(
                "what is shared is measured",
                "Only in this image: 0 B. Shared with others",
                () -> line(untagged)
                        .map(line -> line.sharedWords().split(": [1-9]", 2)[0])
                        .orElse(""));
        page.command("images.prune");
        page.await("the checklist", () -> page.root().lookup("#prune-untagged") != null);
        page.await("what goes", () -> says(untagged.substring(7, 19)));
        page.await(
                "exactly what they come to",
                () -> says("Between ") && says(" become free: layers that other images share stay."));
        long all = engine.docker("images", "--filter", "dangling=true", "-q")
                .lines()
                .distinct()
                .count();
        press(all == 1 ? "Delete 1 image" : "Delete " + all + " images");
        awaitEngine("it is deleted", () -> !has(untagged));
        page.await("its row is gone", () -> find(untagged) == null);
        assertTrue(has(image));
        page.await(
                "what came of it",
                () -> page.parts().tasks().shown().stream()
                        .anyMatch(task -> task.detailProperty().get().startsWith("Freed ")));
        engine.docker("rmi", image);
    }

    @Test
    void aRegistryIsSearchedForWhatIsTyped() throws IOException {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            byte[] answer = (exchange.getRequestURI().getPath().startsWith("/v1/search") ? """
                            {"num_results": 1, "results": [{"name": "team/found", "description": "What was looked for",
                             "star_count": 13900, "is_official": true}]}""" : "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        registry.start();
        try {
            page.go("images/pull");
            TextField field = page.find("pull-field", TextField.class);
            Fx.run(() -> field.setText("127.0.0.1:" + registry.getAddress().getPort() + "/found:2"));
            page.await(
                    "what was found",
                    () -> says("127.0.0.1:" + registry.getAddress().getPort() + "/team/found")
                            && says("13.9k stars")
                            && says("Official"));
            Fx.run(() -> field.setText(""));
            page.await("nothing", () -> !says("team/found"));
        } finally {
            registry.stop(0);
        }
    }

    @Test
    void manyTagsOfARepositoryStandBelowAHead() {
        for (int i = 1; i <= 4; i++) {
            engine.docker("tag", TestImages.BUSYBOX, "pages/" + name + ":" + i);
        }
        row("pages/" + name + ":4");
        Fx.run(() -> page.images().model().filterTextProperty().set("name:" + name));
        page.await(
                "head and tags",
                () -> page.images().model().itemsProperty().get().size() == 5);
        Fx.run(() -> page.images().model().fold((io.quayside.desktop.ui.images.row.RepositoryRow)
                page.images().model().itemsProperty().get().getFirst()));
        page.await(
                "the head alone",
                () -> page.images().model().itemsProperty().get().size() == 1);
        for (int i = 1; i <= 4; i++) {
            engine.docker("rmi", "pages/" + name + ":" + i);
        }
    }

    @Test
    void anImageIsPulledInThePanelAndThenRun() {
        try (TestRegistry registry = TestRegistry.start()) {
            String wanted = registry.address() + "/" + name + ":2";
            make(wanted);
            engine.docker("push", wanted);
            engine.docker("rmi", wanted);
            page.await("the row is gone", () -> find(wanted) == null);
            page.go("images/pull");
            TextField field = page.find("pull-field", TextField.class);
            Fx.run(() -> {
                field.setText(wanted);
                field.requestFocus();
            });
            page.await("the engine's platform", () -> says(wanted));
            press("Pull " + wanted);
            row(wanted);
            assertTrue(has(wanted));
            page.await("how it ended", () -> says("Here, ") && says("Done"));
            press("Run " + wanted);
            page.await("the form", () -> page.address().equals("run/" + wanted));
            page.go("images");
            select(row(wanted));
            page.command("images.delete");
            page.await("it can be had again, so it goes without a question", () -> find(wanted) == null);
            assertFalse(has(wanted));
        }
    }

    @Test
    void whatCantBePulledIsSaid() {
        page.go("images/pull");
        TextField field = page.find("pull-field", TextField.class);
        Fx.run(() -> field.setText("Not A Name"));
        page.await("the fault", () -> says("small letters"));
        try (TestRegistry registry = TestRegistry.start()) {
            String missing = registry.address() + "/" + name + ":3";
            Fx.run(() -> field.setText(missing));
            press("Pull " + missing);
            page.await("the reason", () -> says(missing + " was not found."));
            press("Try again " + missing);
            page.await("the reason again", () -> says(missing + " was not found."));
            String bare = registry.address() + "/" + name;
            press("Search “" + bare + "”");
            page.awaitEqual("what is looked for", bare, field::getText);
        }
        Fx.run(() -> field.setText(""));
        page.press(KeyCode.ESCAPE, "", false, false);
    }
}
