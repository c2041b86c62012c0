package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.images.transfer.Platform;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Registries that limit or break off, archives that are cut or hostile, and an image for another machine: what the
/// window says, and what the engine has afterwards.
class BadTransfersTest extends OnImages {
    private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    private static final String LIMITED =
            "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"You have reached your pull rate limit.\"}]}";

    /// Nothing but a layer is larger.
    private static final int LAYER = 100_000;

    /// Out of any folder.
    private static final String UP = "../../../../../../../../../..";

    private final HttpClient http = HttpClient.newHttpClient();

    private static void pull(String reference) {
        page.go("images/pull");
        TextField field = page.find("pull-field", TextField.class);
        Fx.run(() -> field.setText(reference));
        press("Pull " + reference);
    }

    @Test
    void aRegistryThatLimitsPullsIsSaidWithTheWayToSignIn() throws IOException {
        try (StandIn registry = StandIn.open((exchange, _) -> {
            boolean door = exchange.getRequestURI().getPath().equals("/v2/");
            byte[] words = LIMITED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(door ? 200 : 429, door ? -1 : words.length);
            if (!door) {
                exchange.getResponseBody().write(words);
            }
        })) {
            String reference = registry.host() + "/" + name + ":1";
            pull(reference);
            page.await("why", () -> says("The registry limits pulls without an account."));
            assertTrue(Fx.call(() -> button("Sign in…").isPresent()));
            assertFalse(has(reference));
        }
    }

    @Test
    void aRegistryThatSaysWhenItAllowsMoreIsAskedAgainThen() throws IOException {
        AtomicBoolean limits = new AtomicBoolean(true);
        try (TestRegistry registry = TestRegistry.start();
                StandIn limiting = StandIn.open((exchange, self) -> {
                    if (limits.get() && !exchange.getRequestURI().getPath().equals("/v2/")) {
                        exchange.getResponseHeaders().set("Retry-After", "7");
                        byte[] words = LIMITED.getBytes(StandardCharsets.UTF_8);
                        boolean asked = exchange.getRequestMethod().equals("GET");
                        exchange.sendResponseHeaders(429, asked ? words.length : -1);
                        if (asked) {
                            exchange.getResponseBody().write(words);
                        }
                        return;
                    }
                    exchange.getResponseBody().write(self.ask(registry, exchange));
                })) {
            String behind = registry.address() + "/" + name + ":1";
            String reference = limiting.host() + "/" + name + ":1";
            make(behind);
            engine.docker("push", behind);
            engine.docker("rmi", behind);
            pull(reference);
            page.await("why", () -> says("It allows more in about "));
            AtomicReference<Button> retry = new AtomicReference<>();
            page.await("when", () -> {
                labelled("Retry at \\d\\d:\\d\\d").ifPresent(retry::set);
                return retry.get() != null;
            });
            limits.set(false);
            Fx.run(() -> retry.get().fire());
            page.await(
                    "it waits where it can be cancelled",
                    () -> page.parts().tasks().shown().stream()
                            .anyMatch(task -> task.titleProperty().get().startsWith("Pulling " + reference + " at ")));
            awaitEngine("it is here", () -> has(reference));
            engine.docker("rmi", reference);
        }
    }

    private static Optional<Button> labelled(String pattern) {
        return page.root().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(each -> each.getText() != null && each.getText().matches(pattern))
                .findFirst();
    }

    @Test
    void aLayerThatBreaksOffIsFetchedAgain() throws IOException {
        AtomicInteger layers = new AtomicInteger();
        try (TestRegistry registry = TestRegistry.start();
                StandIn breaking = StandIn.open((exchange, self) -> {
                    byte[] body = self.ask(registry, exchange);
                    boolean half = body.length > LAYER && layers.getAndIncrement() == 0;
                    exchange.getResponseBody().write(body, 0, half ? body.length / 2 : body.length);
                })) {
            String behind = registry.address() + "/" + name + ":1";
            String reference = breaking.host() + "/" + name + ":1";
            make(behind);
            String id = id(behind);
            engine.docker("push", behind);
            engine.docker("rmi", behind);
            pull(reference);
            awaitEngine("it is here", () -> has(reference));
            assertTrue(layers.get() > 1, "a layer broke off");
            assertEquals(id, id(reference));
            page.await("how it ended", () -> says("Here, "));
            engine.docker("rmi", reference);
        }
    }

