package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// The form in the window, on a real engine; what counts is what the engine says afterwards.
class RunPageTest extends FormOnEngine {

    @Test
    void aPastedCommandFillsTheFormAndRuns() {
        page.go("run");
        press("run-paste");
        Node area = find("run-paste-text");
        Fx.run(() -> ((TextArea) area).setText("docker run --nmae web img"));
        pressLabelled("Fill the form");
        page.await(
                "what is wrong",
                () -> !((Label) find("run-paste-fault")).getText().isEmpty());
        assertEquals("“--nmae” is no option of docker run.", ((Label) find("run-paste-fault")).getText());
        Fx.run(() -> ((TextArea) area)
                .setText("docker run -p 127.0.0.1:18066:80 \\\n -e 'GREETING=two words' -e DB_PASSWORD=hunter2"
                        + " -v formdata:/data --hostname harbour " + TestImages.HTTPD));
        pressLabelled("Fill the form");
        type("run-name", "formed");
        type("run-memory", "64m");
        page.await("the line", () -> shownLine().contains("--memory 64m"));
        assertFalse(shownLine().contains("hunter2"), shownLine());
        assertTrue(shownLine().contains("DB_PASSWORD=••••••••"), shownLine());

        CheckBox logs = (CheckBox) find("run-open-logs");
        Fx.run(() -> logs.setSelected(false));
        press("run-act");

        page.await("it is in the list", () -> page.address().startsWith("containers"));
        page.await(
                "it runs",
                () -> engine.tryDocker("inspect", "--format", "{{.State.Running}}", "formed")
                        .output()
                        .strip()
                        .equals("true"));
        assertEquals("18066", inspect("formed", "{{(index (index .HostConfig.PortBindings \"80/tcp\") 0).HostPort}}"));
        assertEquals(String.valueOf(64L << 20), inspect("formed", "{{.HostConfig.Memory}}"));
        assertEquals("harbour", inspect("formed", "{{.Config.Hostname}}"));
        assertEquals("[formdata:/data]", inspect("formed", "{{.HostConfig.Binds}}"));
        assertTrue(inspect("formed", "{{.Config.Env}}").contains("GREETING=two words DB_PASSWORD=hunter2"));
        page.await(
                "it is selected",
                () -> page.model()
                        .selection()
                        .currentProperty()
                        .get()
                        .filter(inspect("formed", "{{.Id}}")::equals)
                        .isPresent());
    }

    @Test
    void whatCannotWorkIsSaidBeforeItRuns() {
        engine.docker("run", "-d", "--name", "holder", "-p", "18067:80", TestImages.HTTPD);
        page.go("run/" + TestImages.HTTPD);
        type("run-name", "holder");
        page.await("it is told", () -> ((Label) find("run-count")).getText().equals("1 thing to fix: name"));
        type("run-memory", "much");
        page.await("a size", () -> shownFaults().contains("“much” is not a size such as 512m or 2g."));
        press("run-act");
        assertEquals(1, engine.docker("ps", "-aq").lines().count());
        Fx.run(() -> ((TextField) find("run-memory")).setText(""));
        type("run-name", "free");
        page.await("nothing to fix", () -> ((Label) find("run-count")).getText().isEmpty());
        press("run-create-only");
        page.await(
                "it is created",
                () -> engine.tryDocker("inspect", "--format", "{{.State.Status}}", "free")
                        .output()
                        .strip()
                        .equals("created"));
    }

