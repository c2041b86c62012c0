package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.builds.BuildOutcome;
import io.quayside.desktop.builds.BuildRequest;
import io.quayside.desktop.builds.RunningBuild;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.builds.form.BuildCommand;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.updates.UpdateState;
import io.quayside.engine.build.BuildSecret;
import io.quayside.testing.engine.TestRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Known secrets on every way that images take, good ones and failing ones, and then a look at all that was written,
/// logged, shown, or given to programs meanwhile.
class SecretsTest extends OnImages {
    private static final String TYPED_WRONG = "close sesame";
    private static final String OF_BUILD = "swordfish of the build";

    @TempDir
    private Path folder = Path.of("");

    private static void type(String id, String text) {
        page.await("the field " + id, () -> page.root().lookup("#" + id) != null);
        TextInputControl field = page.find(id, TextInputControl.class);
        Fx.run(() -> field.setText(text));
    }

    private static void signIn(TestRegistry registry, String password) {
        page.go("registries/sign-in/" + registry.address());
        type("sign-in-user", TestRegistry.USER);
        type("sign-in-secret", password);
        press("Use for this session only");
    }

    private static void pull(String reference) {
        page.go("images");
        page.go("images/pull");
        type("pull-field", reference);
        press("Pull " + reference);
    }

    private static void push(String reference) {
        page.go("images");
        select(row(reference));
        page.command("images.push");
        press("Push " + reference);
    }

    /// A build by BuildKit from the private image, with a secret of which the step makes what it likes.
    private BuildRequest request(String base, String step) throws Exception {
        Path context = Files.createDirectories(folder.resolve("context"));
        Path secret = Files.writeString(folder.resolve("key"), OF_BUILD);
        Files.setPosixFilePermissions(secret, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM " + base + "\nARG WORD\nRUN --mount=type=secret,id=key " + step + "\n");
        return new BuildRequest(
                context,
                "Dockerfile",
                List.of(image),
                Map.of("WORD", "an argument is no secret"),
                "",
                "",
                Map.of(),
                "",
                List.of(new BuildSecret.OfFile("key", secret)),
                true,
                true);
    }

    private static RunningBuild ended(BuildRequest request) {
        RunningBuild build = Fx.call(() -> page.builds().start(request));
        PageFixture.await(
                "the end of the build",
                Duration.ofSeconds(90),
                () -> !build.record().isRunning());
        return build;
    }

    @Test
    void secretsAreNowhereButWhereTheyBelong() throws Exception {
        try (TestRegistry registry = TestRegistry.startWithAccount();
                SecretWatch watch = SecretWatch.start()) {
            String reference = registry.address() + "/" + name + ":1";
            make(reference);
            signIn(registry, TYPED_WRONG);
            page.await("the refusal", () -> says("Wrong user name or token."));
            watch.look(page);
            push(reference);
            page.await("a push that is refused", () -> says(registry.address() + " doesn’t take it."));
            watch.look(page);
            signIn(registry, TestRegistry.PASSWORD);
            page.await("signed in", () -> page.root().lookup("#sign-in") == null);
            push(reference);
            page.await("a push", () -> says("Pushed, "));
            engine.docker("rmi", reference);
            page.await("it is gone", () -> find(reference) == null);
            pull(reference);
            row(reference);
            pull(registry.address() + "/" + name + ":none");
            page.await("a pull that fails", () -> says("was not found."));
            watch.look(page);
            page.command("images.check-updates");
            page.await(
                    "a check",
                    () -> line(reference).stream().anyMatch(line -> line.update() instanceof UpdateState.Current));

            page.buildByKit(Files.createDirectories(folder.resolve("docker")));
            BuildRequest good = request(reference, "test \"$(cat /run/secrets/key | wc -c)\" = " + OF_BUILD.length());
            RunningBuild built = ended(good);
            assertEquals(BuildOutcome.BUILT, built.record().outcome(), () -> "" + built.record());
            page.go("build-run/" + built.id());
            page.await("the build", page::settled);
            watch.look(page);
            RunningBuild failed = ended(request(reference, "exit 3"));
            assertEquals(BuildOutcome.FAILED, failed.record().outcome());
            page.go("build-run/" + failed.id());
            page.await("the failed build", page::settled);
            watch.look(page);
            watch.add(BuildCommand.render(good));
            page.parts().tasks().shown().forEach(task -> watch.add(words(task)));
            watch.files(page.buildsFolder());
            watch.files(page.dockerFolder());
            watch.files(folder.resolve("docker"));
            watch.readableByOthers(Path.of(System.getProperty("java.io.tmpdir")), "quayside-");

            assertTrue(watch.wasGiven("an argument is no secret"), "what programs are given is seen");
            watch.assertNowhere(TestRegistry.USER, TYPED_WRONG);
            watch.assertNowhere(TestRegistry.USER, TestRegistry.PASSWORD);
            watch.assertNowhere(TestRegistry.USER, OF_BUILD);
            page.buildByEngine();
            page.parts().logins().signOut(registry.address());
            engine.tryDocker("rmi", "-f", image, reference);
        }
    }

    private static String words(AppTask task) {
        return Fx.call(() -> task.titleProperty().get() + "\n"
                + task.detailProperty().get() + "\n" + task.rateProperty().get());
    }
}
