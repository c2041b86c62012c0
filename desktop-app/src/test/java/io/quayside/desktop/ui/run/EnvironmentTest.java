package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Variables of the image and of files, and what else the image says, in the form.
class EnvironmentTest extends FormOnEngine {
    @TempDir
    private static Path folder = Path.of("");

    private static void open(String name) {
        page.go("run");
        pressLabelled("Cancel"); // whatever another test left in it
        page.go("run/" + TestImages.HTTPD);
        Labeled fromImage = (Labeled) find("run-from-image");
        page.await("what the image says", () -> fromImage.getText().equals("1 from image"));
        type("run-name", name);
    }

    private static List<String> environment(String container) {
        return inspect(container, "{{range .Config.Env}}{{println .}}{{end}}")
                .strip()
                .lines()
                .toList();
    }

    @Test
    void theVariablesOfTheImageFoldOutAndOneThatIsChangedIsSetHere() {
        open("inherits");
        assertFalse(find("run-inherited").isVisible());
        press("run-from-image");
        TextField value = field("Value of a variable of the image", TextField.class);
        assertEquals("/www", value.getText());
        assertEquals(
                "SERVES",
                field("Name of a variable of the image", TextField.class).getText());
        assertFalse(shownLine().contains("SERVES"), "what the image says anyway is not in the line");

        Node name = find("run-name");
        page.await("the theme's colour of text", () -> Color.web("#24292f").equals(fill(name)));
        page.await(
                "the value is painted",
                () -> value.lookupAll(".text").stream()
                        .anyMatch(node -> ((Text) node).getText().equals("/www")));
        assertNotEquals(fill(find("run-name")), fill(value), "what is the image's own is muted");
        Fx.run(value::requestFocus);
        Fx.run(() -> value.setText("/other"));
        page.await("the line", () -> shownLine().contains("-e SERVES=/other"));
        assertTrue(value.isFocused() && value.getScene() != null, "the field stays where it is while one types");
        Fx.run(find("run-name")::requestFocus);
        page.await(
                "it is one of those set here",
                () -> nodes("Value of a variable of the image", TextField.class)
                                .findFirst()
                                .isEmpty()
                        && field("Value of a variable", TextField.class)
                                .getText()
                                .equals("/other"));
        run("inherits");
        assertEquals(List.of("SERVES=/other"), environment("inherits").subList(0, 1));
    }

    private static Paint fill(Node field) {
        String shown = ((TextField) field).getText(); // not what stands in it while it is empty
        return Fx.call(() -> field.lookupAll(".text").stream()
                .map(Text.class::cast)
                .filter(text -> text.getText().equals(shown))
                .findFirst()
                .orElseThrow()
                .getFill());
    }

    @Test
    void emptyFieldsShowWhatTheImageSays() {
        open("prompts");
        String command = inspect(TestImages.HTTPD, "{{join .Config.Cmd \" \"}}");
        page.await(
                "its command",
                () -> ((TextArea) find("run-command")).getPromptText().equals("From image: " + command));
        assertEquals("From image: " + command, ((Label) find("run-summary-command")).getText());
        press("run-add-port");
        assertEquals("80", field("Port in the container", TextField.class).getPromptText());
    }

    @Test
    void aFileOfVariablesIsWhatDockerMakesOfIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("shop.env"),
                "\uFEFF# of the shop\r\nGREETING=two words\r\n\r\nSHOP_TOKEN=hunter2\r\nHOME\r\nNOT_SET_ANYWHERE\r\nEMPTY=\r\n");
        engine.docker("create", "--name", "by-docker", "--env-file", file.toString(), TestImages.HTTPD);
        open("by-form");
        page.openFrom(file);
        press("run-load-env");
        page.await(
                "what was loaded",
                () -> ((Label) find("run-env-told"))
                        .getText()
                        .equals(
                                "4 variables loaded from shop.env. Left out, as they have no value there and none in the"
                                        + " environment of Quayside: NOT_SET_ANYWHERE."));
        assertFalse(shownLine().contains("hunter2"), shownLine());
        assertTrue(shownLine().contains("SHOP_TOKEN=••••••••"), shownLine());
        run("by-form");
        assertEquals(environment("by-docker"), environment("by-form"));
    }

    @Test
    void aFileThatCantBeReadIsToldAtItsLineAndChangesNothing() throws IOException {
        open("refuses");
        page.openFrom(Files.writeString(folder.resolve("bad.env"), "A=1\n\nexport SECRET=hunter2\n"));
        press("run-load-env");
        page.await(
                "the line",
                () -> ((Label) find("run-env-told"))
                        .getText()
                        .equals("Nothing was loaded from bad.env. Line 3 has a space in the name “export SECRET”."));
        assertFalse(shownLine().contains("A=1"), shownLine());
        page.openFrom(folder.resolve("gone.env"));
        press("run-load-env");
        page.await(
                "the reason",
                () -> ((Label) find("run-env-told"))
                        .getText()
                        .equals("Nothing was loaded from gone.env. It isn't there any more."));
    }

    @Test
    void loadingReplacesVariablesOfTheSameName() throws IOException {
        open("again");
        press("run-add-variable");
        Fx.run(() -> field("Name of a variable", TextField.class).setText("MODE"));
        Fx.run(() -> field("Value of a variable", TextField.class).setText("old"));
        page.openFrom(Files.writeString(folder.resolve("mode.env"), "MODE=between\nMODE=new\n"));
        press("run-load-env");
        page.await("the new one", () -> shownLine().contains("-e MODE=new"));
        assertEquals(1, nodes("Name of a variable", TextField.class).count());
        assertFalse(shownLine().contains("between"), shownLine());
    }
}
