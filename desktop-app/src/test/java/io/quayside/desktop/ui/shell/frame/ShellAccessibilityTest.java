package io.quayside.desktop.ui.shell.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Palette;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The frame for those who don't use a mouse, or don't see it.
class ShellAccessibilityTest {
    private static final List<String> OPENERS = List.of("#tasks-button", "#engine-button", "#help-button");

    private Optional<ShellFixture> open = Optional.empty();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        open.ifPresent(ShellFixture::close);
    }

    private ShellFixture busy(ThemeChoice theme) {
        ShellFixture it = Fx.call(() -> new ShellFixture(1280, 800, theme, 100, InstantSource.system()));
        open = Optional.of(it);
        Fx.run(() -> {
            it.session.become(new EngineStatus.Connected(Instant.EPOCH, "28.5.2", "1.51"));
            it.session.measure(new EngineFigures(
                    4.9,
                    List.of(1.0, 4.9),
                    4,
                    2_300_000_000L,
                    6_000_000_000L,
                    OptionalLong.of(6),
                    OptionalLong.of(64)));
        });
        it.tasks.task("Pulling redis").location("images").start(context -> {
            context.progress(1, 2);
            goOn.await();
            return 1;
        });
        it.tasks.task("Stopping web").location("containers").start(context -> {
            throw new IOException("port");
        });
        it.tasks
                .task("Starting web")
                .doneTitle("Started web")
                .location("images")
                .start(context -> 1);
        await(
                "the tasks are there",
                () -> it.shell.tasks().running().size() == 1
                        && it.shell.tasks().failed().size() == 1
                        && it.shell.tasks().finished().size() == 1);
        Fx.run(() -> it.shell.tell(new Problem(
                "The settings can't be kept.",
                "The disk is full.",
                List.of(),
                Optional.empty(),
                List.of(),
                "x",
                true)));
        layout(it);
        return it;
    }

    /// Opens one and gives back what is in it.
    private static Node popover(ShellFixture it, String opener) {
        it.fire(opener);
        if (opener.equals("#engine-button")) {
            await(
                    "the engines are listed",
                    () -> it.shell.root().lookupAll(".qs-picker-row").size() == 5);
        }
        layout(it);
        return it.node("." + StyleClasses.POPOVER);
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!Fx.call(condition::getAsBoolean)) {
            assertTrue(Instant.now().isBefore(end), "Still not: " + what);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static void layout(ShellFixture it) {
        Fx.run(() -> {
            it.scene.getRoot().applyCss();
            it.scene.getRoot().layout();
        });
    }

    /// Where Tab stops, in order, from the first of the window until it comes round.
    private static List<Node> stops(ShellFixture it) {
        return Fx.call(() -> {
            Set<Node> stops = new LinkedHashSet<>();
            Node start = it.scene.lookup("#nav-containers");
            start.requestFocus();
            Node at = start;
            while (stops.add(at)) {
                at.requestFocusTraversal(TraversalDirection.NEXT);
                at = it.scene.getFocusOwner();
            }
            assertEquals(start, at, "Tab goes round");
            return List.copyOf(stops);
        });
    }

    /// What a mouse could use and a reader would look for.
    private static List<Node> controls(Node node) {
        List<Node> found = new ArrayList<>();
        if (!node.isVisible() || node.isDisabled()) {
            return found;
        }
        if (node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ListView<?>) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        }
        return found;
    }

    private static String name(Node node) {
        return node.getId() == null
                ? String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                : node.getId();
    }

    private static List<String> names(List<Node> nodes) {
        return Fx.call(() -> nodes.stream().map(ShellAccessibilityTest::name).toList());
    }

    /// The rail is one stop; arrows go on from there, which another test walks.
    @Test
    void tabReachesEveryControlInTheOrderOfTheWindow() {
        ShellFixture it = busy(ThemeChoice.DARK);
        List<Node> stops = stops(it);
        List<Node> missed = new ArrayList<>(Fx.call(() -> controls(it.shell.root())));
        missed.removeAll(stops);
        assertEquals(List.of("nav-images", "nav-volumes", "nav-engine", "nav-settings"), names(missed));
        assertEquals(
                List.of(
                        "nav-containers",
                        "search-button",
                        "tasks-button",
                        "engine-button",
                        "help-button",
                        "Head",
                        "filter",
                        "Main",
                        "status-engine",
                        "status-cpu",
                        "status-memory",
                        "status-disk",
                        "status-task",
                        "status-task-cancel",
                        "Close notification"),
                names(stops));
    }

    @Test
    void tabReachesEveryControlOfThePopovers() {
        ShellFixture it = busy(ThemeChoice.DARK);
        for (String opener : OPENERS) {
            Node popover = popover(it, opener);
            List<Node> missed = new ArrayList<>(Fx.call(() -> controls(popover)));
            missed.removeAll(stops(it));
            assertEquals(List.of(), names(missed), opener);
        }
    }

    @Test
    void aReaderHearsWhatEachStopIsAndIsCalled() {
        ShellFixture it = busy(ThemeChoice.DARK);
        List<String> nameless = new ArrayList<>();
        for (String opener : OPENERS) {
            popover(it, opener);
            for (Node stop : stops(it)) {
                Fx.run(() -> {
                    Object text = stop.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                    Object role = stop.queryAccessibleAttribute(AccessibleAttribute.ROLE);
                    boolean fake = "filter".equals(stop.getId());
                    boolean generic = role == AccessibleRole.NODE || role == AccessibleRole.PARENT;
                    if (!fake && (generic || !(text instanceof String said) || said.isBlank())) {
                        nameless.add(opener + " " + stop + ": " + role + ", " + text);
                    }
                });
            }
        }
        assertEquals(List.of(), nameless);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"DARK", "LIGHT"})
    void theFocusIsSeenWhereverTabStopsInTheFrame(ThemeChoice theme) {
        ShellFixture it = busy(theme);
        Palette palette = Palette.of(theme == ThemeChoice.DARK ? "dark" : "light");
        Color ring = palette.color("-color-accent-emphasis");
        List<String> unseen = new ArrayList<>();
        stops(it).forEach(stop -> look(it, stop, ring, unseen));
        assertEquals(List.of(), unseen);
    }

    private static void look(ShellFixture it, Node stop, Color ring, List<String> unseen) {
        Fx.run(() -> {
            Node rail = it.scene.lookup("#nav-containers");
            Node other = rail == stop ? it.scene.lookup("#help-button") : rail;
            other.requestFocus();
            int without = pixels(it, stop, ring);
            focusByKey(it, stop);
            int with = pixels(it, stop, ring);
            // A ring has four sides, two pixels wide each, less its round corners.
            Bounds bounds = stop.getLayoutBounds();
            if (with - without < 4 * Math.min(bounds.getWidth(), bounds.getHeight())) {
                unseen.add(name(stop) + ": " + without + " to " + with + " pixels, " + bounds);
            }
        });
    }

    private static void focusByKey(ShellFixture it, Node stop) {
        stop.requestFocus();
        stop.requestFocusTraversal(TraversalDirection.NEXT);
        it.scene.getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        assertEquals(stop, it.scene.getFocusOwner());
    }

    /// How many pixels in and close around a node have about this colour.
    private static int pixels(ShellFixture it, Node node, Color colour) {
        it.scene.getRoot().applyCss();
        it.scene.getRoot().layout();
        Bounds area = node.localToScene(node.getLayoutBounds());
        SnapshotParameters around = new SnapshotParameters();
        around.setViewport(
                new Rectangle2D(area.getMinX() - 4, area.getMinY() - 4, area.getWidth() + 8, area.getHeight() + 8));
        WritableImage image = it.scene.getRoot().snapshot(around, null);
        int count = 0;
        for (int y = 0; y < (int) image.getHeight(); y++) {
            for (int x = 0; x < (int) image.getWidth(); x++) {
                Color there = image.getPixelReader().getColor(x, y);
                double apart = Math.abs(there.getRed() - colour.getRed())
                        + Math.abs(there.getGreen() - colour.getGreen())
                        + Math.abs(there.getBlue() - colour.getBlue());
                if (apart < 0.1) {
                    count++;
                }
            }
        }
        return count;
    }

    @Test
    void whatHappensIsAnnounced() {
        ShellFixture it = busy(ThemeChoice.DARK);
        List<String> said = new ArrayList<>();
        Node live = it.node("#status-live");
        Fx.run(() -> live.accessibleTextProperty().subscribe(text -> said.add(text)));
        await("the problem of the app is said", () -> said.contains("The settings can't be kept."));
        Fx.run(() -> it.session.become(new EngineStatus.Disconnected(
                Optional.of(Instant.EPOCH),
                new Problem("x", "", List.of(), Optional.empty(), List.of(), "x", true),
                Optional.empty())));
        await("the engine's state is said", () -> said.getLast().equals("Engine stopped"));
        it.tasks.task("Deleting a").doneTitle("Deleted a").location("images").start(context -> 1);
        await("the end of a task is said", () -> said.getLast().equals("Deleted a"));
        it.tasks.task("Deleting b").location("images").start(context -> {
            throw new IOException("in use");
        });
        await("what failed is said, and what with", () -> said.getLast().equals("Couldn't stop web."));
        assertEquals(AccessibleRole.TEXT, live.getAccessibleRole());
    }
}
