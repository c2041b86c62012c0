package io.quayside.desktop.ui.settings.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingPaneTest {
    private static final Share CODE = Share.of(Path.of("/home/me/code"), false);
    private static final Share FIXTURES = new Share(Path.of("/data/fixtures"), "/mnt/fixtures", true);

    private final Scripted machine = new Scripted();
    private final PaneWindow window = new PaneWindow();
    private final SharesViewModel model =
            Fx.call(() -> new SharesViewModel(machine, window.tasks, window.problems, window.fx));
    private Optional<Path> chosen = Optional.empty();
    private final SharingPane pane = Fx.call(() -> new SharingPane(model, (owner, title) -> chosen));

    @TempDir
    private Path folder;

    private void open() throws InterruptedException {
        window.open(
                pane,
                model.rowsProperty(),
                model.foldersProperty(),
                model.refusedProperty(),
                model.applyingProperty(),
                model.problemProperty());
    }

    @AfterEach
    void close() {
        Fx.run(pane::leave);
        assertEquals(0, machine.listeners);
    }

    private void add(Path path) {
        chosen = Optional.of(path);
        window.press("Add folder…");
    }

    @Test
    void eachFolderSaysWhereItIsWhoUsesItAndHowFarItIs() throws Exception {
        machine.folders = List.of(
                new FolderSharing.Folder(new ShareStatus(CODE, ShareStatus.State.MOUNTED, ""), true),
                new FolderSharing.Folder(new ShareStatus(FIXTURES, ShareStatus.State.MOUNTED, ""), false));
        machine.binds = List.of(
                new FolderSharing.Bind("web", "/home/me/code/web", true),
                new FolderSharing.Bind("web", "/home/me/code", true),
                new FolderSharing.Bind("old", "/home/me/code/old", false),
                new FolderSharing.Bind("other", "/home/me/codebook", true));
        open();
        window.says("/home/me/code", "same path", "2 containers", "Mounted");
        window.says("/data/fixtures", "/mnt/fixtures", "None", "Folder not there", "/data/fixtures is not there.");
        assertTrue(window.texts().stream().anyMatch(text -> text.contains("in node_modules and .git")));
        Fx.run(() -> AccessibleAssertions.everyControlHasText(window.root()));
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
    }

    @Test
    void aFolderThatHasMovedIsFoundAgainUnderThePathThatContainersKnow() throws Exception {
        machine.folders =
                List.of(new FolderSharing.Folder(new ShareStatus(FIXTURES, ShareStatus.State.MOUNTED, ""), false));
        open();
        chosen = Optional.of(folder);
        window.press("Locate…");
        window.await(() -> model.changes() == 1);
        window.says("/mnt/fixtures", "After Apply", "1 change.");
        window.press("Apply");
        window.await(() -> model.changes() == 0);
        assertEquals(List.of(new Share(folder.toRealPath(), "/mnt/fixtures", true)), machine.shares());
    }

    @Test
    void aFolderThatIsSharedAlreadyIsNotWhereAnotherHasMoved() throws Exception {
        machine.folders = List.of(
                new FolderSharing.Folder(
                        new ShareStatus(Share.of(folder.toRealPath(), false), ShareStatus.State.MOUNTED, ""), true),
                new FolderSharing.Folder(new ShareStatus(FIXTURES, ShareStatus.State.MOUNTED, ""), false));
        open();
        chosen = Optional.of(folder);
        window.press("Locate…");
        window.await(() -> model.refusedProperty().get().endsWith(" is shared already."));
        assertEquals(0, Fx.call(model::changes));
    }

    @Test
    void aNewFolderIsSharedWithApplyAndStays() throws Exception {
        open();
        add(folder);
        window.await(() -> model.rowsProperty().get().size() == 2);
        window.says("New", "After Apply", "1 change.", "Applies without restarting the VM. No container is affected.");
        window.press("Apply");
        window.await(() -> model.changes() == 0);
        assertEquals(List.of(CODE, Share.of(folder.toRealPath(), false)), machine.shares());
        assertFalse(window.texts().contains("New"));
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
    }

    @Test
    void whatIsNoFolderOrSharedAlreadyIsRefusedWithTheReason() throws Exception {
        open();
        Path file = Files.writeString(folder.resolve("notes.txt"), "");
        add(file);
        window.await(() -> model.refusedProperty().get().endsWith("is a file. Only folders can be shared."));
        add(folder.resolve("gone"));
        window.await(() -> model.refusedProperty().get().endsWith("can’t be read."));
        add(folder);
        window.await(() -> model.rowsProperty().get().size() == 2);
        add(Files.createDirectory(folder.resolve("inner")));
        window.await(() -> model.refusedProperty().get().contains("is shared already, with "));
        add(folder.resolve(".."));
        window.await(() -> model.refusedProperty().get().endsWith("Remove it before you add the larger one."));
        assertEquals(1, Fx.call(model::changes));
    }

    @Test
    void accessAndRemovalAreChangesThatCanBeDiscarded() throws Exception {
        open();
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> access = (ComboBox<String>) window.root().lookup(".combo-box");
            access.setValue("Read only");
        });
        window.says("After Apply", "1 change.");
        window.press("Discard");
        window.says("Mounted");
        window.press("Stop sharing /home/me/code");
        window.says("1 change.");
        assertEquals(List.of(), Fx.call(() -> model.rowsProperty().get()));
        window.press("Apply");
        window.await(
                () -> machine.shares().isEmpty() && !model.applyingProperty().get());
    }

    @Test
    void whoUsesAFolderThatIsToGoIsNamedAndTheRefusalIsSaid() throws Exception {
        machine.binds = List.of(
                new FolderSharing.Bind("web", "/home/me/code", true),
                new FolderSharing.Bind("old", "/home/me/code", false));
        machine.fails = true;
        open();
        window.press("Stop sharing /home/me/code");
        window.says("web has such a folder mounted. Stop them first.");
        window.press("Apply");
        window.await(() -> model.problemProperty().get().isPresent()
                && !model.applyingProperty().get());
        window.says("/home/me/code is in use by a container.");
        assertEquals(1, Fx.call(model::changes));
    }

    @Test
    void withoutAMachineItSaysWhyThereIsNothing() throws Exception {
        machine.name = Optional.empty();
        open();
        assertTrue(
                window.texts().getFirst().startsWith("The engine in the window doesn’t run in a VM"),
                window.texts().toString());
        assertFalse(Fx.call(() -> PaneWindow.isShown(window.root().lookup("#share-add"))));
    }

    private static final class Scripted implements FolderSharing {
        private Optional<String> name = Optional.of("quayside-vm");
        private volatile List<Folder> folders =
                List.of(new Folder(new ShareStatus(CODE, ShareStatus.State.MOUNTED, ""), true));
        private List<Bind> binds = List.of();
        private boolean fails;
        private int listeners;

        private List<Share> shares() {
            return folders.stream().map(folder -> folder.status().share()).toList();
        }

        @Override
        public Optional<String> machine() {
            return name;
        }

        @Override
        public Folders read(String asked) {
            return new Folders(asked, true, true, folders);
        }

        @Override
        public void apply(String asked, List<Share> wanted) throws VmException {
            if (fails) {
                throw new VmException(new VmProblem.ShareInUse("/home/me/code"));
            }
            folders = wanted.stream()
                    .map(share -> new Folder(new ShareStatus(share, ShareStatus.State.MOUNTED, ""), true))
                    .toList();
        }

        @Override
        public List<Bind> binds() {
            return binds;
        }

        @Override
        public Subscription onChange(Runnable listener) {
            listeners++;
            return () -> listeners--;
        }
    }
}
