package io.quayside.desktop.ui.engine.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.desktop.ui.shell.frame.FakeSession;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.model.DiskUsage;
import io.quayside.testing.fake.FakeEngine;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.disk.ShrinkReport;
import io.quayside.vm.model.ContainerLog;
import io.quayside.vm.model.TrimmedLogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Planned against measured, and the bars of a machine's disk.
class DiskRunTest {
    private static final long GB = 1_000_000_000;
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration TOOK = Duration.ofSeconds(8);

    private final FakeEngine fake = FakeEngine.start();
    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final AtomicLong containers = new AtomicLong(9 * GB);
    private static final Optional<Use> NO_USE = Optional.empty();
    private static final DiskUsage NOTHING = new DiskUsage(0, List.of(), List.of(), List.of(), List.of());

    private final List<ContainerLog> logs = new CopyOnWriteArrayList<>();
    private final List<String> trimmed = new CopyOnWriteArrayList<>();
    private final AtomicLong measured = new AtomicLong();
    private final AtomicLong file = new AtomicLong(19 * GB);

    @TempDir
    private Path folder;

    private Engine engine;
    private DiskViewModel model;
    private DiskCard card;

    /// A machine whose engine uses 18 GB.
    private final class Disk implements EngineDisk {
        @Override
        public Optional<Use> use() {
            return Optional.of(new Use("quayside-vm", 64 * GB, 9 * GB + containers.get(), file.get(), 230 * GB));
        }

        @Override
        public List<ContainerLog> logs(String machine) {
            return logs;
        }

        @Override
        public TrimmedLogs trimLogs(String machine, List<String> containers, long keepBytes) {
            trimmed.add(containers + " " + keepBytes);
            return new TrimmedLogs(75_000_000, List.of());
        }

        @Override
        public void returnBlocks(String machine) {
            file.set(9 * GB + containers.get() + 40_000_000);
        }

        @Override
        public ShrinkReport shrink(String machine, DiskProgress progress) {
            long before = file.getAndSet(18 * GB + 40_000_000);
            return new ShrinkReport(18 * GB, GB, before, file.get());
        }
    }

    @BeforeEach
    void open() throws Exception {
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(fake.socket()));
        fake.on("GET", "/system/df", exchange -> {
            measured.incrementAndGet();
            exchange.respond(200, "application/json", """
                        {"LayersSize": 5000000000, "Images": [], "Volumes": [], "BuildCache": [],
                         "Containers": [{"Id": "0123456789ab", "Names": ["/job"], "State": "%s", "SizeRw": %d}]}
                        """.formatted("exited", containers.get()));
        });
        fake.on("DELETE", "/containers/0123456789ab", exchange -> {
            containers.set(1 * GB);
            exchange.respond(204, "application/json", "");
        });
        FakeSession session = new FakeSession() {
            @Override
            public Optional<Engine> engine() {
                return Optional.of(engine);
            }
        };
        session.become(new EngineStatus.Connected(AT, "26.1.5", "1.45"));
        model = Fx.call(() -> new DiskViewModel(
                session,
                new Disk(),
                new TaskRunner(fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that"))),
                problems,
                new DiskRuns(folder),
                fx,
                InstantSource.system()));
        card = Fx.call(() -> new DiskCard(model, (question, act) -> act.run(), () -> {}));
        Fx.run(() -> {
            new Themes(AppearanceSettings.DEFAULT).dress(new Scene((Parent) card.root(), 590, 460));
            card.enter();
        });
        await(() -> model.measuredProperty().get().isPresent());
    }

    @AfterEach
    void close() {
        Fx.run(card::leave);
        engine.close();
        fake.close();
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        Fx.run(() -> {
            Runnable look = () -> {
                if (condition.getAsBoolean()) {
                    met.countDown();
                }
            };
            model.measuredProperty().subscribe(look);
            model.lastRunProperty().subscribe(look);
            model.busyProperty().subscribe(look);
            look.run();
        });
        assertTrue(met.await(30, TimeUnit.SECONDS));
    }

