package io.quayside.desktop.ui.shell.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.palette.FakeSource;
import io.quayside.desktop.ui.shell.palette.PaletteRow;
import io.quayside.desktop.ui.theme.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShellTest {
    private final ShellFixture it = ShellFixture.open();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        it.close();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private AppTask run(String title) {
        return it.tasks.task(title).location("images").start(context -> {
            goOn.await();
            return 1;
        });
    }

    @Test
    void theRailIsWalkedByArrowsAndOpensByEnter() {
        it.press(KeyCode.F6, KeyCode.SHIFT);
        it.press(KeyCode.F6);
        it.press(KeyCode.F6);
        Fx.run(() -> it.shell.root().lookup("#nav-containers").requestFocus());
        it.press(KeyCode.DOWN);
        assertEquals("nav-images", it.focused());
        it.press(KeyCode.DOWN);
        it.press(KeyCode.DOWN);
        it.press(KeyCode.DOWN);
        assertEquals("nav-settings", it.focused());
        it.press(KeyCode.DOWN);
        assertEquals("nav-settings", it.focused());
        it.press(KeyCode.UP);
        assertEquals("containers", it.location());
        it.press(KeyCode.ENTER);
        assertEquals("engine", it.location());
        assertTrue(((ToggleButton) it.node("#nav-engine")).isSelected());
        assertFalse(((ToggleButton) it.node("#nav-containers")).isSelected());
    }

    @Test
    void pagesAreMadeWhenFirstShownAndToldOnceWhatHappens() {
        assertEquals(List.of("containers"), List.copyOf(it.pages.keySet()));
        it.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertEquals(List.of("shown containers", "hidden"), it.page("containers").heard);
        assertEquals(List.of("shown images"), it.page("images").heard);
        it.press(KeyCode.LEFT, KeyCode.ALT);
        assertEquals("containers", it.location());
        it.press(KeyCode.RIGHT, KeyCode.ALT);
        assertEquals("images", it.location());
        assertEquals(List.of("shown images", "hidden", "shown images"), it.page("images").heard);
    }

    @Test
    void aHiddenWindowHidesThePageAndTheEngineHearsOfIt() {
        Fx.run(() -> it.shell.windowVisible(false));
        assertEquals(List.of("shown containers", "hidden"), it.page("containers").heard);
        assertEquals(List.of("visible true", "visible false"), it.session.calls);
        assertEquals(0, it.session.figureListeners());
        it.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertEquals(List.of(), it.page("images").heard);
        Fx.run(() -> it.shell.windowVisible(true));
        assertEquals(List.of("shown images"), it.page("images").heard);
    }

    @Test
    void everyNumberOpensThePageAtItsPlaceInTheRail() {
        List<String> seen = new ArrayList<>();
        for (KeyCode digit : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1)) {
            it.press(digit, KeyCode.CONTROL);
            seen.add(it.location());
        }
        it.press(KeyCode.COMMA, KeyCode.CONTROL);
        seen.add(it.location());
        assertEquals(List.of("images", "volumes", "engine", "containers", "settings"), seen);
    }

    @Test
    void theRailShrinksByKeyAndTheChoiceIsKept() {
        assertEquals(
                200,
                Fx.call(() -> ((Parent) it.shell.root().lookup("#rail"))
                        .getLayoutBounds()
                        .getWidth()));
        it.press(KeyCode.BACK_SLASH, KeyCode.CONTROL);
        Fx.run(() -> it.shell.root().layout());
        assertEquals(Optional.of(true), it.settings().window().railCollapsed());
        assertEquals("Containers, 10", it.node("#nav-containers").getAccessibleText());
        Fx.run(() -> {
            it.scene.getRoot().applyCss();
            it.scene.getRoot().layout();
        });
        assertEquals(
                56,
                Fx.call(() -> it.shell.root().lookup("#rail").getLayoutBounds().getWidth()));
    }

    @Test
    void f6GoesRoundTheRegionsInOrder() {
        Fx.run(() -> it.shell.root().lookup("#nav-containers").requestFocus());
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            stops.add(it.focused());
            it.press(KeyCode.F6);
        }
        assertEquals(
                List.of("nav-containers", "search-button", "null", "filter", "null", "status-engine", "nav-containers"),
                stops);
        it.press(KeyCode.F6, KeyCode.SHIFT);
        it.press(KeyCode.F6, KeyCode.SHIFT);
        assertEquals("status-engine", it.focused());
    }

    @Test
    void thePaletteOpensTypesAndRuns() throws InterruptedException {
        it.press(KeyCode.K, KeyCode.CONTROL);
        assertEquals("palette-field", it.focused());
        Fx.run(() -> ((TextField) it.scene.lookup("#palette-field")).setText("go to vol"));
        await(() -> selected().contains("Go to Volumes"));
        it.press(KeyCode.ENTER);
        assertEquals("volumes", it.location());
        assertFalse(it.isThere("#palette"));
        assertEquals(List.of("command:go.volumes"), it.settings().recentPalette());
    }

    private String selected() {
        return Fx.call(() -> {
            ListView<?> list = (ListView<?>) it.scene.lookup("#palette-list");
            Object row = list.getSelectionModel().getSelectedItem();
            return row instanceof PaletteRow.Found found ? found.entry().title() : String.valueOf(row);
        });
    }

    @Test
    void theOpenPaletteFindsWhatComesToTheEngine() throws InterruptedException {
        it.press(KeyCode.K, KeyCode.CONTROL);
        Fx.run(() -> ((TextField) it.scene.lookup("#palette-field")).setText("xq-lan"));
        await(() -> selected().equals("Pull xq-lan from a registry…"));
        it.networks.add(FakeSource.entry("network:xq-lan", "xq-lan", "bridge"));
        it.session.mirror().restore(MirrorSnapshot.EMPTY);
        await(() -> Fx.call(() -> ((ListView<?>) it.scene.lookup("#palette-list"))
                .getItems().stream()
                        .anyMatch(row -> row instanceof PaletteRow.Found found
                                && found.entry().title().equals("xq-lan"))));
        assertEquals("Pull xq-lan from a registry…", selected());
    }

    @Test
    void actionsShowTheKeysOfTheirCommands() throws InterruptedException {
        it.press(KeyCode.K, KeyCode.CONTROL);
        Fx.run(() -> ((TextField) it.scene.lookup("#palette-field")).setText("postgres"));
        await(() -> selected().equals("postgres"));
        Fx.run(() -> it.scene.getRoot().layout());
        await(() -> Fx.call(() -> keysBeside("Open a terminal in postgres")).equals(List.of("Ctrl+J")));
        assertEquals(List.of(), Fx.call(() -> keysBeside("Restart postgres")));
    }

    private List<String> keysBeside(String title) {
        return it.scene.lookup("#palette-list").lookupAll(".palette-cell").stream()
                .filter(cell -> cell.isVisible()
                        && String.valueOf(cell.getAccessibleText()).startsWith(title))
                .flatMap(cell -> cell.lookupAll(".qs-kbd").stream())
                .map(chip -> ((Label) chip).getText())
                .toList();
    }

    @Test
    void thePaletteGivesTheFocusBackWhereItWas() {
        Fx.run(() -> it.page("containers").filter.requestFocus());
        it.press(KeyCode.K, KeyCode.CONTROL);
        assertEquals("palette-field", it.focused());
        it.press(KeyCode.ESCAPE);
        assertEquals("filter", it.focused());
        it.press(KeyCode.K, KeyCode.CONTROL);
        it.press(KeyCode.K, KeyCode.CONTROL);
        assertFalse(it.isThere("#palette"));
        assertEquals("filter", it.focused());
    }

    @Test
    void whileThePaletteIsOpenNoOtherCommandRunsAndTheFocusStays() {
        it.press(KeyCode.K, KeyCode.CONTROL);
        it.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        it.press(KeyCode.F6);
        assertEquals("containers", it.location());
        Fx.run(() -> it.page("containers").main.requestFocus());
        assertEquals("palette-field", it.focused());
    }

    @Test
    void theTasksPopoverListsTasksAndCancelsThem() throws InterruptedException {
        AppTask task = run("Pulling redis:7.2");
        await(() -> Fx.call(() -> it.shell.tasks().running().size()) == 1);
        it.press(KeyCode.J, KeyCode.CONTROL);
        assertTrue(it.isThere("#tasks-popover"));
        assertEquals("Tasks, 1 running", it.node("#tasks-button").getAccessibleText());
        Node cancel = Fx.call(() -> it.shell.root().lookupAll(".button").stream()
                .filter(node -> "Cancel Pulling redis:7.2".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        Fx.run(() -> ((ButtonBase) cancel).fire());
        await(() -> Fx.call(() -> task.stateProperty().get()) == AppTask.State.CANCELLED);
        await(() -> Fx.call(() -> it.shell.tasks().finished().size()) == 1);
        it.press(KeyCode.ESCAPE);
        assertFalse(it.isThere("#tasks-popover"));
    }

    @Test
    void escClosesAPopoverThenAsksThePageThenGoesBack() {
        it.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        it.page("images").escapes = 1;
        it.press(KeyCode.J, KeyCode.CONTROL);
        it.press(KeyCode.ESCAPE);
        assertFalse(it.isThere("#tasks-popover"));
        assertEquals(List.of("shown images"), it.page("images").heard);
        it.press(KeyCode.ESCAPE);
        assertEquals(List.of("shown images", "escape"), it.page("images").heard);
        assertEquals("images", it.location());
        it.press(KeyCode.ESCAPE);
        assertEquals("containers", it.location());
    }

    @Test
    void aTaskThatEndsElsewhereIsNotified() throws InterruptedException {
        it.tasks
                .task("Pulling redis")
                .doneTitle("Pulled redis")
                .location("images")
                .start(context -> 1);
        await(() -> it.isThere("#notification"));
        CountDownLatch here = new CountDownLatch(1);
        it.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        it.tasks.task("Pulling web").location("images").onEnd(here::countDown).start(context -> 1);
        assertTrue(here.await(10, TimeUnit.SECONDS));
        assertEquals(
                "Pulled redis",
                Fx.call(() ->
                        it.shell.tasks().finished().getLast().titleProperty().get()));
    }

    @Test
    void plainKeysOfAPageDoNotFireWhileTyping() {
        List<String> ran = new ArrayList<>();
        Fx.run(() -> it.commands.register(new Command(
                "containers.peek",
                () -> "Peek",
                Optional.of("containers"),
                Optional.of("P"),
                Optional::empty,
                () -> ran.add("peek"))));
        Fx.run(() -> it.commands.register(new Command(
                "containers.all",
                () -> "Select all",
                Optional.of("containers"),
                Optional.of("Mod+A"),
                Optional::empty,
                () -> ran.add("all"))));
        Fx.run(() -> it.page("containers").filter.requestFocus());
        it.press(KeyCode.A, KeyCode.CONTROL);
        it.press(KeyCode.P);
        assertEquals(List.of(), ran);
        Fx.run(() -> it.page("containers").main.requestFocus());
        it.press(KeyCode.P);
        it.press(KeyCode.A, KeyCode.CONTROL);
        assertEquals(List.of("peek", "all"), ran);
        it.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        it.press(KeyCode.P);
        assertEquals(2, ran.size());
    }

    @Test
    void aCommandThatIsNotPossibleTakesItsKeyAndDoesNothing() {
        it.press(KeyCode.LEFT, KeyCode.ALT);
        assertEquals("containers", it.location());
    }

    @Test
    void shiftF10AsksTheFocusedNodeForItsMenu() {
        List<Boolean> asked = new ArrayList<>();
        Fx.run(() -> it.page("containers")
                .main
                .setOnContextMenuRequested((ContextMenuEvent event) -> asked.add(event.isKeyboardTrigger())));
        it.press(KeyCode.F10, KeyCode.SHIFT);
        assertEquals(List.of(true), asked);
    }

    @Test
    void theStatusBarFollowsTheEngine() {
        Fx.run(() -> {
            it.session.become(new EngineStatus.Connected(Instant.EPOCH, "28.5.2", "1.51"));
            it.session.measure(new EngineFigures(
                    4.9,
                    List.of(1.0, 4.9),
                    4,
                    2_300_000_000L,
                    6_000_000_000L,
                    OptionalLong.of(61L),
                    OptionalLong.of(64L)));
        });
        assertEquals("Engine running, version 28.5.2", it.node("#status-engine").getAccessibleText());
        assertEquals("CPU 4.9% of 4 cores", it.node("#status-cpu").getAccessibleText());
        assertEquals(
                "Disk 95 % full. Disk used by the engine: 61 of 64 B",
                it.node("#status-disk").getAccessibleText());
        assertTrue(it.isThere("#status-memory"));
        assertFalse(it.isThere("#status-note"));
    }

    @Test
    void theEnginePickerListsEnginesAndSwitches() throws InterruptedException {
        it.fire("#engine-button");
        await(() -> Fx.call(() -> it.shell.root().lookupAll(".qs-picker-row").size()) == 5);
        List<String> rows = Fx.call(() -> it.shell.root().lookupAll(".qs-picker-row").stream()
                .map(Node::getAccessibleText)
                .toList());
        assertEquals(
                List.of(
                        "default, No engine, unix:///var/run/docker.sock, in use",
                        "build-server, ssh://ci@build.example.com",
                        "broken, meta.json is not readable",
                        "Start engine",
                        "Choose another engine…"),
                rows);
        it.press(KeyCode.DOWN);
        it.press(KeyCode.ENTER);
        assertEquals("use build-server", it.session.calls.getLast());
        assertFalse(it.isThere("#engine-picker"));
    }

    @Test
    void firstRunHasNoFrameAroundIt() {
        Fx.run(() -> it.shell.navigator().go(Location.of("first-run")));
        assertFalse(it.isThere("#top-bar"));
        assertFalse(it.isThere("#status-bar"));
        Fx.run(() -> it.shell.navigator().back());
        assertTrue(it.isThere("#top-bar"));
    }

    @Test
    void everythingThatTakesTheFocusHasAName() {
        for (String opener : List.of("#tasks-button", "#engine-button", "#help-button")) {
            it.fire(opener);
            assertEquals(List.of(), Fx.call(() -> nameless(it.shell.root())), opener);
        }
    }

    private static List<String> nameless(Node node) {
        List<String> found = new ArrayList<>();
        boolean inPage = "Head".equals(text(node)) || "Main".equals(text(node)) || "filter".equals(node.getId());
        if (!node.isVisible()) {
            return found;
        }
        if (node.isFocusTraversable()
                && !inPage
                && (node.getAccessibleText() == null || node.getAccessibleText().isBlank())) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }

    private static String text(Node node) {
        return node instanceof ButtonBase button ? String.valueOf(button.getText()) : "";
    }
}
