package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.Backend;
import io.quayside.desktop.StartOptions;
import io.quayside.desktop.engines.FoundEngines;
import io.quayside.desktop.engines.KeptEngines;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.engine.ChooseEngineViewModel.Candidate;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The parts of the page Engine on Quayside's own engine: a real daemon that it starts itself.
class OwnEngineTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final PlatformFxThread fx = new PlatformFxThread();
    private Path top = Path.of("");
    private Backend backend;
    private Subscription open = () -> {};

    @BeforeEach
    void begin() throws IOException {
        if (!PlatformInfo.current().isRoot() || Command.find("dockerd").isEmpty()) {
            TestEngines.unavailable("a rootful engine needs root and dockerd");
        }
        top = Files.createTempDirectory(Path.of("/var/tmp"), "qs-own-");
        AppDirs dirs = AppDirs.of(Optional.of(top)).create();
        backend = new Backend(new StartOptions(Optional.empty(), Optional.of(top)), dirs);
    }

    @AfterEach
    void end() throws Exception {
        Fx.run(() -> open.close());
        if (backend.own().refresh().runs()) {
            backend.own().stop();
        }
        backend.close();
        Command.of("rm", "-rf", "--one-file-system", top.toString()).run().orFail();
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!Fx.call(condition::getAsBoolean)) {
            assertTrue(Instant.now().isBefore(end), "Still not: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void anEngineThatWasNotStartedIsNoFailureAndIsStartedWhenTaken() throws Exception {
        EngineTester tester = new EngineTester(backend.engines(), backend.problems());
        KeptEngines kept = new KeptEngines(backend.settings(), tester);
        List<String> remembered = new ArrayList<>();
        ChooseEngineViewModel model = new ChooseEngineViewModel(
                backend.session(), tester::test, kept, choice -> remembered.add(choice.key()), fx);
        ChooseEngineView view = Fx.call(() -> new ChooseEngineView(model, new AddEngineViewModel(kept, fx), () -> {}));
        Fx.run(() -> new Scene(view));
        Fx.run(view::open);
        await("the list is there and tested", model::settled);
        Fx.run(() -> {
            view.applyCss();
            view.layout();
        });

        Candidate own = Fx.call(() -> model.candidates().stream()
                .filter(candidate -> candidate.choice().key().equals(FoundEngines.OWN))
                .findFirst()
                .orElseThrow());
        assertEquals(
                new EngineTest.NotStarted(), Fx.call(() -> own.testProperty().get()));
        ActionButton use = Fx.call(() -> view.lookupAll(".button").stream()
                .filter(button -> "Start and use quayside".equals(button.getAccessibleText()))
                .map(ActionButton.class::cast)
                .findFirst()
                .orElseThrow());
        assertEquals("Start and use", Fx.call(use::getText));
        Fx.run(use::fire);
        assertEquals(List.of(FoundEngines.OWN), remembered);
        await("it runs", () -> backend.session().status() instanceof EngineStatus.Connected);
        Command.of("docker", "-H", backend.own().endpoint().display(), "version")
                .run()
                .orFail();
        Fx.run(view::open);
        await("it answers now", () -> model.settled() && answers(model));
    }

    private static boolean answers(ChooseEngineViewModel model) {
        return model.candidates().stream()
                .anyMatch(candidate -> candidate.choice().key().equals(FoundEngines.OWN)
                        && candidate.testProperty().get() instanceof EngineTest.Answers);
    }

    @Test
    void theLogOfAnEngineThatNeverRanFollowsItOnceItDoes() throws Exception {
        Path file = backend.own().log().orElseThrow();
        EngineLogViewModel model = new EngineLogViewModel(LogSource.of(file), fx);
        EngineLogView view = Fx.call(() -> new EngineLogView(model, () -> {}));
        Fx.run(() -> new Scene(view, 600, 400));
        Fx.run(() -> open = view.open());
        assertEquals(List.of(), Fx.call(() -> List.copyOf(model.shown())));

        backend.own().start();
        await("the daemon's own lines", () -> contains(model, "API listen on"));
        int all = Fx.call(() -> model.shown().size());

        Fx.run(() -> model.filterProperty().set("api LISTEN"));
        assertTrue(Fx.call(() -> model.shown().size()) < all);
        assertTrue(Fx.call(() -> contains(model, "API listen on")));

        Path copy = top.resolve("copy.log");
        model.save(copy);
        assertEquals(Files.readString(file), Files.readString(copy));
    }

    private static boolean contains(EngineLogViewModel model, String words) {
        return model.shown().stream().anyMatch(line -> line.raw().contains(words));
    }
}