    private List<String> texts(String selector) {
        return Fx.call(() -> {
            card.root().applyCss();
            card.root().layout();
            return card.root().lookup(selector).lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .filter(text -> !text.isEmpty())
                    .toList();
        });
    }

    @Test
    void barsShareAnAxisOfRoundSizes() {
        assertEquals(List.of("0", "5", "10", "15", "20 GB"), texts("#disk-axis"));
        Fx.run(() -> AccessibleAssertions.everyControlHasText(card.root()));
        double whole = Fx.call(() -> ((Region) card.root().lookup("#disk-axis")).getWidth());
        double held = Fx.call(() -> card.root().lookupAll(".space.held").stream()
                .filter(node -> !node.getStyleClass().contains("sign"))
                .mapToDouble(node -> ((Region) node).getWidth())
                .findFirst()
                .orElseThrow());
        assertEquals(whole / 20, held, 1, "1 of 20 GB is held by the file");
    }

    @Test
    void whatWasFreedAndCameBackStandsBesideWhatWasPlanned() throws Exception {
        assertEquals("About 10 GB back on this computer", texts(".disk-foot").getFirst());
        measured.set(0);
        Fx.run(model::free);
        await(() -> model.lastRunProperty().get().isPresent()
                && !model.busyProperty().get());
        List<String> said = texts("#disk-last-run");
        assertEquals(
                List.of(
                        "Planned",
                        "Measured",
                        "Freed in the engine",
                        "9 GB",
                        "8 GB",
                        "Returned to this computer",
                        "10 GB",
                        "8.96 GB",
                        "Disk file 19 GB → 10 GB, free on this computer 230 GB → 230 GB",
                        "1 GB less than planned: what runs may have written or deleted the rest meanwhile.",
                        "40 MB of that didn’t come back: it sits in blocks that are still partly used,"
                                + " and in the file’s own tables."),
                said.subList(2, 13));
        assertEquals(2, measured.get(), "once before and once after");
        DiskRun kept = new DiskRuns(folder).of("default").orElseThrow();
        assertEquals(Fx.call(() -> model.lastRunProperty().get()), Optional.of(kept), "kept across starts");
    }

    @Test
    void theLastRunOfAnEarlierStartIsThereAgain() throws Exception {
        DiskRun run = DiskRun.of(
                AT,
                TOOK,
                DiskPlan.of(NOTHING, Optional.empty(), LogSizes.UNKNOWN, AT).items(),
                0,
                0,
                NO_USE,
                NO_USE);
        new DiskRuns(folder).keep("default", run);
        Fx.run(model::measure);
        await(() -> model.lastRunProperty().get().filter(run::equals).isPresent());
        assertTrue(texts("#disk-last-run").contains("Last run"));
    }

    @Test
    void aFileOfARunThatIsBrokenIsSetAside() throws Exception {
        DiskRuns runs = new DiskRuns(folder.resolve("broken"));
        runs.keep("default", DiskRun.of(AT, TOOK, List.of(), 0, 0, NO_USE, NO_USE));
        Files.writeString(runs.file("default"), "{\"version\": 1, \"engine\": \"default\", \"run\": {");
        assertEquals(Optional.empty(), runs.of("default"));
        assertEquals(
                List.of(runs.file("default").getFileName() + ".damaged"),
                List.of(folder.resolve("broken").toFile().list()));
    }

    @Test
    void nothingIsFreedThatTakesNoSpace() throws Exception {
        containers.set(0);
        file.set(9 * GB);
        Fx.run(model::measure);
        await(() -> model.measuredProperty()
                .get()
                .filter(now -> now.space().held() == 0 && now.plan().containers() == 0)
                .isPresent());
        ActionButton free = Fx.call(() -> (ActionButton) card.root().lookup("#disk-free"));
        assertEquals("Free space…", Fx.call(free::getText));
        assertEquals(Optional.of("What is checked takes no space"), Fx.call(free::unavailableReason));
    }

