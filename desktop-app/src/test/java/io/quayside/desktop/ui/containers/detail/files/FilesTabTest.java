package io.quayside.desktop.ui.containers.detail.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Files tab in the real window on a real engine; what `docker exec` and `docker cp` say afterwards counts.
class FilesTabTest extends OnEngine {
    private void show(String script) {
        engine.docker(
                "run",
                "-d",
                "--name",
                name,
                "--stop-signal",
                "KILL",
                TestImages.BUSYBOX,
                "sh",
                "-c",
                script + "; touch /made; sleep 1000");
        page.await(
                "the script is done",
                () -> engine.tryDocker("exec", name, "ls", "/made").succeeded());
        page.go("container/" + name + "/files");
        row("/etc");
    }

    private static FileTree tree() {
        return page.find("files-table", FileTree.class);
    }

    /// Waits for a row in the open folders, and selects it.
    private static FileRow row(String path) {
        page.await(
                "the row " + path,
                () -> page.root().lookup("#files-table") instanceof FileTree tree
                        && item(tree.getRoot(), path).isPresent());
        return Fx.call(() -> {
            TreeItem<FileRow> item = item(tree().getRoot(), path).orElseThrow();
            tree().getSelectionModel().clearSelection();
            tree().getSelectionModel().select(item);
            tree().requestFocus();
            return item.getValue();
        });
    }

