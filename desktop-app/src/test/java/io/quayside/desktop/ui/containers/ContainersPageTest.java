package io.quayside.desktop.ui.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.Test;

/// The real page on a real engine: what is clicked here, the engine says afterwards.
class ContainersPageTest extends OnEngine {
    private ContainerRow run(String container, String... command) {
        // A shell's sleep ignores the usual signal as first process; ending it at once keeps the test short.
        List<String> arguments =
                new ArrayList<>(List.of("run", "-d", "--name", container, "--stop-signal", "KILL", TestImages.BUSYBOX));
        arguments.addAll(List.of(command));
        engine.docker(arguments.toArray(String[]::new));
        return row(container);
    }

    private ContainerRow row(String container) {
        page.await("the row of " + container, () -> find(container) != null);
        return Fx.call(() -> java.util.Objects.requireNonNull(find(container)));
    }

    private static @org.jspecify.annotations.Nullable ContainerRow find(String container) {
        return page.model().allRows().stream()
                .filter(row -> row.line().container().name().equals(container))
                .findFirst()
                .orElse(null);
    }

    private static String state(String container) {
        return engine.docker("inspect", "--format", "{{.State.Status}}", container)
                .strip();
    }

    private static void word(ContainerRow row, String word) {
        page.await(
                row + " says " + word,
                () -> row.line().busy().isEmpty() && row.line().status().word().equals(word));
    }

    /// Presses the button with this accessible name, which has to be on screen.
    private static void press(String accessibleName) {
        page.await("a button " + accessibleName, () -> button(accessibleName) != null);
        Fx.call(() -> {
            java.util.Objects.requireNonNull(button(accessibleName)).fire();
            return true;
        });
    }

    private static @org.jspecify.annotations.Nullable Button button(String accessibleName) {
        for (Node node : page.root().lookupAll(".button")) {
            boolean named = accessibleName.equals(node.getAccessibleText())
                    || (node instanceof Button button && accessibleName.equals(button.getText()));
            if (named && node instanceof Button button && isShown(node)) {
                return !(button instanceof ActionButton action) || action.isAvailable() ? button : null;
            }
        }
        return null;
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    @SuppressWarnings("unchecked")
    private static TreeTableView<RowItem> table() {
        return page.find("containers-table", TreeTableView.class);
    }

    @Test
    void stopStartAndRestartReachTheEngine() {
        ContainerRow row = run(name, "sleep", "1000");
        press("Stop " + name);
        word(row, "Stopped");
        assertEquals("exited", state(name));
        press("Start " + name);
        word(row, "Running");
        assertEquals("running", state(name));
        // As a time: the engine writes zeros at its end that Java leaves out.
        Instant before = Instant.parse(engine.docker("inspect", "--format", "{{.State.StartedAt}}", name)
                .strip());
        press("Restart " + name);
        page.await(
                "another start",
                () -> row.line()
                                .container()
                                .run()
                                .startedAt()
                                .filter(start -> start.isAfter(before))
                                .isPresent()
                        && row.line().busy().isEmpty());
        page.await("restarted", () -> row.line().status().word().equals("Running"));
        assertEquals("running", state(name));
    }

    @Test
    void pauseAndUnpauseReachTheEngine() {
        ContainerRow row = run(name, "sleep", "1000");
        choose(row, "Pause");
        word(row, "Paused");
        assertEquals("paused", state(name));
        choose(row, "Unpause");
        word(row, "Running");
        assertEquals("running", state(name));
    }

    /// Chooses an item of the menu of a row, once the open menu offers it.
    private static void choose(ContainerRow row, String title) {
        press("More actions for " + row.line().name());
        ContextMenu menu = Fx.call(() -> javafx.stage.Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow());
        page.await(
                title + " of " + row,
                () -> item(menu, title).filter(item -> !item.isDisable()).isPresent());
        Fx.call(() -> {
            MenuItem found = item(menu, title).orElseThrow();
            menu.hide();
            found.fire();
            return true;
        });
    }

    private static Optional<MenuItem> item(ContextMenu menu, String title) {
        return menu.getItems().stream()
                .filter(each -> title.equals(each.getText()))
                .findFirst();
    }

    @Test
    void renameInTheRowReachesTheEngine() {
        ContainerRow row = run(name, "sleep", "1000");
        choose(row, "Rename");
        page.await("the field", () -> page.root().lookup("#rename-field") != null);
        TextField field = page.find("rename-field", TextField.class);
        Fx.call(() -> {
            field.setText(name + "-new");
            field.fireEvent(new javafx.event.ActionEvent());
            return true;
        });
        page.await("the new name", () -> row.line().name().equals(name + "-new"));
        assertEquals("running", state(name + "-new"));
    }

    @Test
    void aDeletionCanBeUndoneAndGoesThroughOtherwise() {
        ContainerRow row = run(name, "true");
        word(row, "Finished");
        choose(row, "Delete…");
        page.await("the countdown", () -> row.line().deletingIn().isPresent());
        Fx.call(() -> {
            page.model().deletion().undo();
            return true;
        });
        page.await("taken back", () -> row.line().deletingIn().isEmpty());
        assertEquals("exited", state(name));
        choose(row, "Delete…");
        page.await("gone", () -> find(name) == null);
        assertTrue(!engine.tryDocker("inspect", name).succeeded());
    }

    @Test
    void deletingWhatRunsIsAskedAboutFirst() {
        ContainerRow row = run(name, "sleep", "1000");
        choose(row, "Delete…");
        press("Delete " + name);
        page.await("gone", () -> find(name) == null);
        assertTrue(!engine.tryDocker("inspect", name).succeeded());
    }

    @Test
    void checkedRowsAreStoppedTogether() {
        ContainerRow first = run(name + "-a", "sleep", "1000");
        ContainerRow second = run(name + "-b", "sleep", "1000");
        Fx.call(() -> {
            page.model().selection().setChecked(List.of(first.id(), second.id()), true);
            return true;
        });
        press("Stop");
        word(first, "Stopped");
        word(second, "Stopped");
        assertEquals("exited", state(name + "-a"));
        assertEquals("exited", state(name + "-b"));
        Fx.call(() -> {
            page.model().selection().clear();
            return true;
        });
    }

    @Test
    void theFilterFieldLeavesOnlyWhatMatches() {
        run(name, "sleep", "1000");
        TextField filter = page.find("containers-filter", TextField.class);
        Fx.call(() -> {
            filter.setText("name:" + name);
            return true;
        });
        page.await(
                "one row",
                () -> page.model().groupsProperty().get().stream()
                                .flatMap(group -> group.rows().stream())
                                .count()
                        == 1);
        TreeTableView<RowItem> table = table();
        assertEquals(2, Fx.call(table::getExpandedItemCount));
        Fx.call(() -> {
            filter.setText("");
            return true;
        });
    }

    @Test
    void aStartThatFailsSaysWhyAtItsRow() {
        engine.docker("create", "--name", name, TestImages.BUSYBOX, "/no/such/command");
        ContainerRow row = row(name);
        press("Start " + name);
        page.await("the problem", () -> page.model().problem(row.id()).isPresent());
        assertEquals(
                "command-missing",
                Fx.call(() ->
                        page.model().problem(row.id()).orElseThrow().problem().code()));
        Fx.call(() -> {
            page.model().dismissProblem(row.id());
            return true;
        });
    }
}
