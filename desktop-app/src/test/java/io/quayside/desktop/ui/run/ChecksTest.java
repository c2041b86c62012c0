package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "Before it runs", on a real engine of this computer.
class ChecksTest extends FormOnEngine {
    @TempDir
    private static Path folder = Path.of("");

    @BeforeEach
    void form() {
        page.go("run");
        pressLabelled("Cancel");
        page.go("run/" + TestImages.HTTPD);
        type("run-name", "checked");
    }

    private static void awaitCheck(String words) {
        page.await(words, () -> checks().stream().anyMatch(one -> one.startsWith(words)));
    }

    private static List<String> checks() {
        return shownIn("run-checks");
    }

    private static void mount(String source, String target) {
        press("run-add-mount");
        Fx.run(() -> combo("Folder or volume of the mount").getEditor().setText(source));
        Fx.run(() ->
                field("Path of the mount in the container", TextField.class).setText(target));
    }

    @Test
    void theImageItsPlatformAndItsHealthCheckAreSaid() {
        awaitCheck("The image is on this engine, ");
        awaitCheck("It is for linux/");
        awaitCheck("The image has no health check.");
    }

    @Test
    void foldersFilesAndNothingAreToldApart() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "x");
        mount(folder.toString(), "/data");
        awaitCheck("The folder " + folder + " is there");
        mount(file.toString(), "/etc/settings");
        awaitCheck(file + " is a file, and will be one in the container");
        Path gone = folder.resolve("gone");
        mount(gone.toString(), "/gone");
        awaitCheck(gone + " isn't there. The engine makes an empty folder of it, which belongs to root");
        run("checked");
        assertTrue(Files.isDirectory(gone), "as it said");
        assertEquals("root", Files.getOwner(gone).getName());
    }

    @Test
    void aMountOptionOfNothingIsRefusedAsItSays() {
        Path gone = folder.resolve("nowhere");
        page.go("run");
        press("run-paste");
        Fx.run(() -> ((javafx.scene.control.TextArea) find("run-paste-text"))
                .setText("docker run --name refused --mount type=bind,source=" + gone + ",target=/x "
                        + TestImages.HTTPD));
        pressLabelled("Fill the form");
        awaitCheck(gone + " isn't there, and the engine refuses that with --mount");
        press("run-act");
        page.await("the engine refuses", () -> page.root().lookup(".qs-problem") != null);
        assertTrue(!Files.exists(gone));
    }

    @Test
    void memoryIsComparedAndTheLinkLeadsToItsField() {
        engine.docker("run", "-d", "--name", "limited", "--memory", "64m", TestImages.HTTPD);
        type("run-memory", "32m");
        awaitCheck("33.6 MB fits: containers leave ");
        awaitCheck("The limits of running containers come to 67.1 MB");
        type("run-memory", "900g");
        awaitCheck("966 GB is more than the ");
        showField("966 GB");
        page.await("the section opens at its field", () -> find("run-memory").isFocused());
    }

    private static void showField(String words) {
        Hyperlink link = Fx.call(() -> find("run-checks").lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(one -> one.getAccessibleText().startsWith("Show the field: " + words))
                .findFirst()
                .orElseThrow());
        Fx.run(link::fire);
    }

    private static boolean isInFocus(String name, String text) {
        return page.root().getScene().getFocusOwner() instanceof TextField field
                && name.equals(field.getAccessibleText())
                && text.equals(field.getText());
    }

    @Test
    void theLinkLeadsToTheRowThatIsWrong() {
        engine.docker("run", "-d", "--name", "holder", "-p", "127.0.0.1:18771:80", TestImages.HTTPD);
        press("run-add-port");
        press("run-add-port");
        port(0, "18770", "80");
        port(1, "18771", "81");
        awaitCheck("Port 18771 is used by holder.");
        showField("Port 18771");
        page.await("the second port", () -> isInFocus("Port on this computer", "18771"));
    }

    private static void port(int row, String outside, String inside) {
        Fx.run(() -> nodes("Port on this computer", TextField.class)
                .skip(row)
                .findFirst()
                .orElseThrow()
                .setText(outside));
        Fx.run(() -> nodes("Port in the container", TextField.class)
                .skip(row)
                .findFirst()
                .orElseThrow()
                .setText(inside));
    }
}
