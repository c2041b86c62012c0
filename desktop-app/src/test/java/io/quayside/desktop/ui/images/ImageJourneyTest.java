package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An image on its whole way, all of it in the window: from a registry, changed in a container, named, to another
/// registry, away, and back again.
class ImageJourneyTest extends OnImages {
    private static void type(String id, String text) {
        page.await("the field " + id, () -> page.root().lookup("#" + id) != null);
        TextInputControl field = page.find(id, TextInputControl.class);
        Fx.run(() -> field.setText(text));
    }

    private static String id(String reference) {
        return engine.docker("image", "inspect", "--format", "{{.Id}}", reference)
                .strip();
    }

    private static void pull(String reference) {
        page.go("images");
        page.go("images/pull");
        type("pull-field", reference);
        press("Pull " + reference);
        row(reference);
    }

    private static void delete(String reference) {
        page.go("images");
        page.await(
                "nothing needs " + reference,
                () -> find(reference) instanceof ImageRow row
                        && row.line().usedBy().isEmpty()
                        && row.line().canAct());
        select(row(reference));
        page.command("images.delete");
        page.await(reference + " is gone", () -> find(reference) == null);
    }

    private void runAndCommit(String reference, String committed) {
        page.go("run/" + reference);
        type("run-name", name);
        type("run-command", "touch /made");
        ActionButton run = page.find("run-act", ActionButton.class);
        Fx.run(() -> page.find("run-open-logs", CheckBox.class).setSelected(false));
        page.await("it can be run", run::isAvailable);
        Fx.run(run::fire);
        page.await(
                "the container has ended",
                () -> engine.tryDocker("inspect", "--format", "{{.State.Status}}", name)
                        .output()
                        .strip()
                        .equals("exited"));
        page.go("containers");
        page.await("its row", () -> container().isPresent());
        Fx.run(() -> page.model().actions().saveAsImage(container().orElseThrow(), committed, "1"));
        page.go("images");
        row(committed + ":1");
        engine.docker("rm", name);
    }

    private Optional<ContainerRow> container() {
        String id = engine.docker("inspect", "--format", "{{.Id}}", name).strip();
        return page.model().row(id);
    }

    private static void tag(String reference, String repository) {
        select(row(reference));
        page.command("images.tag");
        type("image-name", repository);
        press("Tag image");
        row(repository + ":latest");
    }

    private static void signIn(TestRegistry registry) {
        page.go("registries/sign-in/" + registry.address());
        type("sign-in-user", TestRegistry.USER);
        type("sign-in-secret", TestRegistry.PASSWORD);
        press("Use for this session only");
        page.await("signed in", () -> page.root().lookup("#sign-in") == null);
    }

    private static String push(String reference) {
        page.go("images");
        select(row(reference));
        page.command("images.push");
        press("Push " + reference);
        page.await("it is pushed", () -> says("Pushed, ") && page.root().lookup("#push-digest") != null);
        return Fx.call(() -> page.find("push-digest", Labeled.class).getText());
    }

    @Test
    void anImageIsPulledRunCommittedTaggedPushedRemovedAndPulledAgain(@TempDir Path folder) {
        try (TestRegistry open = TestRegistry.start();
                TestRegistry closed = TestRegistry.startWithAccount()) {
            String first = open.address() + "/" + name + ":1";
            String committed = "pages/" + name + "-committed";
            String target = closed.address() + "/" + name + ":latest";
            make(first);
            engine.docker("push", first);
            engine.docker("rmi", first);
            page.await("it is gone", () -> find(first) == null);

            pull(first);
            runAndCommit(first, committed);
            tag(committed + ":1", closed.address() + "/" + name);
            signIn(closed);
            String digest = push(target);
            String made = id(target);
            engine.docker("rmi", committed + ":1");
            delete(target);
            assertFalse(has(made), "all of it is gone");

            pull(target);
            assertEquals(made, id(target));
            assertEquals(
                    closed.address() + "/" + name + "@" + digest,
                    engine.docker("image", "inspect", "--format", "{{index .RepoDigests 0}}", target)
                            .strip());
            assertEquals("", engine.docker("run", "--rm", target, "cat", "/made"));

            Path file = folder.resolve("journey.tar");
            page.saveTo(file);
            page.go("images");
            select(row(target));
            page.command("images.save");
            awaitEngine("the archive", () -> Files.exists(file));
            delete(target);
            assertFalse(has(made));
            page.openFrom(file);
            page.command("images.load");
            row(target);
            assertEquals(made, id(target));
            engine.docker("rmi", target, first);
        }
    }
}