    @Test
    void aPullThatIsCancelledLeavesNothingAndCanBeMadeAgain() throws IOException, InterruptedException {
        try (TestRegistry registry = TestRegistry.start()) {
            String behind = registry.address() + "/" + name + ":1";
            make(behind);
            String id = id(behind);
            engine.docker("push", behind);
            engine.docker("rmi", behind);
            page.await("it is gone", () -> find(behind) == null);
            List<String> before = images();
            cancelled(before, (exchange, self, reached) -> {
                reached.countDown();
                self.hold();
            });
            cancelled(before, (exchange, self, reached) -> {
                byte[] body = self.ask(registry, exchange);
                if (body.length <= LAYER) {
                    exchange.getResponseBody().write(body);
                    return;
                }
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
                reached.countDown();
                self.hold();
            });
            pull(behind);
            awaitEngine("it is here", () -> has(behind));
            assertEquals(id, id(behind));
            engine.docker("rmi", behind);
        }
    }

    /// A registry that says nothing more from some phase on.
    @FunctionalInterface
    private interface Hanging {
        void answer(HttpExchange exchange, StandIn self, CountDownLatch reached)
                throws IOException, InterruptedException;
    }

    private void cancelled(List<String> before, Hanging hanging) throws IOException, InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        try (StandIn registry = StandIn.open((exchange, self) -> hanging.answer(exchange, self, reached))) {
            String reference = registry.host() + "/" + name + ":1";
            pull(reference);
            assertTrue(reached.await(60, TimeUnit.SECONDS), "it is asked");
            press("Cancel " + reference);
            page.await("it is over", () -> says("Cancelled") && isIdle());
            assertFalse(has(reference));
            assertEquals(before, images());
        }
    }

    @Test
    void aPullThatIsCancelledWhileItIsUnpackedLeavesNothing(@TempDir Path folder) throws IOException {
        try (TestRegistry registry = TestRegistry.start()) {
            String reference = registry.address() + "/" + name + ":1";
            Path archive = folder.resolve("many.tar");
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
                for (int i = 0; i < 60_000; i++) {
                    byte[] words = ("file " + i).getBytes(StandardCharsets.UTF_8);
                    TarArchiveEntry entry = new TarArchiveEntry("many/" + i);
                    entry.setSize(words.length);
                    tar.putArchiveEntry(entry);
                    tar.write(words);
                    tar.closeArchiveEntry();
                }
            }
            engine.docker("import", archive.toString(), reference);
            String id = id(reference);
            engine.docker("push", reference);
            engine.docker("rmi", reference);
            List<String> before = images();
            pull(reference);
            page.await("it is unpacked", () -> says("Unpacking"));
            press("Cancel " + reference);
            page.await("it is over", () -> says("Cancelled") && isIdle());
            assertFalse(has(reference));
            assertEquals(before, images());
            pull(reference);
            awaitEngine("it is here", () -> has(reference));
            assertEquals(id, id(reference));
            engine.docker("rmi", reference);
        }
    }

    @Test
    void aCertificateThatTheEngineDoesNotTrustIsSaidWithTheWayToIt() {
        try (TestRegistry registry = TestRegistry.startWithTls()) {
            String gateway =
                    engine.docker("network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}");
            String host = registry.addressAt(gateway.strip());
            pull(host + "/" + name + ":1");
            page.await(
                    "why",
                    () -> says(host + " can't be reached.") && says("The engine doesn't trust its certificate."));
            press("Show certificate…");
            page.await(
                    "where it can be looked at and trusted",
                    () -> page.address().equals("registries/sign-in/" + host) && says("Certificate not trusted"));
            page.press(KeyCode.ESCAPE, "", false, false);
        }
    }

    private static String id(String reference) {
        return engine.docker("image", "inspect", "--format", "{{.Id}}", reference);
    }

    private String digest(String reference) {
        String words = engine.docker("push", reference);
        return words.replaceAll("(?s).*digest: (sha256:[0-9a-f]{64}).*", "$1");
    }

    private String entry(TestRegistry registry, String digest, String arch) throws IOException, InterruptedException {
        HttpResponse<String> manifest = http.send(
                HttpRequest.newBuilder(
                                URI.create("http://" + registry.address() + "/v2/" + name + "/manifests/" + digest))
                        .header("Accept", MANIFEST)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return "{\"mediaType\":\"" + MANIFEST + "\",\"size\":" + manifest.body().length() + ",\"digest\":\"" + digest
                + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + arch + "\"}}";
    }

    @Test
    void thePlatformThatIsChosenIsPulled() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            String reference = registry.address() + "/" + name + ":1";
            StringBuilder entries = new StringBuilder();
            Map<String, String> ids = new HashMap<>();
            for (String arch : List.of("amd64", "arm64")) {
                String one = registry.address() + "/" + name + ":" + arch;
                engine.dockerCommand("import", "--platform", "linux/" + arch, "--message", arch, "-", one)
                        .withInput(TestImages.busyboxArchive())
                        .run()
                        .orFail();
                ids.put(arch, id(one));
                entries.append(entries.isEmpty() ? "" : ",").append(entry(registry, digest(one), arch));
                engine.docker("rmi", one);
            }
            HttpResponse<String> put = http.send(
                    HttpRequest.newBuilder(URI.create("http://" + registry.address() + "/v2/" + name + "/manifests/1"))
                            .header("Content-Type", LIST)
                            .PUT(HttpRequest.BodyPublishers.ofString("{\"schemaVersion\":2,\"mediaType\":\"" + LIST
                                    + "\",\"manifests\":[" + entries + "]}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(201, put.statusCode(), put::body);
            page.go("images/pull");
            ComboBox<?> platform = page.find("pull-platform", ComboBox.class);
            page.await(
                    "the engine's own",
                    () -> !platform.getItems().isEmpty()
                            && "amd64".equals(String.valueOf(platform.getItems().getFirst())));
            Fx.run(() -> choose(platform, "linux/arm64"));
            pull(reference);
            awaitEngine("it is here", () -> has(reference));
            assertEquals(ids.get("arm64"), id(reference));
            Fx.run(() -> platform.getSelectionModel().select(0));
            engine.docker("rmi", reference);
        }
    }

    private static <T> void choose(ComboBox<T> platform, String name) {
        platform.setValue(platform.getItems().stream()
                .filter(item -> ((Platform) item).name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private static String problem() {
        page.await(
                "why not", () -> page.images().model().problemProperty().get().isPresent());
        String title = Fx.call(() ->
                page.images().model().problemProperty().get().orElseThrow().title());
        Fx.run(() -> page.images().model().dismissProblem());
        return title;
    }

    private static boolean isIdle() {
        return page.parts().tasks().shown().stream()
                .noneMatch(task -> task.stateProperty().get() == AppTask.State.RUNNING);
    }

    private static List<String> images() {
        return engine.docker("images", "-qa", "--no-trunc").lines().sorted().toList();
    }

    @Test
    void anArchiveThatIsCutOffLeavesTheEngineAsItWas(@TempDir Path folder) throws IOException {
        make(image);
        Path whole = folder.resolve("whole.tar");
        engine.docker("save", "-o", whole.toString(), image);
        engine.docker("rmi", image);
        page.await("it is gone", () -> find(image) == null);
        List<String> before = images();
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.tar"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        page.openFrom(cut);
        page.command("images.load");
        assertEquals("Couldn't load cut.tar.", problem());
        assertFalse(has(image));
        assertEquals(before, images());
        page.await("no task is left", BadTransfersTest::isIdle);
    }

    @Test
    void aHostileArchiveReachesNothingOutside(@TempDir Path folder) throws IOException {
        Path outside = Path.of("/tmp").resolve("quayside-outside-" + name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            byte[] words = "outside".getBytes(StandardCharsets.UTF_8);
            for (String path : List.of("../../../../../../../../../.." + outside, "way/" + outside.getFileName())) {
                if (path.startsWith("way")) {
                    TarArchiveEntry link = new TarArchiveEntry("way", TarArchiveEntry.LF_SYMLINK);
                    link.setLinkName("/tmp");
                    tar.putArchiveEntry(link);
                    tar.closeArchiveEntry();
                }
                TarArchiveEntry entry = new TarArchiveEntry(path);
                entry.setSize(words.length);
                tar.putArchiveEntry(entry);
                tar.write(words);
                tar.closeArchiveEntry();
            }
        }
        Path file = Files.write(folder.resolve("hostile.tar"), bytes.toByteArray());
        page.openFrom(file);
        page.command("images.import");
        page.await("the question", () -> page.root().lookup("#import-name") != null);
        TextField field = page.find("import-name", TextField.class);
        Fx.run(() -> field.setText(image));
        press("Import");
        page.await(
                "it is over",
                () -> isIdle()
                        && (find(image) != null
                                || page.images().model().problemProperty().get().isPresent()));
        assertFalse(Files.exists(outside));
        engine.tryDocker("rmi", image);
    }

    private static void load(Path folder, String file, byte[] content) throws IOException {
        page.openFrom(Files.write(folder.resolve(file), content));
        page.command("images.load");
    }

    @Test
    void anArchiveThatReachesOutIsRefused(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "not for images");
        byte[] content = Files.readAllBytes(secret);
        Path outside = Path.of("/tmp").resolve("quayside-outside-" + name);
        Map<String, byte[]> archives = Map.of(
                "names.tar",
                        ArchiveBytes.of(
                                new ArchiveBytes.Entry(UP + outside, "out"),
                                new ArchiveBytes.Entry(outside.toString(), "out")),
                "path.tar", ArchiveBytes.image(image, UP + secret, content),
                "link.tar",
                        ArchiveBytes.image(
                                image, "layer.tar", content, ArchiveBytes.Entry.link("layer.tar", secret.toString())));
        List<String> before = images();
        for (Map.Entry<String, byte[]> hostile : archives.entrySet()) {
            load(folder, hostile.getKey(), hostile.getValue());
            assertEquals("Couldn't load " + hostile.getKey() + ".", problem());
            page.await("no task is left", BadTransfersTest::isIdle);
            assertEquals(before, images(), hostile.getKey());
            assertFalse(Files.exists(outside), hostile.getKey());
        }
    }

    @Test
    void whatAnImageWantsToWriteOutsideStaysInside(@TempDir Path folder) throws IOException {
        Path outside = Path.of("/tmp").resolve("quayside-outside-" + name);
        Map<String, byte[]> layers = Map.of(
                "up.tar", ArchiveBytes.of(new ArchiveBytes.Entry(UP + outside, "out")),
                "over.tar",
                        ArchiveBytes.of(
                                ArchiveBytes.Entry.link("way", "/tmp"),
                                new ArchiveBytes.Entry("way/" + outside.getFileName(), "out")));
        for (Map.Entry<String, byte[]> layer : layers.entrySet()) {
            byte[] content = layer.getValue();
            load(
                    folder,
                    layer.getKey(),
                    ArchiveBytes.image(image, "layer.tar", content, new ArchiveBytes.Entry("layer.tar", content)));
            page.await("it is here, or why not", () -> find(image) != null || isRefused());
            page.await("no task is left", BadTransfersTest::isIdle);
            assertFalse(Files.exists(outside), layer.getKey());
            Fx.run(() -> page.images().model().dismissProblem());
            engine.tryDocker("rmi", image);
            page.await("it is gone", () -> find(image) == null);
        }
    }

    private static boolean isRefused() {
        return page.images().model().problemProperty().get().isPresent();
    }
}