    private static Optional<TreeItem<FileRow>> item(TreeItem<FileRow> from, String path) {
        for (TreeItem<FileRow> child : from.getChildren()) {
            if (child.getValue().path().equals(path)) {
                return Optional.of(child);
            }
            Optional<TreeItem<FileRow>> below = item(child, path);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static List<String> editedLines() {
        return page.root().lookupAll(".line-number").stream()
                .filter(line -> line.getPseudoClassStates().contains(PseudoClass.getPseudoClass("edited")))
                .map(line -> ((Text) ((StackPane) line).getChildren().getFirst())
                        .getText()
                        .strip())
                .toList();
    }

    private static boolean isThere(String path) {
        return Fx.call(() -> item(tree().getRoot(), path).isPresent());
    }

    private static void enter() {
        page.press(KeyCode.ENTER, "\r", false, false);
    }

    private static void openText(String path, String expected) {
        row(path);
        enter();
        page.await(
                "the text of " + path,
                () -> page.root().lookup("#file-text") instanceof CodeArea area
                        && area.getText().equals(expected));
    }

    private static void press(String id) {
        page.await("a button " + id, () -> page.root().lookup("#" + id) instanceof Button button && button.isVisible());
        Fx.run(() -> ((Button) page.root().lookup("#" + id)).fire());
    }

    private static void answer(String text) {
        page.await("a field", () -> page.root().lookup("#files-name") instanceof TextField);
        Fx.run(() -> ((TextField) page.root().lookup("#files-name")).setText(text));
        press("files-name-done");
    }

    private static void choose(String item) {
        Fx.run(() -> page.find("files-more", MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private String exec(String script) {
        return engine.docker("exec", name, "sh", "-c", script);
    }

    @Test
    void foldersOpenAndShowWhatDiffersAndWhatIsMounted() {
        show("echo x > /www/index.html; rm /etc/group; mkdir /new; echo 1 > /new/one");

        row("/www");
        enter();
        assertEquals("Changed", row("/www/index.html").markProperty().get().text());
        assertEquals("1 file inside", row("/www").markProperty().get().text());
        assertEquals("Engine", row("/proc").markProperty().get().text());
        row("/etc");
        enter();
        assertFalse(row("/etc/group").isThere());
        page.await(
                "the count",
                () -> page.find("files-differ", Label.class).getText().equals("4 files differ from the image"));
        row("/etc/group");
        page.press(KeyCode.BACK_SPACE, "", false, false);
        page.await(
                "the folder",
                () -> tree().getSelectionModel()
                        .getSelectedItem()
                        .getValue()
                        .path()
                        .equals("/etc"));
    }

    @Test
    void textIsEditedAndSaved() {
        show("printf 'one\\r\\ntwo\\r\\n' > /root/note; chown 1234567:7654321 /root/note");
        row("/root");
        enter();
        openText("/root/note", "one\ntwo\n");

        Fx.run(() -> page.find("file-text", CodeArea.class).replaceText("one\nchanged\n"));
        page.awaitEqual("the edited line", List.of("2"), FilesTabTest::editedLines);
        assertEquals("1 line not saved", page.find("file-unsaved", Label.class).getText());
        press("file-save");

        page.await(
                "it is saved",
                () -> !page.find("file-unsaved", Label.class).getParent().isVisible());
        assertEquals("one\r\nchanged\r\n", exec("cat /root/note"));
        assertEquals("1234567:7654321\n", exec("stat -c %u:%g /root/note"));
        page.awaitEqual("no edited line", List.of(), FilesTabTest::editedLines);
        page.awaitEqual(
                "its mark", "Added", () -> page.find("file-mark", Label.class).getText());
        try {
            page.appearance(now -> now.withTextPercent(130));
            page.awaitEqual("the button whole in large text", "Change…", FilesTabTest::paintedChange);
        } finally {
            page.appearance(now -> now.withTextPercent(100));
        }
    }

    @Test
    void textThatIsNotSavedIsNamedBeforeTheWindowCloses() {
        show("echo one > /note");
        openText("/note", "one\n");
        assertEquals(List.of(), Fx.call(page::unsaved));
        Fx.run(() -> page.find("file-text", CodeArea.class).replaceText("two\n"));
        String id = engine.docker("inspect", "--format", "{{.Id}}", name).strip();
        UnsavedText text = new UnsavedText("note in " + name, Location.of("container", id, "files"));
        page.awaitEqual("the file", List.of(text), page::unsaved);
        String other = name + "-other";
        engine.docker("run", "-d", "--name", other, "--stop-signal", "KILL", TestImages.HTTPD);
        page.go("container/" + other + "/files");
        page.await("the other's files", () -> isThere("/etc"));
        page.awaitEqual("the file of the one before", List.of(text), page::unsaved);
        page.go("container/" + name + "/files");
        // At once: what is asked first of the container isn't known yet.
        Fx.run(() -> {
            page.go("container/" + name + "/files");
            page.find("file-save", Button.class).fire();
        });
        page.awaitEqual("nothing", List.of(), page::unsaved);
        assertEquals("two\n", exec("cat /note"));
    }

    /// What is painted of the button, once the text has its size.
    private static String paintedChange() {
        ActionButton change = page.root().lookupAll(".button").stream()
                .filter(node -> "Change the rights".equals(node.getAccessibleText()))
                .map(ActionButton.class::cast)
                .findFirst()
                .orElseThrow();
        page.root().layout();
        boolean large = change.getFont().getSize() > 14;
        return large && change.lookup(".text") instanceof Text text ? text.getText() : "";
    }

    @Test
    void whatSomebodyElseWroteIsNotOverwrittenUnasked() {
        show("echo one > /note");
        openText("/note", "one\n");
        exec("echo other > /note");

        Fx.run(() -> page.find("file-text", CodeArea.class).replaceText("mine\n"));
        press("file-save");
        page.await("the problem", () -> button("Overwrite").isPresent());
        assertEquals("other\n", exec("cat /note"));
        Fx.run(() -> button("Overwrite").orElseThrow().fire());

        page.await(
                "it is saved",
                () -> !page.find("file-unsaved", Label.class).getParent().isVisible());
        assertEquals("mine\n", exec("cat /note"));
    }

    private static Optional<Button> button(String text) {
        return page.root().lookupAll(".button").stream()
                .map(node -> (Button) node)
                .filter(button -> text.equals(button.getText()))
                .findFirst();
    }

    @Test
    void filesAreRenamedMadeAndDeletedAndGetOtherRights() {
        show("mkdir /dir; echo 1 > /dir/one; echo 2 > /dir/two");
        row("/dir");
        enter();

        row("/dir/one");
        page.press(KeyCode.F2, "", false, false);
        answer("eins zwei");
        row("/dir/eins zwei");
        choose("Permissions…");
        answer("4711");
        page.await("the rights", () -> exec("stat -c %a '/dir/eins zwei'").equals("4711\n"));
        row("/dir");
        choose("New folder…");
        answer("sub");
        row("/dir/sub");
        row("/dir/two");
        page.press(KeyCode.DELETE, "", false, false);
        page.await("the question", () -> button("Delete two").isPresent());
        Fx.run(() -> button("Delete two").orElseThrow().fire());

        page.await("it is gone", () -> !isThere("/dir/two"));
        assertEquals("eins zwei\nsub\n", exec("ls /dir"));
    }

    @Test
    void stoppedContainerIsReadAndSaysWhatItCannot() {
        show("echo one > /note");
        engine.docker("stop", "-t", "0", name);
        page.await(
                "it has stopped",
                () -> !page.find("container-state", Label.class).getText().equals("Running"));
        page.await("it is asked in the other way", page::settled);
        openText("/note", "one\n");

        row("/note");
        page.press(KeyCode.DELETE, "", false, false);
        page.await("the question", () -> button("Delete note").isPresent());
        Fx.run(() -> button("Delete note").orElseThrow().fire());

        page.await(
                "the reason",
                () -> page.root().lookupAll(".why").stream()
                        .anyMatch(node ->
                                node instanceof Label label && label.getText().contains("isn't running")));
        assertTrue(isThere("/note"));
    }

    @Test
    void bytesThatAreNoTextAreShownAsNumbers() {
        show("printf 'a\\000\\377b' > /bytes");
        row("/bytes");
        enter();

        page.await(
                "the numbers",
                () -> page.root().lookup("#file-hex") instanceof TextArea area
                        && area.getText().startsWith("00000000  61 00 ff 62 "));
    }

    @Test
    void textIsComparedWithTheImages() {
        show("echo more >> /www/index.html; echo new > /added");
        row("/www");
        enter();
        openText("/www/index.html", "hello from quayside\nmore\n");

        chooseShown("Against the image");
        page.await("the comparison", () -> diff().equals(List.of("  hello from quayside", "+ more")));
        assertEquals("+1 −0 lines", page.find("file-form", Label.class).getText());
        assertEquals("", engine.docker("ps", "-aq", "--filter", "label=io.quayside.files-of-image"));
        chooseShown("Edit");
        openText("/added", "new\n");
        chooseShown("Against the image");
        page.await("the other", () -> diff().equals(List.of("+ new")));
        assertEquals("Not in the image", page.find("file-form", Label.class).getText());
    }

    private static void chooseShown(String text) {
        Fx.run(() -> page.root().lookup("#file-shown").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static List<String> diff() {
        return page.root().lookup("#file-diff") instanceof DiffView view
                ? view.getItems().stream()
                        .map(line -> switch (line.kind()) {
                            case ADDED -> "+ " + line.text();
                            case REMOVED -> "- " + line.text();
                            case SAME, GAP -> "  " + line.text();
                        })
                        .toList()
                : List.of();
    }

    private static List<String> names(String folder) {
        return Fx.call(() -> item(tree().getRoot(), folder).orElseThrow().getChildren().stream()
                .map(item -> item.getValue().label())
                .toList());
    }

    @Test
    void headsOfColumnsSortWithFoldersFirst() {
        show("mkdir -p /dir/sub; cd /dir; echo 12345 > small; seq 100 > Large; touch empty -d @1000");
        row("/dir");
        enter();
        row("/dir/sub");
        assertEquals(List.of("sub", "empty", "Large", "small"), names("/dir"));

        row("/dir/small");
        sortBy("Size", TreeTableColumn.SortType.DESCENDING);
        assertEquals(List.of("sub", "Large", "small", "empty"), names("/dir"));
        assertEquals("/dir/small", Fx.call(() -> tree().selected().getFirst().path()));
        sortBy("Modified", TreeTableColumn.SortType.ASCENDING);
        assertEquals("empty", names("/dir").get(1));
        exec("touch /dir/new -d @500");
        choose("Read again");
        row("/dir/new");
        assertEquals(List.of("sub", "new", "empty"), names("/dir").subList(0, 3));
    }

    private static void sortBy(String title, TreeTableColumn.SortType type) {
        Fx.run(() -> {
            TreeTableColumn<FileRow, ?> column = tree().getColumns().stream()
                    .filter(each -> each.getText().equals(title))
                    .findFirst()
                    .orElseThrow();
            column.setSortType(type);
            tree().getSortOrder().setAll(List.of(column));
        });
    }

    private static List<String> columns() {
        return Fx.call(() -> tree().getVisibleLeafColumns().stream()
                .map(TreeTableColumn::getText)
                .toList());
    }

    @Test
    void besideAnOpenFileNamesKeepTheirRoom() {
        show("echo one > /a-file-whose-name-is-long.txt; chown 0:1234 /a-file-whose-name-is-long.txt");
        row("/a-file-whose-name-is-long.txt");
        assertEquals(List.of("Name", "Change or mount", "Size", "Modified", "Mode", "Owner"), columns());
        page.awaitEqual(
                "its owner",
                true,
                () -> tree().lookupAll(".file-fact").stream()
                        .anyMatch(cell ->
                                cell instanceof Labeled label && label.getText().equals("root:1234")));
        openText("/a-file-whose-name-is-long.txt", "one\n");
        page.awaitEqual(
                "mode and owner in the panel",
                List.of("Name", "Change or mount", "Size", "Modified"),
                FilesTabTest::columns);
        page.await(
                "the whole name",
                () -> tree().lookupAll(".file-name").stream()
                        .anyMatch(cell -> cell.lookup(".text") instanceof Text text
                                && text.getText().equals("a-file-whose-name-is-long.txt")));
        sortBy("Owner", TreeTableColumn.SortType.ASCENDING);
        page.await(
                "the only one of another group is last",
                () -> tree().getRoot()
                        .getChildren()
                        .getLast()
                        .getValue()
                        .path()
                        .equals("/a-file-whose-name-is-long.txt"));
    }

    @Test
    void manyFilesComeAllInOrder() {
        show("mkdir /many; cd /many; seq -w 1 20000 | xargs touch");
        row("/many");
        enter();

        page.await(
                "all",
                () -> item(tree().getRoot(), "/many")
                                .orElseThrow()
                                .getChildren()
                                .size()
                        == 20_000);
        assertEquals(List.of("00001", "00002"), names("/many").subList(0, 2));
        assertEquals("20000", names("/many").getLast());
    }

    /// What the tab's actions work on, without the choosers of files that a window would show.
    private FilesViewModel model() {
        FilesViewModel model = Fx.call(() -> {
            FilesViewModel made = new FilesViewModel(page.parts(), FilesPlace.CONTAINER);
            MirrorSnapshot snapshot = page.session().mirror().snapshot();
            made.shown(snapshot.containers().orElseThrow().values().stream()
                    .filter(container -> container.name().equals(name))
                    .map(container -> ContainerLine.of(container, snapshot, Instant.now()))
                    .findFirst()
                    .orElseThrow());
            return made;
        });
        page.await("the folder", () -> model.find("/etc").isPresent());
        return model;
    }

    @Test
    void whatAFolderHasIsKnownBeforeItIsOpened() {
        show("mkdir -p /dir/sub; echo old > /dir/sub/one");
        FileTransfers transfers = new FileTransfers(model());
        List<String> taken = new ArrayList<>();

        Fx.run(() -> transfers.taken(List.of(Path.of("/x/one"), Path.of("/x/two")), "/dir/sub", taken::addAll));

        page.await("the answer", () -> taken.equals(List.of("one")));
    }

    @Test
    void whatIsDraggedOutIsOnThisComputerFirst() throws Exception {
        show("mkdir /dir; echo 1 > /dir/one; echo small > /small");
        FilesViewModel model = model();
        DraggedFiles dragged = new DraggedFiles(model, new FileTransfers(model));
        List<File> got = new ArrayList<>();

        page.await(
                "the folder, at a later drag",
                () -> dragged.take(List.of(model.find("/dir").orElseThrow()))
                        .map(got::addAll)
                        .orElse(false));
        page.await(
                "the file",
                () -> dragged.take(List.of(model.find("/small").orElseThrow()))
                        .map(got::addAll)
                        .orElse(false));

        assertEquals(List.of("dir", "small"), got.stream().map(File::getName).toList());
        assertEquals("1\n", Files.readString(got.getFirst().toPath().resolve("one")));
        assertEquals("small\n", Files.readString(got.getLast().toPath()));
        Path folder = got.getLast().toPath().getParent();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals(
                2,
                page.parts().tasks().shown().stream()
                        .filter(task -> task.titleProperty().get().contains("to be dragged"))
                        .count());
    }

    /// As when the panel of a volume closes: what the copy goes through must not be removed under it.
    @Test
    void whoWaitsForCopiesHearsOfTheirEnd(@TempDir Path host) throws Exception {
        show("mkdir /dir");
        FileTransfers transfers = new FileTransfers(model());
        Path large = host.resolve("large");
        Files.write(large, new byte[30_000_000]);
        AtomicReference<String> size = new AtomicReference<>("");
        List<String> heard = new ArrayList<>();
        Fx.run(() -> {
            transfers.whenDone(() -> heard.add("before"));
            transfers.upload(List.of(large), "/dir");
            transfers.whenDone(() -> heard.add("after"));
            size.set(String.join(" ", heard));
        });
        assertEquals("before", size.get(), "the copy has just begun");
        page.await("its end", () -> heard.equals(List.of("before", "after")));
        assertEquals("30000000\n", exec("stat -c %s /dir/large"));
    }

    @Test
    void filesGoOutAndInAsTasks(@TempDir Path host) throws Exception {
        show("mkdir /dir; chown 5:6 /dir; echo 1 > /dir/one");
        FilesViewModel model = model();
        FileTransfers transfers = new FileTransfers(model);
        Path mine =
                Files.writeString(Files.createDirectory(host.resolve("from")).resolve("two"), "2\n");

        Fx.run(() -> transfers.download(List.of(model.find("/dir").orElseThrow()), host));
        Fx.run(() -> transfers.upload(List.of(mine), "/dir"));

        page.await("the download", () -> Files.exists(host.resolve("dir/one")));
        assertEquals("1\n", Files.readString(host.resolve("dir/one")));
        page.await(
                "the upload",
                () -> engine.tryDocker("exec", name, "cat", "/dir/two").succeeded());
        assertEquals("2\n5:6\n", exec("cat /dir/two; stat -c %u:%g /dir/two"));
        page.await(
                "both tasks end",
                () -> page.parts().tasks().shown().stream()
                                .filter(task -> task.titleProperty().get().endsWith("loaded dir")
                                        || task.titleProperty().get().endsWith("loaded two"))
                                .count()
                        == 2);
    }
}
