package io.quayside.desktop.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.login.FakeLoginStart;
import io.quayside.desktop.login.LoginStart;
import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.NewMachine;
import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.machine.VmOffer;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Findings;
import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WelcomePageTest {
    private static final EngineChoice DOCKER =
            new EngineChoice("default", "default", "unix:///var/run/docker.sock", Optional.empty());
    private static final EngineChoice VM = new EngineChoice("vm:quayside-vm", "quayside-vm", "", Optional.empty());
    private static final HostCapacity HOST = new HostCapacity(8, 16_000_000_000L, 9_000_000_000L, 212_000_000_000L);
    private static final VmOffer OFFER =
            new VmOffer(HOST, HOST.usual(), List.of(new VmCheck(VmCheck.Result.GOOD, "QEMU found", "9.2.0", "")));
    private static final Problem MISSING =
            new Problem("Docker isn’t installed.", "", List.of(), Optional.empty(), List.of(), "x", true);

    private final Deque<Path> answers = new ArrayDeque<>();
    private final CountDownLatch chosen = new CountDownLatch(1);
    private final WelcomeViewModel model =
            Fx.call(() -> new WelcomeViewModel(new NothingToStart(), new PlatformFxThread(), chosen::countDown));
    private final WelcomePage page = Fx.call(() -> new WelcomePage(
            model, new PlatformFxThread(), "1.0", (owner, title) -> Optional.ofNullable(answers.poll())));

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
            for (WelcomeOption option : List.of(
                    model.selectedProperty().get(),
                    new WelcomeOption.Connect(),
                    new WelcomeOption.CreateVm(new WelcomeEngines.NewVm(VM, OFFER, Optional.empty())))) {
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
                    List.of(false, true, false, false),
                    page.root().lookupAll(".radio-button").stream()
                            .map(node -> ((RadioButton) node).isDisable())
                            .toList());
        });
    }

    @Test
    void newVmSaysWhatThisComputerHasAndThatItIsSlowWithoutAcceleration() throws InterruptedException {
        open();
        CountDownLatch tested = new CountDownLatch(1);
        Fx.run(() -> {
            model.accelerationProperty().subscribe(check -> {
                if (check.result() == VmCheck.Result.POOR) {
                    tested.countDown();
                }
            });
            model.select(new WelcomeOption.CreateVm(new WelcomeEngines.NewVm(VM, OFFER, Optional.empty())));
        });
        assertTrue(tested.await(30, TimeUnit.SECONDS));
        Fx.run(() -> {
            page.root().applyCss();
            page.root().layout();
            List<String> texts = page.root().lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList();
            for (String wanted : List.of(
                    "New VM",
                    "This computer has 8 CPUs, 16 GB memory and 212 GB free on disk. The disk file starts small and grows"
                            + " as needed.",
                    "Without acceleration, slow",
                    "It hung.",
                    "QEMU found")) {
                assertTrue(texts.contains(wanted), () -> wanted + " in " + texts);
            }
            TextField memory = (TextField) page.root().lookup("#new-vm-memory");
            assertEquals("5 GB", memory.getText());
            memory.setText("400");
            memory.fireEvent(new ActionEvent());
            assertEquals("16 GB", memory.getText());
            assertEquals(
                    Optional.of(new Resources(4, HostCapacity.mib(16_000_000_000L), 60)),
                    model.resourcesProperty().get());
        });
    }

    @Test
    void theBoxOfTheFolderAsksForOneAndStaysEmptyWithoutAnAnswer() throws InterruptedException {
        open();
        Fx.run(() -> {
            model.select(new WelcomeOption.CreateVm(new WelcomeEngines.NewVm(VM, OFFER, Optional.empty())));
            page.root().applyCss();
            page.root().layout();
            CheckBox share = (CheckBox) page.root().lookup("#new-vm-share");
            assertEquals("Share a folder with containers", share.getText());
            share.fire();
            assertFalse(share.isSelected());
            assertEquals(NewMachine.of(OFFER.usual()), model.extras().with(OFFER.usual()));
            answers.add(Path.of("/srv/work"));
            share.fire();
            assertTrue(share.isSelected());
            assertEquals("Share /srv/work with containers", share.getText());
            CheckBox docker = (CheckBox) page.root().lookup("#new-vm-docker");
            assertFalse(docker.isSelected());
            docker.fire();
            assertEquals(
                    new NewMachine(OFFER.usual(), Optional.of(Path.of("/srv/work")), true),
                    model.extras().with(OFFER.usual()));
            share.fire();
            assertEquals(
                    new NewMachine(OFFER.usual(), Optional.empty(), true),
                    model.extras().with(OFFER.usual()));
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
                    new Own(DOCKER, Optional.of(MISSING)),
                    new NewVm(VM, OFFER, Optional.empty()));
        }

        @Override
        public Tested test(String addressOrContext) {
            return new Fails(MISSING);
        }

        @Override
        public void use(EngineChoice choice) {}

        @Override
        public void startOwn(Steps steps) throws SetUpFailedException {
            throw new SetUpFailedException(MISSING, new IllegalStateException());
        }

        @Override
        public VmCheck acceleration(boolean again) {
            return new VmCheck(
                    VmCheck.Result.POOR, "Without acceleration, slow", "QEMU 9.2 without acceleration", "It hung.");
        }

        @Override
        public LoginStart loginStart() {
            return new FakeLoginStart();
        }

        @Override
        public void createVm(NewMachine wanted, Steps steps) throws SetUpFailedException {
            throw new SetUpFailedException(MISSING, new IllegalStateException());
        }

        @Override
        public void startVm(EngineChoice choice, Steps steps) throws SetUpFailedException {
            throw new SetUpFailedException(MISSING, new IllegalStateException());
        }
    }
}
