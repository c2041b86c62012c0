package io.quayside.desktop.ui.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.volumes.list.VolumeRow;
import io.quayside.desktop.ui.volumes.list.VolumeSegment;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Volumes page on a real engine: what is done here, the engine says afterwards.
class VolumesPageTest extends OnEngine {
    private String volume = "";

    @BeforeEach
    void openPage() {
        volume = "vol-" + name;
        page.go("volumes");
        page.await("the page", () -> page.root().lookup("#page-volumes") != null);
    }

    @AfterEach
    void cleanUp() {
        Fx.run(() -> {
            page.volumesPage().model().filterTextProperty().set("");
            page.volumesPage().model().segmentProperty().set(VolumeSegment.ALL);
            page.volumesPage().model().dismissProblem();
            boolean open = true;
            while (open) {
                open = page.volumesPage().escape();
            }
        });
        page.await(
                "no helper",
                () -> engine.docker("ps", "-aq", "--filter", "label=io.quayside.helper")
                        .isBlank());
        engine.removeContainers();
        engine.docker("volume", "ls", "-q").lines().forEach(each -> engine.tryDocker("volume", "rm", "-f", each));
    }

    @Test
    void volumesComeWithSizesAndUsersAndOnlyUnusedOnesCanGo() {
        engine.docker("volume", "create", "--label", "com.docker.compose.project=shop", volume);
        engine.docker(
                "run",
                "--name",
                name,
                "-v",
                volume + ":/v",
                TestImages.BUSYBOX,
                "sh",
                "-c",
                "dd if=/dev/zero of=/v/big bs=1000 count=612");
        VolumeRow row = row(volume);
        page.await("its container", () -> row.line().usedByWords().equals(name));
        press("Measure all volumes again");
        page.awaitEqual("its size", "612 kB", () -> row.line().sizeWords());
        assertEquals(Optional.of("shop"), row.line().project());
        select(row);
        assertEquals(
                Optional.of("Used by " + name + ". Delete that container first."),
                Fx.call(() -> row.line().whyNotDelete()));
        engine.docker("rm", name);
        page.await("nobody uses it", () -> row.line().whyNotDelete().isEmpty());

        page.command("volumes.delete");
        page.await("the question", () -> says("612 kB of data is deleted for good. No container uses it."));
        Fx.run(() -> button("Delete volume").orElseThrow().fire());
        assertTrue(has(volume), "nothing goes before its name is typed");
        Fx.run(() -> confirmField().setText(volume));
        press("Delete volume");
        page.await("the row is gone", () -> find(volume) == null);
        assertFalse(has(volume));
    }

    @Test
    void oneIsMadeInTheFormWithWhereItsDataIs() {
        page.command("volumes.create");
        TextField field = awaited("volume-create-name", TextField.class);
        Fx.run(() -> {
            field.setText(volume);
            page.find("volume-kind", ComboBox.class).getSelectionModel().select(1);
            page.find("volume-labels", TextArea.class).setText("kind=test\nempty");
        });
        Fx.run(() -> page.find("volume-size", TextField.class).setText("10 m"));
        page.await("the fault", () -> says("A size is a number with k, m or g: 100m."));
        Fx.run(() -> page.find("volume-size", TextField.class).setText("10m"));
        Fx.run(() -> page.find("volume-create-button", Button.class).fire());
        row(volume);
        assertEquals(
                "map[device:tmpfs o:size=10m type:tmpfs] map[empty: kind:test]",
                engine.docker("volume", "inspect", "--format", "{{.Options}} {{.Labels}}", volume)
                        .strip());
        page.command("volumes.create");
        TextField again = awaited("volume-create-name", TextField.class);
        Fx.run(() -> again.setText(volume));
        page.await("the fault", () -> says("There is a volume of that name."));
    }

    @Test
    void aPasswordInTheOptionsIsHiddenWhereverTheyAreShown() {
        engine.docker(
                "volume",
                "create",
                "--opt",
                "type=cifs",
                "--opt",
                "device=//nas/share",
                "--opt",
                "o=addr=nas,username=me,password=s3\"cret,vers=3.0",
                volume);
        select(row(volume));
        for (String tab : List.of("details", "json")) {
            page.go("volumes/" + volume + "/" + tab);
            page.await("the options in " + tab, () -> shown().contains("username=me,password=••••••••,vers=3.0"));
            assertFalse(Fx.call(VolumesPageTest::shown).contains("cret"), tab);
        }
    }

