package io.quayside.desktop.ui.shell.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.InlineFxThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PaletteViewModelTest {
    private final InlineFxThread fx = new InlineFxThread();
    private final List<String> used = Collections.synchronizedList(new ArrayList<>());
    private final List<String> done = new ArrayList<>();
    private final PaletteUsage usage = new PaletteUsage() {
        @Override
        public List<String> ids() {
            return List.copyOf(used);
        }

        @Override
        public void add(String id) {
            used.addFirst(id);
        }
    };
    private final PaletteViewModel model = new PaletteViewModel(
            fx,
            List.of(FakeSource.containers(), FakeSource.images(), FakeSource.volumes(), stop(Optional.empty())),
            usage,
            () -> done.add("close"));

    @AfterEach
    void dispose() {
        model.close();
    }

    private FakeSource stop(Optional<String> disabled) {
        PaletteEntry entry = new PaletteEntry(
                "command:stop",
                "Stop all",
                "",
                List.of(),
                javafx.scene.layout.Region::new,
                () -> List.of(new PaletteAction(
                        "Run",
                        "Stop all",
                        "",
                        javafx.scene.layout.Region::new,
                        Optional.of("stop"),
                        disabled,
                        () -> done.add("stop"))));
        return new FakeSource(PaletteScope.COMMANDS, "Commands", List.of(entry), false);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private String rows() {
        return String.join(
                "\n", model.rows().stream().map(PaletteViewModelTest::text).toList());
    }

    private static String text(PaletteRow row) {
        return switch (row) {
            case PaletteRow.Heading heading -> "# " + heading.text();
            case PaletteRow.Found found -> found.entry().title();
            case PaletteRow.Act act -> "> " + act.action().title();
            case PaletteRow.Nothing nothing -> nothing.words();
        };
    }

    private void type(String query, String firstRow) throws InterruptedException {
        model.open(query);
        await(() -> !model.rows().isEmpty() && text(model.rows().getFirst()).equals(firstRow));
    }

    @Test
    void theActionsOfTheTopHitFollowItsGroup() throws InterruptedException {
        type("redis", "# Containers");
        assertEquals("""
                # Containers
                redis
                web
                # Actions on redis
                > Open a terminal in redis
                > Restart redis
                > Stop redis
                # Images and volumes
                redis:7.2-alpine
                view-count_redis-data
                # Elsewhere
                Pull redis from a registry…""", rows());
        assertEquals(1, model.selectedProperty().get());
    }

    @Test
    void arrowsSkipHeadingsAndGoRound() throws InterruptedException {
        type("redis", "# Containers");
        model.move(1);
        model.move(1);
        assertEquals(4, model.selectedProperty().get());
        model.move(-1);
        model.move(-1);
        model.move(-1);
        assertEquals(11, model.selectedProperty().get());
        model.move(1);
        assertEquals(1, model.selectedProperty().get());
    }

    @Test
    void enterClosesThenRunsAndIsRemembered() throws InterruptedException {
        type(">stop", "# Commands");
        model.run();
        assertEquals(List.of("close", "stop"), done);
        assertEquals(List.of("command:stop"), used);
    }

    @Test
    void anActionThatIsNotPossibleStaysOpen() throws InterruptedException {
        PaletteViewModel other =
                new PaletteViewModel(fx, List.of(stop(Optional.of("Nothing runs"))), usage, () -> done.add("close"));
        other.open("stop");
        await(() -> other.selectedProperty().get() >= 0);
        other.run();
        assertEquals(List.of(), done);
        other.close();
    }

    @Test
    void rightListsAllActionsAndEscGoesBack() throws InterruptedException {
        type("redis", "# Containers");
        assertTrue(model.showActions());
        assertEquals("""
                # Actions on redis
                > Open the logs of redis
                > Open a terminal in redis
                > Restart redis
                > Stop redis
                > Pause redis""", rows());
        assertFalse(model.showActions());
        assertTrue(model.leaveActions());
        await(() -> text(model.rows().getFirst()).equals("# Containers"));
        assertFalse(model.leaveActions());
    }

    @Test
    void tabWalksTheScopesThatHaveSomething() throws InterruptedException {
        type("redis", "# Containers");
        List<String> scopes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            model.cycleScope(1);
            scopes.add(model.scopeProperty().get().title());
        }
        assertEquals(List.of("Containers", "Images", "Volumes", "Commands", "Everything"), scopes);
        model.cycleScope(-1);
        assertEquals("Commands", model.scopeProperty().get().title());
    }

    @Test
    void tabTakesAwayTheCharacterThatPickedTheScope() throws InterruptedException {
        type(">stop", "# Commands");
        model.cycleScope(1);
        assertEquals("stop", model.textProperty().get());
        assertEquals("Everything", model.scopeProperty().get().title());
    }

    @Test
    void noHitSaysSoAndOffersWhatElseThereIs() throws InterruptedException {
        type("xyz", "Nothing matches “xyz”.");
        assertEquals("""
                Nothing matches “xyz”.
                # Elsewhere
                Pull xyz from a registry…""", rows());
        assertEquals(2, model.selectedProperty().get());
    }

    @Test
    void aKindOfWhichThereIsNothingSaysSo() throws InterruptedException {
        type(">nix", "Nothing matches “nix”.");
        objects.clear();
        PaletteViewModel other = new PaletteViewModel(fx, List.of(new FakeSource.Changing(objects)), usage, () -> {});
        other.open("");
        other.cycleScope(1);
        await(() -> !other.rows().isEmpty());
        assertEquals("There are no networks.", text(other.rows().getFirst()));
        other.close();
    }

    // What is found changes while the palette is open.

    private final List<PaletteEntry> objects = new CopyOnWriteArrayList<>(
            List.of(FakeSource.container("api", ""), FakeSource.container("apt", ""), FakeSource.container("apu", "")));

    private PaletteViewModel opened(String query) throws InterruptedException {
        PaletteViewModel changing =
                new PaletteViewModel(fx, List.of(new FakeSource.Changing(objects)), usage, () -> done.add("close"));
        changing.open(query);
        await(() -> changing.selectedProperty().get() >= 0);
        return changing;
    }

    /// The FX work of this test runs on the thread that searches, one at a time; so does reading what it did.
    private <T> T read(Supplier<T> what) {
        List<T> got = new ArrayList<>();
        fx.run(() -> got.add(what.get()));
        return got.getFirst();
    }

    private List<String> titles(PaletteViewModel of) {
        return read(() -> of.rows().stream().map(PaletteViewModelTest::text).toList());
    }

    private String selected(PaletteViewModel of) {
        return read(() -> text(of.selectedRow().orElseThrow()));
    }

    @Test
    void theSelectedRowStaysSelectedWhenOthersComeAndGo() throws InterruptedException {
        try (PaletteViewModel changing = opened("ap")) {
            fx.run(() -> changing.select(2));
            assertEquals("apt", selected(changing));
            objects.addFirst(FakeSource.container("ap", ""));
            fx.run(changing::refresh);
            await(() -> titles(changing).contains("ap"));
            assertEquals("apt", selected(changing));
            objects.removeIf(
                    entry -> entry.title().equals("ap") || entry.title().equals("api"));
            fx.run(changing::refresh);
            await(() -> !titles(changing).contains("api"));
            assertEquals("apt", selected(changing));
        }
    }

    @Test
    void whereTheSelectedRowWentTheNextOneIsSelected() throws InterruptedException {
        try (PaletteViewModel changing = opened("ap")) {
            fx.run(() -> changing.select(2));
            objects.removeIf(entry -> entry.title().equals("apt"));
            fx.run(changing::refresh);
            await(() -> !titles(changing).contains("apt"));
            assertEquals("apu", selected(changing));
        }
    }

    @Test
    void anObjectThatComesIsFoundWithoutAnotherKey() throws InterruptedException {
        try (PaletteViewModel changing =
                new PaletteViewModel(fx, List.of(new FakeSource.Changing(objects)), usage, () -> {})) {
            changing.open("zebra");
            await(() -> titles(changing).equals(List.of("Nothing matches “zebra”.")));
            objects.add(FakeSource.container("zebra", ""));
            fx.run(changing::refresh);
            await(() -> titles(changing).contains("zebra"));
            assertEquals("zebra", selected(changing));
        }
    }

    @Test
    void actionsThatAreListedFollowTheirObjectUntilItIsGone() throws InterruptedException {
        try (PaletteViewModel changing = opened("apt")) {
            assertTrue(read(changing::showActions));
            fx.run(() -> changing.select(3));
            PaletteEntry stopped = new PaletteEntry(
                    "container:apt",
                    "apt",
                    "stopped",
                    List.of(),
                    javafx.scene.layout.Region::new,
                    () -> List.of(PaletteAction.of("Start", "Start apt", javafx.scene.layout.Region::new, () -> {})));
            objects.set(1, stopped);
            fx.run(changing::refresh);
            await(() -> titles(changing).equals(List.of("# Actions on apt", "> Start apt")));
            assertEquals("> Start apt", selected(changing));
            objects.clear();
            fx.run(changing::refresh);
            await(() -> titles(changing).equals(List.of("Nothing matches “apt”.")));
        }
    }

    @Test
    void anotherQuestionSelectsItsOwnFirstHitHoweverManyRefreshesCome() throws InterruptedException {
        try (PaletteViewModel changing = opened("ap")) {
            fx.run(() -> changing.select(3));
            assertEquals("apu", selected(changing));
            fx.run(() -> changing.textProperty().set("a"));
            fx.run(changing::refresh);
            fx.run(changing::refresh);
            await(() -> selected(changing).equals("api"));
        }
    }

    @Test
    void aClosedPaletteIsNotFilledAgain() throws InterruptedException {
        try (PaletteViewModel changing = opened("ap")) {
            fx.run(changing::closed);
            fx.run(changing::refresh);
            assertEquals(List.of(), titles(changing));
        }
    }

    @Test
    void aResultThatANewerQueryOvertookIsNotShown() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        PaletteSource slow = new PaletteSource() {
            @Override
            public PaletteScope scope() {
                return PaletteScope.CONTAINERS;
            }

            @Override
            public String group() {
                return "Slow";
            }

            @Override
            public List<PaletteEntry> entries() {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of(FakeSource.container("redis", ""), FakeSource.container("web", ""));
            }
        };
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        PaletteViewModel other = new PaletteViewModel(fx, List.of(slow), usage, () -> {});
        other.rows().addListener((javafx.collections.ListChangeListener<PaletteRow>) change -> shown.add(
                other.rows().stream().map(PaletteViewModelTest::text).toList().toString()));
        other.open("redis");
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        other.textProperty().set("red");
        other.textProperty().set("web");
        goOn.countDown();
        await(() -> !shown.isEmpty());
        assertEquals(1, shown.size());
        assertTrue(shown.getFirst().startsWith("[# Slow, web"), shown.getFirst());
        other.close();
    }
}
