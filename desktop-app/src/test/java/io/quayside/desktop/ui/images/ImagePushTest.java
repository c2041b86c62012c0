package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javafx.event.ActionEvent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pushing from the window to real registries: what the registry and the engine have afterwards.
class ImagePushTest extends OnImages {
    @AfterEach
    void forget() {
        engine.tryDocker("rmi", "-f", image);
        page.go("containers");
    }

    /// Opens the panel for the image of this test.
    private void open() {
        select(row(image));
        page.command("images.push");
        page.await("the panel", () -> page.root().lookup("#push-panel") != null);
    }

    private static void type(String reference) {
        TextField field = page.find("push-reference", TextField.class);
        Fx.run(() -> field.setText(reference));
    }

    private static long layers(String words) {
        return page.root().lookupAll(".layer-words").stream()
                .map(Labeled.class::cast)
                .filter(label -> words.equals(label.getText()))
                .count();
    }

    private static AppTask task(String title) {
        return page.parts().tasks().shown().stream()
                .filter(task -> task.titleProperty().get().endsWith(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anImageIsPushedUnderANewNameAndTheDigestIsTheRegistrysOwn() {
        try (TestRegistry registry = TestRegistry.start()) {
            engine.docker("tag", TestImages.HTTPD, image);
            String target = registry.address() + "/" + name + ":5";
            open();
            type(target);
            page.await("what happens to the name", () -> says("The image gets this name here too."));
            page.await("who is signed in", () -> says("Not signed in to " + registry.address()));

            press("Push " + target);

            page.await("how it ended", () -> says("Pushed, ") && layers("Done") > 0);
            String digest =
                    Fx.call(() -> page.find("push-digest", Labeled.class).getText());
            engine.docker("rmi", target);
            engine.docker("pull", registry.address() + "/" + name + "@" + digest);
            assertEquals(
                    engine.docker("image", "inspect", "--format", "{{.Id}}", image),
                    engine.docker(
                            "image", "inspect", "--format", "{{.Id}}", registry.address() + "/" + name + "@" + digest));

            press("Push " + target);
            page.await("nothing was to be sent", () -> says("Pushed, its layers were there already"));
            assertEquals(0, Fx.call(() -> layers("Done")));
            assertTrue(Fx.call(() -> layers("Already there")) > 0);
            engine.docker("rmi", "-f", target);
        }
    }

    @Test
    void whatTheRegistryRefusesLeadsToTheFormToSignInAndThenGoesThrough() {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            image = registry.address() + "/" + name + ":1";
            engine.docker("tag", TestImages.BUSYBOX, image);
            open();
            press("Push " + image);
            page.await("why", () -> says(registry.address() + " doesn’t take it."));

            press("Sign in…");
            page.await("the form", () -> page.root().lookup("#sign-in-address") instanceof TextField);
            TextField user = page.find("sign-in-user", TextField.class);
            TextField secret = page.find("sign-in-secret", TextField.class);
            Fx.run(() -> {
                user.setText(TestRegistry.USER);
                secret.setText(TestRegistry.PASSWORD);
            });
            press("Use for this session only");
            page.await("signed in", () -> page.root().lookup("#sign-in") == null);

            page.go("images");
            page.await("who is signed in", () -> says("Signed in to " + registry.address() + " as alice."));
            press("Try again " + image);
            page.await("how it ended", () -> says("Pushed, "));
        }
    }

    @Test
    void aRegistryThatIsNotThereIsNamed() {
        TestRegistry gone = TestRegistry.start();
        gone.close();
        engine.docker("tag", TestImages.BUSYBOX, image);
        open();
        type(gone.address() + "/" + name);
        press("Push " + gone.address() + "/" + name + ":latest");
        page.await("why", () -> says(gone.address() + " can't be reached.") && says("Nothing answers there."));
        awaitEngine("the name is gone again", () -> !has(gone.address() + "/" + name));
        assertTrue(has(image), "the image stays");
    }

    @Test
    void aRegistryThatGoesAwayInMidLayerIsTriedAgainUntilSomebodyCancels() throws IOException {
        CountDownLatch half = new CountDownLatch(1);
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        registry.createContext("/", exchange -> {
            switch (exchange.getRequestMethod()) {
                case "GET" -> exchange.sendResponseHeaders(200, -1);
                case "POST" -> {
                    exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "one");
                    exchange.sendResponseHeaders(202, -1);
                }
                case "PATCH" -> {
                    exchange.getRequestBody().readNBytes(1000);
                    half.countDown();
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        registry.start();
        try {
            String host = "127.0.0.1:" + registry.getAddress().getPort();
            image = host + "/" + name + ":1";
            engine.docker("tag", TestImages.BUSYBOX, image);
            open();
            press("Push " + image);
            page.await("a broken layer", () -> half.getCount() == 0 && layers("Trying again") > 0);
            press("Cancel " + image);
            page.await("it is over", () -> says("Cancelled"));
            assertEquals(
                    AppTask.State.CANCELLED,
                    Fx.call(() -> task(image).stateProperty().get()));
            assertEquals(0, Fx.call(() -> layers("Trying again")));
            assertTrue(has(image), "the image stays");
        } finally {
            registry.stop(0);
        }
    }

    @Test
    void aNameThatCantBePushedIsSaidBeforeItIsTried() {
        engine.docker("tag", TestImages.BUSYBOX, image);
        open();
        type("Not A Name");
        page.await("the fault", () -> says("small letters"));
        type(image + "@sha256:" + "0".repeat(64));
        page.await("no digest", () -> says("An image is pushed under a tag."));
        int tasks = Fx.call(() -> page.parts().tasks().shown().size());
        Fx.run(() -> page.find("push-reference", TextField.class).fireEvent(new ActionEvent()));
        assertEquals(tasks, Fx.call(() -> page.parts().tasks().shown().size()));
    }
}