    /// All text in the window.
    private static String shown() {
        return page.root().lookupAll("*").stream()
                .map(node -> node instanceof Labeled labeled
                        ? labeled.getText()
                        : node instanceof javafx.scene.text.Text text ? text.getText() : "")
                .filter(Objects::nonNull)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    void pruningTakesWhatIsCheckedAndNothingElse() {
        engine.docker("volume", "create", volume);
        engine.docker("volume", "create", volume + "-stays");
        row(volume);
        row(volume + "-stays");
        page.command("volumes.prune");
        page.await(
                "the list",
                () -> box(volume).isPresent() && box(volume + "-stays").isPresent());
        assertTrue(Fx.call(() -> !box(volume).orElseThrow().isSelected()));
        Fx.run(() -> box(volume).orElseThrow().setSelected(true));
        press("Delete 1 volume");
        page.await("the row is gone", () -> find(volume) == null);
        assertFalse(has(volume));
        assertTrue(has(volume + "-stays"));
    }

    @Test
    void filesAreBrowsedWithoutAContainerAndThroughOneThatRuns() {
        engine.docker(
                "run",
                "--rm",
                "-v",
                volume + ":/v",
                TestImages.BUSYBOX,
                "sh",
                "-c",
                "mkdir /v/folder; echo hello > /v/folder/note");
        VolumeRow row = row(volume);
        page.await("nobody uses it", () -> row.line().usedBy().isEmpty());
        select(row);
        page.command("volumes.browse");
        page.await("its files", () -> files().contains("folder"));
        page.await("how", () -> says("Opened with a temporary container"));
        engine.docker("run", "-d", "--name", name, "-v", volume + ":/data", TestImages.BUSYBOX, "sleep", "1000");
        page.await("its container", () -> row.line().usedBy().stream().anyMatch(user -> user.up()));
        Fx.run(() -> page.volumesPage().escape());
        page.command("volumes.browse");
        page.await("how", () -> says("Opened through " + name));
        page.await("its files", () -> files().contains("folder"));
        Fx.run(() -> page.find("tab-used-by", ToggleButton.class).fire());
        page.await("where it is", () -> says("/data"));
    }

    @Test
    void textThatIsNotSavedIsKeptAndNamedWhateverIsShown() {
        engine.docker("run", "--rm", "-v", volume + ":/v", TestImages.BUSYBOX, "sh", "-c", "echo one > /v/note");
        engine.docker("volume", "create", volume + "-other");
        VolumeRow row = row(volume);
        page.await("nobody uses it", () -> row.line().usedBy().isEmpty());
        UnsavedText text = new UnsavedText("note in " + volume, Location.of("volumes", volume, "files"));
        openFiles(row);
        page.await("its files", () -> files().contains("note"));
        file("note");
        Fx.run(() -> page.find("files-table", TreeTableView.class).requestFocus());
        page.press(KeyCode.ENTER, "\r", false, false);
        page.await("the text", () -> text().equals("one\n"));
        assertEquals(List.of(), Fx.call(page::unsaved));
        Fx.run(() -> page.find("file-text", CodeArea.class).replaceText("two\n"));
        page.awaitEqual("the open one", List.of(text), page::unsaved);

        page.go("volumes/" + volume + "/details");
        page.awaitEqual("behind another tab", List.of(text), page::unsaved);
        page.go("volumes/" + volume + "/files");
        page.await("the text again", () -> text().equals("two\n"));
        select(row(volume + "-other"));
        page.await("the other's files", () -> text().isEmpty() && page.settled());
        page.awaitEqual("of the one before", List.of(text), page::unsaved);
        Fx.run(() -> page.volumesPage().escape());
        page.go("networks");
        page.awaitEqual("behind another page", List.of(text), page::unsaved);

        // Another container has it elsewhere.
        engine.docker("run", "-d", "--name", name, "-v", volume + ":/data", TestImages.BUSYBOX, "sleep", "1000");
        page.go("volumes");
        page.await("its container", () -> row(volume).line().usedBy().stream().anyMatch(user -> user.up()));
        openFiles(row(volume));
        page.await("how", () -> says("Opened through " + name));
        page.await("the text in it", () -> text().equals("two\n"));
        press("Save");
        page.awaitEqual("nothing", List.of(), page::unsaved);
        assertEquals("two\n", engine.docker("exec", name, "cat", "/data/note"));

        Fx.run(() -> page.find("file-text", CodeArea.class).replaceText("three\n"));
        page.awaitEqual("it again", List.of(text), page::unsaved);
        engine.docker("rm", "-f", name);
        page.await("how", () -> says("Opened with a temporary container"));
        page.await("the text", () -> text().equals("three\n"));
        Fx.run(() -> page.volumesPage().escape());
        page.await(
                "no helper",
                () -> engine.docker("ps", "-aq", "--filter", "label=io.quayside.helper")
                        .isBlank());
        engine.docker("volume", "rm", volume);
        page.awaitEqual("nothing of what is gone", List.of(), page::unsaved);
    }

    private void openFiles(VolumeRow row) {
        select(row);
        page.command("volumes.browse");
        page.await("its files", () -> page.root().lookup("#files-table") != null);
    }

    private static String text() {
        return page.root().lookup("#file-text") instanceof CodeArea area ? area.getText() : "";
    }

    @Test
    void filesAreDeletedAndRenamedByAnImageOfTheUsersChoice() {
        engine.docker(
                "run",
                "--rm",
                "-v",
                volume + ":/v",
                TestImages.BUSYBOX,
                "sh",
                "-c",
                "cd /v; echo hello > old; echo new > kept; chown 12:34 kept");
        VolumeRow row = row(volume);
        page.await("nobody uses it", () -> row.line().usedBy().isEmpty());
        select(row);
        page.command("volumes.browse");
        page.await("its files", () -> files().contains("old"));
        file("old");
        choose("Delete…");
        press("Delete old");
        TextField image = awaited("files-name", TextField.class);
        assertEquals("busybox", Fx.call(image::getText));
        Fx.run(() -> image.setText("no/such:image"));
        Fx.run(() -> page.find("files-name-done", Button.class).fire());
        page.await("why not", () -> says("The image no/such:image is not on this engine."));
        assertEquals("kept\nold\n", inside("ls /v"));

        choose("Delete…");
        press("Delete old");
        image(TestImages.BUSYBOX);
        PageFixture.await(
                "it is gone", Duration.ofSeconds(60), () -> inside("ls /v").equals("kept\n"));
        page.await("it is not shown", () -> !files().contains("old"));
        file("kept");
        choose("Rename…");
        image("fresh");
        image(TestImages.BUSYBOX);
        PageFixture.await(
                "its name",
                Duration.ofSeconds(60),
                () -> inside("ls /v; stat -c %u:%g /v/* ; cat /v/fresh").equals("fresh\n12:34\nnew\n"));
        page.await("it is shown", () -> files().contains("fresh"));
        page.await(
                "only what shows the files is left",
                () -> engine.docker("ps", "-aq", "--filter", "label=io.quayside.helper")
                                .lines()
                                .count()
                        == 1);
    }

    private void image(String name) {
        TextField field = awaited("files-name", TextField.class);
        Fx.run(() -> field.setText(name));
        Fx.run(() -> page.find("files-name-done", Button.class).fire());
        page.await("it is taken", () -> field.getScene() == null);
    }

    private String inside(String script) {
        return engine.tryDocker("run", "--rm", "-v", volume + ":/v", TestImages.BUSYBOX, "sh", "-c", script)
                .output();
    }

    private static void choose(String item) {
        Fx.run(() -> page.find("files-more", MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    /// Selects a file of the tree.
    private static void file(String name) {
        Fx.run(() -> {
            TreeTableView<?> tree = page.find("files-table", TreeTableView.class);
            tree.getSelectionModel().clearSelection();
            page.root().lookupAll(".tree-table-cell").stream()
                    .map(TreeTableCell.class::cast)
                    .filter(cell -> cell.isVisible() && name.equals(cell.getText()))
                    .findFirst()
                    .ifPresent(cell -> tree.getSelectionModel().select(cell.getIndex()));
        });
    }

    @Test
    void anExportIsImportedAndClonedAndTheContainerRunsAgain(@TempDir Path folder) {
        engine.docker(
                "run",
                "-d",
                "--name",
                name,
                "--stop-signal",
                "KILL",
                "-v",
                volume + ":/v",
                TestImages.BUSYBOX,
                "sh",
                "-c",
                "echo hello > /v/note; chown 12:34 /v/note; sleep 1000");
        VolumeRow row = row(volume);
        page.await("its container", () -> row.line().usedBy().stream().anyMatch(user -> user.up()));
        String begun = started();
        Path file = folder.resolve(volume + ".tar.zst");
        page.saveTo(file);
        select(row);
        page.command("volumes.export");
        page.await("the question", () -> says("Export " + volume) && page.root().lookup("#volume-stop") != null);
        press("Export volume");
        page.await("how it ended", () -> says("Start " + name + " again") && says("Done"));
        assertTrue(Files.exists(file));
        Command.of("sh", "-c", "cd \"$1\" && sha256sum --check *.sha256", "sh", folder.toString())
                .run()
                .orFail();
        PageFixture.await(
                "it was stopped and runs again",
                Duration.ofSeconds(60),
                () -> !started().equals(begun)
                        && engine.docker("inspect", "--format", "{{.State.Running}}", name)
                                .strip()
                                .equals("true"));

        page.await("its container, up again", () -> row.line().usedBy().stream().anyMatch(user -> user.up()));
        select(row);
        page.command("volumes.clone");
        TextField copy = awaited("volume-new-name", TextField.class);
        assertEquals(volume + "-copy", Fx.call(copy::getText));
        Fx.run(() -> page.find("volume-stop", CheckBox.class).setSelected(false));
        press("Clone volume");
        row(volume + "-copy");
        awaitContent(volume + "-copy", "Cloned " + volume + " to " + volume + "-copy");

        page.openFrom(file);
        page.command("volumes.import");
        TextField imported = awaited("volume-new-name", TextField.class);
        Fx.run(() -> imported.setText(volume + "-in"));
        press("Import volume");
        row(volume + "-in");
        awaitContent(volume + "-in", "Imported " + volume + ".tar.zst into " + volume + "-in");

        VolumeRow made = row(volume + "-in");
        select(made);
        page.await("nobody uses it", () -> made.line().whyNotEmpty().isEmpty());
        page.command("volumes.empty");
        page.await("the question", () -> says("The volume stays, with its labels."));
        Fx.run(() -> confirmField().setText(volume + "-in"));
        press("Empty volume");
        PageFixture.await(
                "nothing is in it",
                Duration.ofSeconds(60),
                () -> engine.docker("run", "--rm", "-v", volume + "-in:/v", TestImages.BUSYBOX, "ls", "-A", "/v")
                        .isBlank());
    }

    /// Waits for a task to end well, then asks the engine what came of it.
    private void awaitContent(String name, String task) {
        page.await(
                task,
                () -> page.parts().tasks().shown().stream()
                        .anyMatch(each -> each.titleProperty().get().equals(task)
                                && each.stateProperty().get() == AppTask.State.SUCCEEDED));
        assertEquals(
                "hello\n12:34\n",
                engine.docker(
                        "run",
                        "--rm",
                        "-v",
                        name + ":/v",
                        TestImages.BUSYBOX,
                        "sh",
                        "-c",
                        "cat /v/note; stat -c %u:%g /v/note"));
    }

    private String started() {
        return engine.docker("inspect", "--format", "{{.State.StartedAt}}", name)
                .strip();
    }

    /// What the tree shows.
    private static List<String> files() {
        return page.root().lookupAll(".tree-table-cell").stream()
                .map(Labeled.class::cast)
                .filter(cell -> cell.isVisible() && cell.getText() != null)
                .map(Labeled::getText)
                .toList();
    }

    private static TextInputControl confirmField() {
        return page.root().lookupAll(".text-field").stream()
                .map(TextInputControl.class::cast)
                .filter(field -> Objects.toString(field.getAccessibleText(), "").startsWith("Type "))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<CheckBox> box(String text) {
        return page.root().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> text.equals(box.getText()))
                .findFirst();
    }

    private static <T extends javafx.scene.Node> T awaited(String id, Class<T> type) {
        page.await(id, () -> page.root().lookup("#" + id) != null);
        return page.find(id, type);
    }

    private static VolumeRow row(String name) {
        page.await("the row of " + name, () -> find(name) != null);
        return Fx.call(() -> Objects.requireNonNull(find(name)));
    }

    private static @Nullable VolumeRow find(String name) {
        return page.volumesPage().model().row(name).orElse(null);
    }

    private static boolean has(String name) {
        return engine.tryDocker("volume", "inspect", name).succeeded();
    }

    private static void select(VolumeRow row) {
        Fx.run(() -> {
            page.volumesPage().model().selection().clear();
            page.volumesPage().model().selection().setCurrent(Optional.of(row.name()));
        });
    }

    /// Presses what says this, once it can be pressed.
    private static void press(String name) {
        page.await("a button " + name, () -> button(name).isPresent());
        Fx.run(() -> button(name).orElseThrow().fire());
    }

    private static Optional<Button> button(String name) {
        return page.root().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getAccessibleText()) || name.equals(button.getText()))
                .filter(button -> button.getScene() != null && button.isVisible())
                .findFirst();
    }

    private static boolean says(String text) {
        return page.root().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .anyMatch(node -> node.getText() != null && node.getText().contains(text));
    }
}
