package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.machine.UnsharedFolders;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.mounts.MountableFolders;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.Share;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The question before a container mounts a folder that the machine doesn't see: the window on a real engine, with a
/// scripted machine around it.
class UnsharedFolderTest extends FormOnEngine {
    private static final Scripted MACHINE = new Scripted();
    private static final AtomicInteger TESTS = new AtomicInteger();

    /// Another one for each test: the window may still have the container of the one before.
    private final String name = "mounting-" + TESTS.incrementAndGet();

    @TempDir
    private Path top;

    private Path folder = Path.of("");

    @BeforeEach
    void fill() throws Exception {
        MACHINE.shares.clear();
        MACHINE.refuses = false;
        folder = Files.createDirectory(top.resolve("site"));
        Files.writeString(folder.resolve("index.html"), "here");
        Fx.run(() -> page.mountable(MACHINE));
        page.go("run");
        press("run-paste");
        Fx.run(() -> ((TextArea) find("run-paste-text"))
                .setText("docker run --name " + name + " -v " + folder + ":/www " + TestImages.HTTPD));
        pressLabelled("Fill the form");
        page.await("the line", () -> shownLine().contains(name));
        Fx.run(() -> ((CheckBox) find("run-open-logs")).setSelected(false));
    }

    private static boolean asks() {
        return !page.root().lookupAll(".qs-confirm").isEmpty();
    }

    private boolean isMade() {
        return engine.tryDocker("inspect", "--format", "{{.Id}}", name).exitCode() == 0;
    }

    @Test
    void itAsksSharesAndRuns() {
        press("run-act");
        page.await("the question", UnsharedFolderTest::asks);
        ConfirmPanel panel = Fx.call(() ->
                (ConfirmPanel) page.root().lookupAll(".qs-confirm").iterator().next());
        assertTrue(
                panel.getAccessibleText().startsWith("The folder " + folder + " isn’t shared with the machine."),
                panel.getAccessibleText());
        assertEquals(List.of(), MACHINE.shares);
        assertTrue(!isMade());
        pressLabelled("Share it");
        page.await(
                "it runs, and the form is left",
                () -> isMade() && !page.address().equals("run"));
        assertEquals(List.of(Share.of(folder, false)), MACHINE.shares);
        assertEquals("[" + folder + ":/www]", inspect(name, "{{.HostConfig.Binds}}"));
    }

    @Test
    void cancelSharesAndRunsNothing() {
        press("run-act");
        page.await("the question", UnsharedFolderTest::asks);
        Fx.run(() -> page.root().lookup(".qs-confirm").lookupAll(".button").stream()
                .map(ActionButton.class::cast)
                .filter(button -> button.getText().equals("Cancel"))
                .findFirst()
                .orElseThrow()
                .fire());
        page.await("no question", () -> !asks());
        assertEquals(List.of(), MACHINE.shares);
        assertTrue(!isMade());
        assertTrue(Fx.call(() -> shownLine()).contains(name), "the form stays as it was");
    }

    @Test
    void aFolderThatIsSharedIsNotAskedAbout() {
        MACHINE.shares.add(Share.of(top, false));
        press("run-act");
        page.await(
                "it runs, and the form is left",
                () -> isMade() && !page.address().equals("run"));
        assertTrue(Fx.call(() -> !asks()));
    }

    @Test
    void whatTheMachineRefusesIsSaidAtTheFormAndNothingRuns() {
        MACHINE.refuses = true;
        press("run-act");
        page.await("the question", UnsharedFolderTest::asks);
        pressLabelled("Share it");
        page.await(
                "the problem",
                () -> page.root().lookupAll(".qs-problem").stream().anyMatch(node -> node.isVisible()));
        assertTrue(!isMade());
    }

    /// Keeps shares in memory, and looks at the real folders.
    private static final class Scripted implements MountableFolders {
        private final List<Share> shares = new CopyOnWriteArrayList<>();
        private volatile boolean refuses;

        @Override
        public Optional<String> machine() {
            return Optional.of("quayside-vm");
        }

        @Override
        public List<Path> missing(String machine, Collection<String> paths) {
            return UnsharedFolders.among(paths, shares);
        }

        @Override
        public void share(String machine, List<Path> folders) throws VmException {
            if (refuses) {
                throw new VmException(new VmProblem.ShareRefused("/x", "It overlaps another one."));
            }
            folders.forEach(folder -> shares.add(Share.of(folder, false)));
        }
    }
}
