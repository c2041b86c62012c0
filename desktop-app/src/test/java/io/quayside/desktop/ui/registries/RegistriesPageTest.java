package io.quayside.desktop.ui.registries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signing in to real registries in the window: what the registry, the engine and the docker command find afterwards.
class RegistriesPageTest extends OnEngine {
    private final Path config = page.dockerFolder().resolve("config.json");

    @AfterEach
    void forget() throws IOException {
        Fx.run(() -> page.root().lookupAll(".registry-row").forEach(row -> press((RegistryLine) row, KeyCode.DELETE)));
        page.await("nobody is signed in", () -> !isSeen("For this session only"));
        Files.deleteIfExists(config);
        page.go("containers");
    }

    private static void press(RegistryLine row, KeyCode key) {
        row.fireEvent(new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private void open(TestRegistry registry) {
        page.go("registries/sign-in/" + registry.address());
        page.await("the form", () -> page.root().lookup("#sign-in") != null);
    }

    private void type(String user, String secret) {
        TextField name = page.find("sign-in-user", TextField.class);
        TextField password = page.find("sign-in-secret", TextField.class);
        Fx.run(() -> {
            name.setText(user);
            password.setText(secret);
        });
    }

    private void click(String button) {
        Fx.run(() -> page.root().lookupAll(".button").stream()
                .filter(node -> isSeen(node) && node instanceof Button it && button.equals(it.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private boolean isSeen(String text) {
        return page.root().lookupAll("*").stream()
                .anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()) && isSeen(node));
    }

    private void awaitRefusal() {
        try {
            page.await("the refusal", () -> isSeen("Wrong user name or token."));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but " + texts(), e);
        }
    }

    /// A private image, pushed by docker itself.
    private String push(TestRegistry registry) {
        String image = registry.address() + "/private/" + name + ":1";
        engine.docker("tag", TestImages.BUSYBOX, image);
        engine.docker("login", "-u", TestRegistry.USER, "-p", TestRegistry.PASSWORD, registry.address());
        engine.docker("push", image);
        engine.docker("logout", registry.address());
        engine.docker("rmi", image);
        return image;
    }

    private void pull(String image) {
        page.go("images/pull");
        TextField field = page.find("pull-field", TextField.class);
        Fx.run(() -> {
            field.setText(image);
            field.requestFocus();
        });
        page.press(KeyCode.ENTER, "", false, false);
    }

    @Test
    void loginForThisSessionPullsAPrivateImageAndIsWrittenNowhere() {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            String image = push(registry);
            open(registry);
            type(TestRegistry.USER, TestRegistry.PASSWORD);

            click("Use for this session only");

            page.await("the row", () -> isSeen("For this session only") && isSeen(TestRegistry.USER));
            assertFalse(Files.exists(config), "nothing is stored");
            pull(image);
            page.await(
                    "the image is here",
                    () -> engine.docker("images", "-q", image).strip().length() > 5);
            page.go("registries");
            page.await(
                    "when it was used",
                    () -> rows().stream()
                            .anyMatch(row -> row.row().server().equals(registry.address())
                                    && row.row().used().matches("Pulled \\d+ (s|min) ago")));
            engine.docker("rmi", image);
        }
    }

    /// What the window says in words. What is typed into a field for secrets isn't painted.
    private static List<String> texts() {
        return Fx.call(() -> page.root().lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    @Test
    void pullThatIsRefusedLeadsToTheFormForItsRegistry() {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            String image = push(registry);

            pull(image);

            page.await("why", () -> isSeen(registry.address() + " wants you to sign in."));
            click("Sign in…");
            page.await(
                    "the form",
                    () -> page.root().lookup("#sign-in-address") instanceof TextField field
                            && field.getText().equals(registry.address()));
        }
    }

    @Test
    void storedLoginIsDockersOwnAndNobodyElseCanReadIt() throws IOException {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            String image = push(registry);
            open(registry);
            type(TestRegistry.USER, TestRegistry.PASSWORD);

            click("Store anyway");

            page.await("the row", () -> isSeen("Unencrypted in config.json"));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config)));
            engine.docker("--config", page.dockerFolder().toString(), "pull", image);
            engine.docker("rmi", image);
        }
    }

