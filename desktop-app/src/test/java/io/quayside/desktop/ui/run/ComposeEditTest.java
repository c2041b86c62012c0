package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestCompose;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edits a container that the real Compose made, and lets Compose bring it up again afterwards.
class ComposeEditTest extends FormOnEngine {
    @TempDir
    Path folder;

    private void compose(String... words) {
        List<String> all = new ArrayList<>(List.of(
                TestCompose.OLDEST.folder().resolve("docker-compose").toString(),
                "--project-name",
                "shop",
                "--file",
                folder.resolve("compose.yaml").toString()));
        all.addAll(List.of(words));
        Command.of(all).withEnvironment("DOCKER_HOST", engine.host()).run().orFail();
    }

    private void file(String mode) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  web:
                    image: %s
                    stop_signal: KILL
                    mem_limit: 64m
                    environment: {MODE: %s}
                """.formatted(TestImages.HTTPD, mode));
    }

    @AfterEach
    void down() {
        compose("down");
    }

    private static String said() {
        return Fx.call(() -> find("edit-rest").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text.contains("compose.yaml"))
                .reduce("", (one, other) -> one + "|" + other));
    }

    private static void edit(String name) {
        page.go("edit/" + inspect(name, "{{.Id}}"));
        page.await("the form", () -> ((Hyperlink) find("edit-name")).getText().equals(name));
        page.awaitEqual("its state", "Running", () -> shownIn("edit-state").getFirst());
    }

    private static void value(String text) {
        Fx.run(() -> field("Value of a variable", TextField.class).setText(text));
    }

    @Test
    void whatTheFileSaysIsToldAndTheNextUpUndoesTheEdit() throws Exception {
        file("open");
        compose("up", "-d");
        edit("shop-web-1");

        value("closed");
        page.awaitEqual(
                "what the file says",
                "|compose.yaml still says otherwise: MODE: open. The next Up undoes this.",
                ComposeEditTest::said);
        Fx.run(() -> page.root().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals("Copy for the file"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertEquals(
                "services:\n  web:\n    environment:\n      - \"MODE=closed\"\n",
                Fx.call(() -> Clipboard.getSystemClipboard().getString()));

        page.awaitEqual(
                "how long there is a way back",
                true,
                () -> shownIn("edit-rest").stream()
                        .anyMatch(text -> text.endsWith("no longer than until the project’s next Up: Compose removes"
                                + " shop-web-1-old then")));
        CheckBox logs = (CheckBox) find("run-open-logs");
        Fx.run(() -> logs.setSelected(false));
        press("run-act");
        page.await("the end of the work", () -> !page.address().startsWith("edit/"));
        assertTrue(inspect("shop-web-1", "{{.Config.Env}}").contains("MODE=closed"));
        assertTrue(engine.tryDocker("inspect", "shop-web-1-old").succeeded());
        compose("up", "-d");
        assertTrue(inspect("shop-web-1", "{{.Config.Env}}").contains("MODE=open"));
        assertFalse(engine.tryDocker("inspect", "shop-web-1-old").succeeded(), "as was said");

        // The file is changed as the form will say, behind Compose's back.
        file("closed");
        edit("shop-web-1");
        value("closed");
        page.awaitEqual(
                "that the file is ahead",
                "|compose.yaml isn't what shop-web-1 was made from any more. The next Up makes it anew."
                        + "|compose.yaml says the same.",
                ComposeEditTest::said);
    }
}
