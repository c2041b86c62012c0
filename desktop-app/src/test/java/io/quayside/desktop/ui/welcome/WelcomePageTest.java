package io.quayside.desktop.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus.Step;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Findings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WelcomePageTest {
    private static final EngineChoice DOCKER =
            new EngineChoice("default", "default", "unix:///var/run/docker.sock", Optional.empty());
    private static final Problem MISSING =
            new Problem("Docker isn’t installed.", "", List.of(), Optional.empty(), List.of(), "x", true);

    private final CountDownLatch chosen = new CountDownLatch(1);
    private final WelcomeViewModel model =
            Fx.call(() -> new WelcomeViewModel(new NothingToStart(), new PlatformFxThread(), chosen::countDown));
    private final WelcomePage page = Fx.call(() -> new WelcomePage(model, new PlatformFxThread(), "1.0"));

    @AfterEach
    void close() {
        Fx.run(() -> {
            page.hidden();
            model.close();
        });
    }

    private void open() throws InterruptedException {
        CountDownLatch found = new CountDownLatch(1);
        Fx.run(() -> {
            Scene scene = new Scene(page.root(), 1280, 800);
            new Themes(AppearanceSettings.DEFAULT).dress(scene);
            model.stateProperty().subscribe(state -> {
                if (state instanceof WelcomeState.Choosing) {
                    found.countDown();
                }
            });
            page.shown(Location.of("first-run"));
        });
        assertTrue(found.await(30, TimeUnit.SECONDS));
    }

    @Test
    void everyControlHasANameInEveryChoice() throws InterruptedException {
        open();
        Fx.run(() -> {
            for (WelcomeOption option : List.of(model.selectedProperty().get(), new WelcomeOption.Connect())) {
                model.select(option);
                page.root().applyCss();
                page.root().layout();
                AccessibleAssertions.everyControlHasText(page.root());
            }
        });
    }

    @Test
    void whatCantBeChosenIsDisabledAndTheRestIsNot() throws InterruptedException {
        open();
        Fx.run(() -> {
            page.root().applyCss();
            page.root().layout();
            assertEquals(
                    List.of(false, true, false, true),
                    page.root().lookupAll(".radio-button").stream()
                            .map(node -> ((RadioButton) node).isDisable())
                            .toList());
        });
    }

    @Test
    void nothingListensOnceItIsHidden() throws InterruptedException {
        open();
        Fx.run(() -> {
            assertTrue(page.openSubscriptions() > 0);
            page.hidden();
            assertEquals(0, page.openSubscriptions());
            assertFalse(page.isShown());
        });
    }

    private static final class NothingToStart implements WelcomeEngines {
        @Override
        public Findings look() {
            return new Findings(
                    List.of(new Found(DOCKER, "Docker Engine 28.5.2")),
                    List.of(DOCKER),
                    List.of(new Checked("DOCKER_HOST", "the variable isn't set")),
                    new Own(DOCKER, Optional.of(MISSING)));
        }

        @Override
        public Tested test(String addressOrContext) {
            return new Fails(MISSING);
        }

        @Override
        public void use(EngineChoice choice) {}

        @Override
        public void startOwn(Consumer<List<Step>> steps) throws SetUpFailedException {
            throw new SetUpFailedException(MISSING, new IllegalStateException());
        }
    }
}
