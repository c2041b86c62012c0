package io.quayside.desktop.ui.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.Grouping;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import io.quayside.desktop.ui.containers.row.RowSentence;
import io.quayside.desktop.ui.containers.row.SortKey;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.fake.FakeContainer;
import io.quayside.testing.fake.FakeEngine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Names, labels and commands as nobody should have them: the page shows, filters, orders and opens them all the same.
class HostileTextTest {
    private static final String PROJECT = "com.docker.compose.project";
    private static final String CONTROLS = "web\u0007\u001b[31mred\n\tnext\u0000";
    private static final String REVERSED = "api\u202Etxt.exe\u2066\u200F";
    private static final String LONG = "n".repeat(4096);

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void listen() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    }

    @AfterEach
    void nothingWasThrown() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertEquals(List.of(), uncaught);
    }

    private static FakeContainer container(int number, String name, Map<String, String> labels) {
        return new FakeContainer(
                "%064x".formatted(0xbad_0000L + number),
                name,
                name + "/image:1",
                number % 2 == 0 ? "running" : "exited",
                number % 2,
                0,
                labels,
                1_760_000_000L + number);
    }

    @Test
    void hostileContainersOfAFakeEngine() {
        try (FakeEngine engine = FakeEngine.start()) {
            engine.containers().create(container(1, CONTROLS, Map.of(PROJECT, "proj\u202E\n" + LONG)));
            engine.containers()
                    .create(container(
                            2, REVERSED, Map.of("com.docker.compose.project.working_dir", "/a\nb", PROJECT, "\u0000")));
            engine.containers().create(container(3, LONG, Map.of(PROJECT, LONG)));
            engine.containers().create(container(4, "big-label", Map.of("big", "x".repeat(10_000_000))));
            engine.containers().create(container(5, "שלום-عربي", Map.of()));
            try (PageFixture page = PageFixture.open(engine.socket())) {
                page.await(
                        "all rows with their facts",
                        () -> page.model().allRows().stream()
                                        .filter(row ->
                                                row.line().container().run().exact())
                                        .count()
                                == 5);
                holds(page, 5);
                assertEquals(1, hits(page, "label:big"));
                assertEquals(1, hits(page, "\"[31mred\""));
                assertEquals(1, hits(page, "name:nnnnnnnnnnnnnnnnnnnnnnnn"));
                assertEquals(1, hits(page, "שלום"));
            }
        }
    }

    @Test
    void bytesThatAreNoText() throws Exception {
        try (FakeEngine engine = FakeEngine.start()) {
            String id = "%064x".formatted(0xbad_1000L);
            byte[] start = ("[{\"Id\":\"" + id + "\",\"Names\":[\"/bad-").getBytes(StandardCharsets.UTF_8);
            byte[] end =
                    ("-\\ud800\"],\"Image\":\"x\",\"ImageID\":\"sha256:7\",\"Command\":\"\\u001b[2J\",\"Created\":1,"
                                    + "\"Ports\":[],\"Labels\":{},\"State\":\"running\",\"Status\":\"Up 2 hours\",\"Mounts\":[]}]")
                            .getBytes(StandardCharsets.UTF_8);
            engine.on("GET", "/containers/json", exchange -> {
                exchange.startStream("application/json");
                exchange.send(start);
                exchange.send(
                        new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xED, (byte) 0xA0, (byte) 0x80});
                exchange.send(end);
                exchange.endStream();
            });
            try (PageFixture page = PageFixture.open(engine.socket())) {
                page.await("the row", () -> page.model().allRows().size() == 1);
                ContainerRow row =
                        Fx.call(() -> page.model().allRows().iterator().next());
                assertTrue(row.line().name().startsWith("bad-"), row.line().name());
                assertEquals(SafeText.line(row.line().name()), row.line().name());
            }
        }
    }

    @Test
    void hostileLabelsOfARealEngine() throws EngineException {
        TestEngine engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        try (PageFixture page = PageFixture.open(engine.socket())) {
            page.await("connected", () -> page.session().engine().isPresent());
            ContainerSpec plain = ContainerSpec.of(
                    TestImages.BUSYBOX, "sh", "-c", "printf '" + CONTROLS.replace("\u0000", "") + "'; sleep 1000");
            ContainerSpec spec = plain.with(plain.config().toBuilder()
                    .labels(Map.of(PROJECT, "shop\u202E\u001b[31m\n" + LONG, "big", "y".repeat(10_000_000)))
                    .build());
            String id = page.session()
                    .engine()
                    .orElseThrow()
                    .containers()
                    .create(spec, CreateOptions.named("hostile-labels"))
                    .id();
            page.session().engine().orElseThrow().containers().start(id);
            page.await(
                    "the row with its facts",
                    () -> page.model()
                            .row(id)
                            .filter(row -> row.line().container().run().exact())
                            .isPresent());
            int all = Fx.call(() -> page.model().allRows().size());
            holds(page, all);
            assertEquals(1, hits(page, "label:big"));
        } finally {
            engine.removeContainers();
        }
    }

    private static int hits(PageFixture page, String filter) {
        return Fx.call(() -> {
            page.model().filterTextProperty().set(filter);
            int count = (int) page.model().groupsProperty().get().stream()
                    .flatMap(group -> group.rows().stream())
                    .filter(ContainerRow.class::isInstance)
                    .count();
            page.model().filterTextProperty().set("");
            return count;
        });
    }

    /// In every order and grouping all rows are there, in their height, inside the window, and say only what is safe.
    private static void holds(PageFixture page, int count) {
        for (Grouping grouping : Grouping.values()) {
            Fx.call(() -> {
                page.model().options().groupingProperty().set(grouping);
                return true;
            });
            looks(page);
        }
        for (SortKey key : SortKey.values()) {
            int rows = Fx.call(() -> {
                page.model().options().sortBy(key, false);
                return (int) page.model().groupsProperty().get().stream()
                        .flatMap(group -> group.rows().stream())
                        .filter(ContainerRow.class::isInstance)
                        .count();
            });
            assertEquals(count, rows, key.name());
        }
        Fx.call(() -> {
            page.model().options().groupingProperty().set(Grouping.PROJECT);
            page.model().options().sortBy(SortKey.NAME, true);
            return true;
        });
        for (PeekTab tab : PeekTab.values()) {
            for (ContainerRow row : Fx.call(() -> List.copyOf(page.model().allRows()))) {
                Fx.call(() -> {
                    page.actions().peek(List.of(row), tab);
                    assertEquals(SafeText.output(RowSentence.of(row), 100_000), RowSentence.of(row));
                    return true;
                });
                looks(page);
            }
        }
    }

    private static void looks(PageFixture page) {
        Fx.call(() -> {
            page.root().applyCss();
            page.root().layout();
            List<Node> nodes = new ArrayList<>();
            collect(page.root(), nodes);
            double width = page.root().getWidth();
            for (Node node : nodes) {
                if (node instanceof Labeled labeled && labeled.getText() != null) {
                    assertEquals(SafeText.output(labeled.getText(), 100_000), labeled.getText());
                    Bounds bounds = node.localToScene(node.getLayoutBounds());
                    assertTrue(bounds.getMaxX() <= width + 1, () -> "outside: " + node + " " + bounds);
                }
                if (node instanceof TreeTableRow<?> row && row.getItem() instanceof RowItem item && !row.isEmpty()) {
                    Optional<Double> height = item instanceof ContainerRow
                            ? Optional.of(40.0)
                            : item instanceof ProjectRow ? Optional.of(32.0) : Optional.empty();
                    height.ifPresent(wanted -> assertEquals(wanted, row.getHeight(), item.toString()));
                }
            }
            return true;
        });
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }
}