    @Test
    void wrongPasswordIsSaidInTheFormAndKeptNowhere() {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            open(registry);
            type(TestRegistry.USER, "wrong");

            click("Store anyway");

            awaitRefusal();
            assertTrue(Fx.call(() -> page.root().lookup("#sign-in") != null), "the form stays open");
            assertEquals(
                    "wrong",
                    Fx.call(() -> page.find("sign-in-secret", TextField.class).getText()));
            assertFalse(Files.exists(config));
        }
    }

    @Test
    void whatDockerStoredIsListedAndSigningOutForgetsItThere() {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            engine.docker(
                    "--config",
                    page.dockerFolder().toString(),
                    "login",
                    "-u",
                    TestRegistry.USER,
                    "-p",
                    TestRegistry.PASSWORD,
                    registry.address());
            page.go("registries");
            page.await("docker's login", () -> isSeen(registry.address()) && isSeen(TestRegistry.USER));
            page.go("containers");
            page.go("registries/sign-in/" + registry.address());
            page.await(
                    "the form below its row, with the keyboard",
                    () -> rows().stream()
                            .filter(row -> row.row().server().equals(registry.address()))
                            .anyMatch(row -> row.getChildren().stream().anyMatch(SignInForm.class::isInstance)
                                    && page.find("sign-in-user", TextField.class)
                                            .isFocused()));
            page.press(KeyCode.ESCAPE, "", false, false);
            page.await("it is closed", () -> page.root().lookup("#sign-in") == null);

            Fx.run(() -> rows().stream()
                    .filter(row -> row.row().server().equals(registry.address()))
                    .forEach(row -> press(row, KeyCode.DELETE)));

            page.await("it is gone", () -> !isSeen(TestRegistry.USER));
            assertFalse(read(config).contains(registry.address()), "docker has forgotten it");
        }
    }

    @Test
    void certificateThatIsNotTrustedIsShownAndTrustedFromThenOn() throws Exception {
        try (TestRegistry registry = TestRegistry.startWithTls()) {
            open(registry);
            page.await(
                    "why not",
                    () -> isSeen("Certificate not trusted")
                            && isSeen("The certificate of " + registry.address()
                                    + " is not trusted. It is signed by “CN=Test authority”."));
            Fx.run(() -> page.root().lookupAll(".hyperlink").stream()
                    .filter(node -> isSeen(node) && node instanceof Hyperlink)
                    .map(Hyperlink.class::cast)
                    .filter(link -> link.getText().startsWith("Show certificate"))
                    .findFirst()
                    .orElseThrow()
                    .fire());
            page.await("who signed it", () -> isSeen("CN=Test authority"));

            click("Trust this registry");

            page.await("it is trusted", () -> isSeen("Answers, TLS 1.3"));
            Path kept = page.certificates().resolve(registry.address()).resolve("quayside.crt");
            assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
            try (InputStream in = Files.newInputStream(kept)) {
                X509Certificate trusted = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(in);
                assertEquals(
                        "CN=Test authority", trusted.getIssuerX500Principal().getName());
            }
            page.press(KeyCode.ESCAPE, "", false, false);
        }
    }

    @Test
    void emptyFieldIsNamedAndGetsTheKeyboard() {
        page.go("registries/sign-in/registry.example.com");
        page.await(
                "the form has the keyboard",
                () -> page.root().lookup("#sign-in-user") instanceof TextField field && field.isFocused());
        type("", "x");

        click("Use for this session only");

        assertTrue(Fx.call(() -> isSeen("It needs a user name.")));
        assertTrue(Fx.call(() -> page.find("sign-in-user", TextField.class).isFocused()));
        page.press(KeyCode.ESCAPE, "", false, false);
        page.await("the form is closed", () -> page.root().lookup("#sign-in") == null);
    }

    private List<RegistryLine> rows() {
        return page.root().lookupAll(".registry-row").stream()
                .map(RegistryLine.class::cast)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