    @Test
    void anEditIsAppliedOrMadeAgain() {
        String id = engine.docker("run", "-d", "--name", "edited", "-e", "A=1", "-v", "/data", TestImages.HTTPD)
                .strip();
        engine.docker("exec", id, "sh", "-c", "echo kept > /data/file");
        page.go("edit/" + id);
        page.await("the form", () -> ((Hyperlink) find("edit-name")).getText().equals("edited"));
        page.await("its name", () -> ((TextField) find("run-name")).getText().equals("edited"));
        type("run-memory", "96m");
        page.await(
                "it is live", () -> ((ActionButton) find("run-act")).getText().equals("Apply"));
        assertTrue(find("edit-live").isVisible());
        assertFalse(find("edit-needs-new").isVisible());
        press("run-act");
        page.await("the limit", () -> inspect(id, "{{.HostConfig.Memory}}").equals(String.valueOf(96L << 20)));
        assertEquals("edited", inspect(id, "{{.Name}}").substring(1));

        page.await("the list", () -> page.address().startsWith("containers"));
        page.go("edit/" + id);
        page.await("its limit", () -> ((TextField) find("run-memory")).getText().equals("96m"));
        type("run-command", "httpd -f -p 8080 -h /www");
        page.await(
                "it needs a new one",
                () -> ((ActionButton) find("run-act")).getText().equals("Recreate edited"));
        press("run-act");
        page.await(
                "the new one",
                // For a moment nobody has the name.
                () -> {
                    String found = engine.tryDocker("inspect", "--format", "{{.Id}} {{.State.Running}}", "edited")
                            .output()
                            .strip();
                    return found.endsWith(" true") && !found.startsWith(id);
                });
        assertEquals("[httpd -f -p 8080 -h /www]", inspect("edited", "{{.Config.Cmd}}"));
        assertEquals(
                "kept", engine.docker("exec", "edited", "cat", "/data/file").strip());
        assertEquals("edited-old", inspect(id, "{{.Name}}").substring(1));
    }

    @Test
    void rowsOfPortsMountsVariablesAndLimitsAreWhatTheEngineGets() {
        engine.docker("volume", "create", "known-volume");
        page.go("run/" + TestImages.HTTPD);
        type("run-name", "rows");
        press("run-add-port");
        Fx.run(() -> field("Port on this computer", TextField.class).setText("18068"));
        Fx.run(() -> field("Port in the container", TextField.class).setText("53"));
        Fx.run(() -> combo("Protocol of the port").setValue("UDP"));
        Fx.run(() -> combo("Address of this computer that the port is open at").setValue("This computer"));
        press("run-add-variable");
        Fx.run(() -> field("Name of a variable", TextField.class).setText("API_TOKEN"));
        Fx.run(() -> field("Value of a variable", TextField.class).setText("hunter2"));
        page.await(
                "the value is hidden",
                () -> !field("Value of a variable", TextField.class).isVisible()
                        && field("Value of a variable, hidden", TextField.class).isVisible());
        press("run-add-mount");
        ComboBox<String> source = combo("Folder or volume of the mount");
        Fx.run(() -> combo("Kind of the mount").setValue("Volume"));
        page.await("the volumes", () -> {
            source.hide();
            source.show();
            return source.getItems().contains("known-volume");
        });
        Fx.run(source::hide);
        Fx.run(() -> source.setValue("known-volume"));
        Fx.run(() ->
                field("Path of the mount in the container", TextField.class).setText("/data"));
        Fx.run(() -> combo("Access of the mount").setValue("Read only"));
        Slider memory = field("Memory", Slider.class);
        page.await("what the machine has", () -> !memory.isDisabled() && memory.getMax() > (256 << 20));
        Fx.run(() -> memory.setValue(130 << 20));
        assertEquals("128m", Fx.call(() -> ((TextField) find("run-memory")).getText()));
        CheckBox logs = (CheckBox) find("run-open-logs");
        Fx.run(() -> logs.setSelected(false));
        press("run-act");
        page.await(
                "it runs",
                () -> engine.tryDocker("inspect", "--format", "{{.State.Running}}", "rows")
                        .output()
                        .strip()
                        .equals("true"));
        assertEquals(
                "127.0.0.1 18068",
                inspect(
                        "rows",
                        "{{with index .HostConfig.PortBindings \"53/udp\"}}{{(index . 0).HostIp}} {{(index . 0).HostPort}}{{end}}"));
        assertEquals("[known-volume:/data:ro]", inspect("rows", "{{.HostConfig.Binds}}"));
        assertTrue(inspect("rows", "{{.Config.Env}}").contains("API_TOKEN=hunter2"));
        assertEquals(String.valueOf(128L << 20), inspect("rows", "{{.HostConfig.Memory}}"));
    }

