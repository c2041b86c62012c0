package io.quayside.desktop.ui.settings.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingPaneTest {
    private static final Share CODE = Share.of(Path.of("/home/me/code"), false);
    private static final Share FIXTURES = new Share(Path.of("/data/fixtures"), "/mnt/fixtures", true);

    private final Scripted machine = new Scripted();
    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final TaskRunner tasks = Fx.call(() ->
            new TaskRunner(fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that"))));
    private final SharesViewModel model = Fx.call(() -> new SharesViewModel(machine, tasks, problems, fx));
    private Optional<Path> chosen = Optional.empty();
    private final SharingPane pane = Fx.call(() -> new SharingPane(model, (owner, title) -> chosen));
    private final VBox window = Fx.call(() -> new VBox(pane.root(), pane.footer()));

    @TempDir
    private Path folder;

    private void open() throws InterruptedException {
        Fx.run(() -> {
            Scene scene = new Scene(window, 900, 700);
            new Themes(AppearanceSettings.DEFAULT).dress(scene);
            pane.enter();
        });
        await(model::settled);
    }

    @AfterEach
    void close() {
        Fx.run(pane::leave);
        assertEquals(0, machine.listeners);
    }

    /// Told by the properties of the model, so nothing is polled.
    private void await(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        Fx.run(() -> {
            Runnable look = () -> {
                if (condition.getAsBoolean()) {
                    met.countDown();
                }
            };
            model.rowsProperty().subscribe(look);
            model.foldersProperty().subscribe(look);
            model.refusedProperty().subscribe(look);
            model.applyingProperty().subscribe(look);
            model.problemProperty().subscribe(look);
            look.run();
        });
        assertTrue(met.await(30, TimeUnit.SECONDS));
    }

    private List<String> texts() {
        return Fx.call(() -> {
            window.applyCss();
            window.layout();
            return window.lookupAll(".label").stream()
                    .filter(SharingPaneTest::isShown)
                    .map(node -> ((Label) node).getText())
                    .toList();
        });
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void says(String... wanted) {
        List<String> texts = texts();
        for (String text : wanted) {
            assertTrue(texts.contains(text), () -> text + " in " + texts);
        }
    }

    private void press(String name) {
        Fx.run(() -> window.lookupAll(".button").stream()
                .map(node -> (ActionButton) node)
                .filter(button -> name.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name))
                .fire());
    }

    private void add(Path path) {
        chosen = Optional.of(path);
        press("Add folder…");
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
        says("/home/me/code", "same path", "2 containers", "Mounted");
        says("/data/fixtures", "/mnt/fixtures", "None", "Folder not there", "/data/fixtures is not there.");
        assertTrue(texts().stream().anyMatch(text -> text.contains("in node_modules and .git")));
        Fx.run(() -> AccessibleAssertions.everyControlHasText(window));
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
    }

    @Test
    void aNewFolderIsSharedWithApplyAndStays() throws Exception {
        open();
        add(folder);
        await(() -> model.rowsProperty().get().size() == 2);
        says("New", "After Apply", "1 change.", "Applies without restarting the VM. No container is affected.");
        press("Apply");
        await(() -> model.changes() == 0);
        assertEquals(List.of(CODE, Share.of(folder.toRealPath(), false)), machine.shares());
        assertFalse(texts().contains("New"));
        assertFalse(Fx.call(() -> pane.footer().isVisible()));
    }

    @Test
    void whatIsNoFolderOrSharedAlreadyIsRefusedWithTheReason() throws Exception {
        open();
        Path file = Files.writeString(folder.resolve("notes.txt"), "");
        add(file);
        await(() -> model.refusedProperty().get().endsWith("is a file. Only folders can be shared."));
        add(folder.resolve("gone"));
        await(() -> model.refusedProperty().get().endsWith("can’t be read."));
        add(folder);
        await(() -> model.rowsProperty().get().size() == 2);
        add(Files.createDirectory(folder.resolve("inner")));
        await(() -> model.refusedProperty().get().contains("is shared already, with "));
        add(folder.resolve(".."));
        await(() -> model.refusedProperty().get().endsWith("Remove it before you add the larger one."));
        assertEquals(1, Fx.call(model::changes));
    }

    @Test
    void accessAndRemovalAreChangesThatCanBeDiscarded() throws Exception {
        open();
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> access = (ComboBox<String>) window.lookup(".combo-box");
            access.setValue("Read only");
        });
        says("After Apply", "1 change.");
        press("Discard");
        says("Mounted");
        press("Stop sharing /home/me/code");
        says("1 change.");
        assertEquals(List.of(), Fx.call(() -> model.rowsProperty().get()));
        press("Apply");
        await(() -> machine.shares().isEmpty() && !model.applyingProperty().get());
    }

    @Test
    void whoUsesAFolderThatIsToGoIsNamedAndTheRefusalIsSaid() throws Exception {
        machine.binds = List.of(
                new FolderSharing.Bind("web", "/home/me/code", true),
                new FolderSharing.Bind("old", "/home/me/code", false));
        machine.fails = true;
        open();
        press("Stop sharing /home/me/code");
        says("web has such a folder mounted. Stop them first.");
        press("Apply");
        await(() -> model.problemProperty().get().isPresent()
                && !model.applyingProperty().get());
        says("/home/me/code is in use by a container.");
        assertEquals(1, Fx.call(model::changes));
    }

    @Test
    void withoutAMachineItSaysWhyThereIsNothing() throws Exception {
        machine.name = Optional.empty();
        open();
        assertTrue(texts().getFirst().startsWith("The engine in the window doesn’t run in a VM"), texts().toString());
        assertFalse(Fx.call(() -> isShown(window.lookup("#share-add"))));
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
