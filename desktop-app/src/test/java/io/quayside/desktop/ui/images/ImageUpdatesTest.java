package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.updates.UpdateState;
import io.quayside.engine.credential.Login;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What real registries have under the names of images here, against what is here.
class ImageUpdatesTest extends OnImages {
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    private static boolean marked() {
        return page.root().lookupAll(".update-chip").stream().anyMatch(Node::isVisible);
    }

    private static @Nullable UpdateState state(String reference) {
        return line(reference).map(ImageLine::update).orElse(null);
    }

    private static String digest(String reference) {
        return engine.docker("image", "inspect", "--format", "{{json .RepoDigests}}", reference);
    }

    /// The registry gets another image under the name, from another name there: what is here stays as it is all the
    /// time.
    private static void replaceInRegistry(String reference) throws Exception {
        String other = reference.substring(0, reference.lastIndexOf(':')) + ":other";
        engine.docker("tag", TestImages.HTTPD, other);
        engine.docker("push", other);
        engine.docker("rmi", other);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> manifest = client.send(
                    manifest(other).header("Accept", MANIFEST).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, manifest.statusCode());
            assertEquals(
                    201,
                    client.send(
                                    manifest(reference)
                                            .header("Content-Type", MANIFEST)
                                            .PUT(HttpRequest.BodyPublishers.ofByteArray(manifest.body()))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode());
        }
    }

    private static HttpRequest.Builder manifest(String reference) {
        int slash = reference.indexOf('/');
        int colon = reference.lastIndexOf(':');
        String login = Base64.getEncoder()
                .encodeToString((TestRegistry.USER + ":" + TestRegistry.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://" + reference.substring(0, slash) + "/v2/"
                        + reference.substring(slash + 1, colon) + "/manifests/" + reference.substring(colon + 1)))
                .header("Authorization", "Basic " + login);
    }

    private static void check(String reference) {
        select(row(reference));
        page.command("images.check-update");
    }

    @Test
    void aNewerImageInTheRegistryIsMarkedUntilItIsPulled() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            String reference = registry.address() + "/" + name + ":1";
            make(reference);
            engine.docker("push", reference);
            page.await(
                    "its digest",
                    () -> line(reference).stream()
                            .anyMatch(line -> !line.image().digests().isEmpty()));
            check(reference);
            page.await("it is current", () -> state(reference) instanceof UpdateState.Current);
            Fx.run(() -> page.images().model().filterTextProperty().set(name));
            page.await("no mark", () -> !marked());

            replaceInRegistry(reference);
            page.command("images.check-updates");
            page.await("the mark", ImageUpdatesTest::marked);
            String before = digest(reference);

            page.go("image/" + row(reference).line().image().id());
            page.await("it is said", () -> says(registry.address() + " has a newer image, asked "));
            press("Pull update…");
            press("Pull " + reference);
            page.await("it is current again", () -> state(reference) instanceof UpdateState.Current);
            page.await("the mark is gone", () -> !marked());
            assertNotEquals(before, digest(reference));
            engine.docker("rmi", reference);
        }
    }

    @Test
    void aPrivateRegistryIsAskedByWhoIsSignedInAndWhatItRefusesIsSaid() throws Exception {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            String reference = registry.address() + "/" + name + ":1";
            make(reference);
            engine.docker("login", "-u", TestRegistry.USER, "-p", TestRegistry.PASSWORD, registry.address());
            engine.docker("push", reference);
            replaceInRegistry(reference);
            engine.docker("logout", registry.address());
            page.await(
                    "its digest",
                    () -> line(reference).stream()
                            .anyMatch(line -> !line.image().digests().isEmpty()));

            check(reference);
            page.await(
                    "why not",
                    () -> says("1 image couldn’t be checked for updates.")
                            && says(registry.address() + " shows it only to those who are signed in"));
            page.await(
                    "the way to sign in",
                    () -> button("Sign in to " + registry.address() + "…").isPresent());

            page.parts()
                    .logins()
                    .signIn(
                            page.parts().connected(),
                            Login.withPassword(registry.address(), TestRegistry.USER, TestRegistry.PASSWORD),
                            false);
            check(reference);
            page.await("there is one", () -> state(reference) instanceof UpdateState.Available);
            page.parts().logins().signOut(registry.address());
            engine.docker("rmi", reference);
        }
    }

    @Test
    void aRegistryThatIsGoneIsSaidOnTheImagesPage() {
        String reference;
        try (TestRegistry registry = TestRegistry.start()) {
            reference = registry.address() + "/" + name + ":1";
            make(reference);
            engine.docker("push", reference);
            page.await(
                    "its digest",
                    () -> line(reference).stream()
                            .anyMatch(line -> !line.image().digests().isEmpty()));
        }
        page.go("image/" + row(reference).line().image().id());
        page.await("nobody asked", () -> says("Not checked for updates yet."));
        press("Check for update");
        String host = reference.substring(0, reference.indexOf('/'));
        page.await("it is said", () -> says(host + " can't be reached. Asked "));
        assertEquals(
                1,
                Fx.call(() -> page.root().lookupAll("#image-update .label").stream()
                        .filter(label -> ((Labeled) label).getText().startsWith(host))
                        .count()));
        engine.docker("rmi", reference);
    }
}