    @Test
    void aLimitIsShownInAUnitThatPeopleReadAndStaysAsItIs() {
        String id = engine.docker("create", "--name", "odd", "--memory", "256000000", TestImages.HTTPD)
                .strip();
        page.go("edit/" + id);
        page.await("its limit", () -> ((TextField) find("run-memory")).getText().equals("244.140625m"));
        page.await(
                "the same as elsewhere in the window",
                () -> page.root().lookupAll(".label").stream()
                        .anyMatch(
                                node -> String.valueOf(((Label) node).getText()).startsWith("256 MB of ")));
        assertFalse(((ActionButton) find("run-act")).isAvailable(), "nothing is changed");
        type("run-memory", "1.5g");
        press("run-act");
        page.await("the limit", () -> inspect(id, "{{.HostConfig.Memory}}").equals(String.valueOf(3L << 29)));
        page.go("edit/" + id);
        page.await(
                "it is shown so",
                () -> ((TextField) find("run-memory")).getText().equals("1.5g"));
    }

    @Test
    void anEditListsEachChangeWithItsWayBackAndAppliesTheLiveOnesAlone() {
        String id = engine.docker(
                        "run",
                        "-d",
                        "--name",
                        "listed",
                        "--stop-signal",
                        "KILL",
                        "--memory",
                        "256m",
                        "-e",
                        "MODE=old",
                        TestImages.HTTPD)
                .strip();
        engine.docker("exec", id, "sh", "-c", "echo mine > /own-file");
        page.go("edit/" + id);
        page.await("its limit", () -> ((TextField) find("run-memory")).getText().equals("256m"));
        type("run-memory", "512m");
        Fx.run(() -> field("Value of a variable", TextField.class).setText("new"));
        page.await(
                "both",
                () -> shownIn("edit-live").contains("Memory")
                        && shownIn("edit-needs-new").contains("MODE"));
        assertEquals(
                List.of("Applies while listed runs", "1 change, no interruption", "Memory", "256m", "512m"),
                shownIn("edit-live"));
        assertEquals(List.of("MODE", "old", "new"), shownIn("edit-needs-new").subList(2, 5));
        page.await("what is lost", () -> shownIn("edit-rest").contains("1 file changed inside listed is lost."));
        assertTrue(button("was 256m") != null || button("Memory was 256m") != null);

        press("edit-apply-live");
        page.await("the limit", () -> inspect(id, "{{.HostConfig.Memory}}").equals(String.valueOf(512L << 20)));
        assertEquals("[MODE=old", inspect("listed", "{{.Config.Env}}").split(" ")[0]);
        page.await(
                "only the other is left",
                () -> !find("edit-live").isVisible()
                        && shownIn("edit-needs-new").contains("MODE"));
        assertEquals(
                List.of("MODE", "old", "new"),
                shownIn("edit-needs-new").stream().skip(2).toList());
        pressLabelled("Undo the change of MODE");
        page.await("nothing is left", () -> !find("edit-needs-new").isVisible());
        assertEquals(
                "old",
                Fx.call(() -> field("Value of a variable", TextField.class).getText()));
        assertEquals(id, inspect("listed", "{{.Id}}"));
    }

    @Test
    void aTakenPortIsReplacedByTheNextOne() {
        engine.docker("run", "-d", "--name", "first", "-p", "18071:80", "-p", "18072:81", TestImages.HTTPD);
        page.go("run");
        pressLabelled("Cancel");
        page.go("run/" + TestImages.HTTPD);
        type("run-name", "second");
        press("run-add-port");
        Fx.run(() -> field("Port on this computer", TextField.class).setText("18071"));
        Fx.run(() -> field("Port in the container", TextField.class).setText("80"));
        page.await(
                "what is wrong",
                () -> shownFaults().contains("Port 18071 is used by first.") && link("Use 18073") != null);
        assertEquals("1 thing to fix: ports", Fx.call(() -> ((Label) find("run-count")).getText()));
        Fx.run(() -> java.util.Objects.requireNonNull(link("Use 18073")).fire());
        assertEquals("18073", field("Port on this computer", TextField.class).getText());
        run("second");
        assertEquals("18073", inspect("second", "{{(index (index .HostConfig.PortBindings \"80/tcp\") 0).HostPort}}"));
    }