    @Test
    void logsAreCutOnlyWhereTheirContainersStay() throws Exception {
        logs.add(new ContainerLog("0123456789ab", 85_000_000, false));
        Fx.run(model::measure);
        await(() -> model.measuredProperty()
                .get()
                .filter(now -> now.plan().item(DiskItem.Kind.LOGS).isPresent()
                        && !now.plan().item(DiskItem.Kind.LOGS).get().parts().isEmpty())
                .isPresent());
        assertTrue(texts(".disk-foot").getFirst().startsWith("About"));
        CheckBox box = Fx.call(() -> (CheckBox) card.root().lookup("#disk-logs"));
        assertFalse(Fx.call(box::isSelected), "off by default");
        assertTrue(Fx.call(box::isDisabled), "the container goes as a whole");
        Fx.run(() -> model.check(DiskItem.Kind.LOGS, true));
        assertFalse(Fx.call(() -> model.chosen().stream().anyMatch(item -> item.kind() == DiskItem.Kind.LOGS)));
        Fx.run(() -> model.check(DiskItem.Kind.CONTAINERS, false));
        assertFalse(Fx.call(box::isDisabled));
        Fx.run(model::free);
        await(() -> model.lastRunProperty().get().isPresent()
                && !model.busyProperty().get());
        assertEquals(List.of("[0123456789ab] 10000000"), trimmed);
        assertEquals(
                OptionalLong.of(75_000_000),
                Fx.call(() ->
                        model.lastRunProperty().get().orElseThrow().freed().measured()));
    }

    @Test
    void shrinkingSaysThatTheMachineStops() {
        Confirmation question = Fx.call(() -> model.shrinkQuestion().orElseThrow());
        assertEquals("Shrink the disk file of quayside-vm?", question.title());
        assertTrue(question.text().startsWith("The VM stops while its disk is copied"));
        assertEquals(
                new Confirmation.Line("Can come back, about", "1 GB"),
                question.lines().getLast());
    }

    @Test
    void whatWasReturnedStandsBesideWhatTheFileHeld() throws Exception {
        Fx.run(model::shrink);
        await(() -> model.lastRunProperty().get().isPresent()
                && !model.busyProperty().get());
        List<String> said = texts("#disk-last-run");
        assertEquals(
                List.of(
                        "Returned to this computer",
                        "1 GB",
                        "960 MB",
                        "Disk file 19 GB → 18 GB, free on this computer 230 GB → 230 GB",
                        "40 MB less than planned: it sits in blocks that are still partly used,"
                                + " and in the file’s own tables."),
                said.subList(4, 9));
    }

    @Test
    void eachDifferenceHasItsSentence() {
        assertEquals(List.of(), freed(GB, GB + 1, false, 0), "what can't be seen isn't spoken of");
        assertEquals(
                List.of("200 MB less than planned: 2 things came into use and stay."), freed(GB, 800_000_000, true, 2));
        assertEquals(
                List.of("200 MB less than planned: a layer that images share goes only with the last of them."),
                freed(GB, 800_000_000, true, 0));
        assertEquals(
                List.of("500 MB more than planned: layers that images shared went with the last of them."),
                freed(GB, 1_500_000_000, true, 0));
        assertEquals(OptionalLong.empty(), run(GB, GB, false, 0).returned().measured());
    }

    private static List<String> freed(long planned, long measured, boolean images, int kept) {
        return run(planned, measured, images, kept).differences();
    }

    private static DiskRun run(long planned, long measured, boolean images, int kept) {
        DiskItem item = new DiskItem(
                images ? DiskItem.Kind.IMAGES : DiskItem.Kind.CONTAINERS,
                "What",
                "",
                planned,
                List.of(new DiskItem.Part("key", "name", planned)));
        return DiskRun.of(AT, TOOK, List.of(item), measured, kept, NO_USE, NO_USE);
    }
}