    private static @org.jspecify.annotations.Nullable Hyperlink link(String text) {
        return page.root().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aNewContainerStartsFromOneThatIsThere() {
        engine.docker(
                "run",
                "-d",
                "--name",
                "model",
                "-e",
                "MODE=shop",
                "--memory",
                "64m",
                "--label",
                "com.docker.compose.project=shop",
                "--label",
                "tier=front",
                TestImages.HTTPD);
        page.go("run");
        pressLabelled("Cancel");
        page.go("run");
        MenuButton menu = (MenuButton) find("run-start-from");
        page.await("the containers", () -> {
            menu.hide();
            menu.show();
            return menu.getItems().stream().anyMatch(item -> "model in shop".equals(item.getText()));
        });
        Fx.run(() -> menu.getItems().stream()
                .filter(item -> "model in shop".equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.run(menu::hide);
        page.await("its image", () -> ((TextField) find("run-image")).getText().equals(TestImages.HTTPD));
        assertEquals("Start from: model in shop", Fx.call(menu::getText));
        type("run-name", "copy");
        run("copy");
        assertTrue(inspect("copy", "{{.Config.Env}}").contains("MODE=shop"));
        assertEquals(String.valueOf(64L << 20), inspect("copy", "{{.HostConfig.Memory}}"));
        assertEquals("{\"tier\":\"front\"}", inspect("copy", "{{json .Config.Labels}}"));
        // The same by "Duplicate…" of its menu.
        page.go("run//" + inspect("model", "{{.Id}}"));
        page.await(
                "its line",
                () -> ((MenuButton) find("run-start-from")).getText().equals("Start from: model in shop"));
        assertEquals(TestImages.HTTPD, Fx.call(() -> ((TextField) find("run-image")).getText()));
    }

    @Test
    void howFarAPullIsStandsAtTheFootAndItIsCancelledThere() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            String image = "localhost:" + silent.getLocalPort() + "/nobody/answers:1";
            page.go("run/" + image);
            page.await(
                    "it isn't there",
                    () -> ((ActionButton) find("run-act")).getText().equals("Pull and run"));
            press("run-act");
            page.await("it is being pulled", () -> find("run-progress").isVisible());
            assertFalse(((ActionButton) find("run-act")).isAvailable());
            Fx.run(() -> ((IconButton) find("run-progress").lookup(".button")).fire());
            page.await("it is cancelled", () -> !find("run-progress").isVisible());
            assertEquals(image, Fx.call(() -> ((TextField) find("run-image")).getText()));
            assertEquals("", engine.docker("ps", "-aq").strip());
        }
    }

    @Test
    void theLogsOfARecreatedContainerOpen() {
        String id = engine.docker("run", "-d", "--name", "watched", "--stop-signal", "KILL", TestImages.HTTPD)
                .strip();
        page.go("edit/" + id);
        page.await("the form", () -> ((Hyperlink) find("edit-name")).getText().equals("watched"));
        page.awaitEqual("its state", "Running", () -> shownIn("edit-state").getFirst());
        press("run-add-variable");
        Fx.run(() -> field("Name of a variable", TextField.class).setText("A"));
        Fx.run(() -> field("Value of a variable", TextField.class).setText("1"));
        CheckBox logs = (CheckBox) find("run-open-logs");
        Fx.run(() -> logs.setSelected(true));
        press("run-act");
        page.await("its logs", () -> page.address().endsWith("/logs"));
        assertEquals("container/" + inspect("watched", "{{.Id}}") + "/logs", page.address());
    }
}
