package io.quayside.desktop.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.login.FakeLoginStart;
import io.quayside.desktop.login.LoginStart;
import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.NewMachine;
import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.machine.VmOffer;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus.Step;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Answers;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Fails;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Findings;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Found;
import io.quayside.desktop.ui.welcome.WelcomeEngines.KnownVm;
import io.quayside.desktop.ui.welcome.WelcomeEngines.NewVm;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Own;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Tested;
import io.quayside.desktop.ui.welcome.WelcomeState.Choosing;
import io.quayside.desktop.ui.welcome.WelcomeState.SettingUp;
import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WelcomeViewModelTest {
    private static final EngineChoice DOCKER =
            new EngineChoice("default", "default", "unix:///var/run/docker.sock", Optional.empty());
    private static final EngineChoice OWN = new EngineChoice("native", "quayside", "unix:///own", Optional.empty());
    private static final Found FOUND = new Found(DOCKER, "Docker Engine 28.5.2");
    private static final Problem BROKEN =
            new Problem("Broken.", "It is.", List.of(), Optional.empty(), List.of(), "x", true);
    private static final EngineChoice VM = new EngineChoice("vm:quayside-vm", "quayside-vm", "", Optional.empty());
    private static final HostCapacity HOST = new HostCapacity(8, 16_000_000_000L, 9_000_000_000L, 212_000_000_000L);
    private static final VmOffer OFFER = new VmOffer(HOST, HOST.usual(), List.of());
    private static final VmOffer NO_QEMU = new VmOffer(
            HOST,
            HOST.usual(),
            List.of(new VmCheck(VmCheck.Result.MISSING, "QEMU isn’t installed", "", "Install it.")));
    private static final Step DONE = new Step("Checking", Instant.EPOCH, Optional.of(Duration.ofMillis(5)));

    private final ScriptedEngines engines = new ScriptedEngines();
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> finished = new ArrayList<>();
    private final WelcomeViewModel model =
            new WelcomeViewModel(engines, new InlineFxThread(), () -> finished.add("finished"), new Later(waiting));

    private void runWaiting() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private void look() {
        model.look();
        runWaiting();
    }

    @Test
    void anEngineThatAnswersIsTheFirstChoice() {
        look();

        assertEquals(new Choosing(engines.findings), model.stateProperty().get());
        assertEquals(new WelcomeOption.UseFound(FOUND), model.selectedProperty().get());
        model.proceed();
        assertEquals(List.of(DOCKER), engines.used);
        assertEquals(List.of("finished"), finished);
    }

    @Test
    void withoutOneQuaysidesOwnIsTheFirstChoice() {
        engines.findings = new Findings(
                List.of(),
                List.of(),
                List.of(),
                new Own(OWN, Optional.empty()),
                new NewVm(VM, NO_QEMU, Optional.empty()));
        look();

        assertInstanceOf(WelcomeOption.StartOwn.class, model.selectedProperty().get());
    }

    @Test
    void whatCantBeChosenStaysInItsPlaceWithTheReason() {
        engines.findings = new Findings(
                List.of(),
                List.of(),
                List.of(),
                new Own(OWN, Optional.of(BROKEN)),
                new NewVm(VM, NO_QEMU, Optional.empty()));
        look();

        assertInstanceOf(WelcomeOption.Connect.class, model.selectedProperty().get());
        model.select(new WelcomeOption.StartOwn(engines.findings.own()));
        model.select(new WelcomeOption.CreateVm(new NewVm(VM, NO_QEMU, Optional.empty())));
        assertInstanceOf(WelcomeOption.Connect.class, model.selectedProperty().get());
        assertEquals(
                List.of(Optional.of("Broken."), Optional.of("QEMU isn’t installed"), Optional.empty()),
                WelcomeViewModel.options(engines.findings).stream()
                        .map(WelcomeOption::unavailable)
                        .toList());
        assertEquals(
                List.of("Broken. It is.", "QEMU isn’t installed. Install it."),
                WelcomeViewModel.options(engines.findings).stream()
                        .limit(2)
                        .map(WelcomeOption::text)
                        .toList());
    }

    @Test
    void connectingTestsFirstAndUsesOnlyWhatAnswers() {
        look();
        model.select(new WelcomeOption.Connect());
        assertTrue(model.missing().isPresent());
        model.proceed();
        assertEquals(List.of(), waiting);

        model.addressProperty().set(" tcp://host ");
        engines.tested = new Fails(BROKEN);
        model.proceed();
        assertTrue(model.testingProperty().get());
        runWaiting();
        assertEquals(Optional.of(new Fails(BROKEN)), model.testedProperty().get());
        assertEquals(List.of(), engines.used);

        engines.tested = new Answers(FOUND);
        model.proceed();
        runWaiting();
        assertEquals(List.of("tcp://host", "tcp://host"), engines.asked);
        assertEquals(List.of(DOCKER), engines.used);
    }

    @Test
    void aChangedAddressForgetsTheTest() {
        look();
        model.addressProperty().set("tcp://host");
        model.test();
        runWaiting();
        assertTrue(model.testedProperty().get().isPresent());

        model.addressProperty().set("tcp://other");
        assertEquals(Optional.empty(), model.testedProperty().get());
    }

    @Test
    void aStartedEngineIsUsedOnceItAnswers() {
        look();
        model.select(new WelcomeOption.StartOwn(engines.findings.own()));
        model.proceed();
        assertEquals(
                setUp(List.of(), false, Optional.empty()), model.stateProperty().get());
        assertEquals(List.of(), engines.used);

        runWaiting();
        assertEquals(
                setUp(List.of(DONE), true, Optional.empty()),
                model.stateProperty().get());
        assertEquals(List.of(OWN), engines.used);
        model.finish();
        assertEquals(List.of("finished"), finished);
    }

    @Test
    void aFailedStartKeepsItsStepsAndCanBeTriedAgain() {
        engines.startFails = true;
        look();
        model.select(new WelcomeOption.StartOwn(engines.findings.own()));
        model.proceed();
        runWaiting();
        assertEquals(
                setUp(List.of(DONE), false, Optional.of(BROKEN)),
                model.stateProperty().get());

        engines.startFails = false;
        model.tryAgain();
        runWaiting();
        assertEquals(
                setUp(List.of(DONE), true, Optional.empty()),
                model.stateProperty().get());
    }

    @Test
    void whatACancelledStartStillTellsIsIgnored() {
        look();
        model.select(new WelcomeOption.StartOwn(engines.findings.own()));
        model.proceed();
        List<Runnable> start = List.copyOf(waiting);
        waiting.clear();
        model.cancel();
        start.forEach(Runnable::run);

        assertInstanceOf(WelcomeState.Looking.class, model.stateProperty().get());
        assertEquals(List.of(), engines.used);
        runWaiting();
        assertInstanceOf(Choosing.class, model.stateProperty().get());
    }

    private void offerVm() {
        engines.findings = new Findings(
                List.of(),
                List.of(),
                List.of(),
                new Own(OWN, Optional.of(BROKEN)),
                new NewVm(VM, OFFER, Optional.empty()));
        look();
        runWaiting(); // the test of the processor
    }

    @Test
    void newMachineGetsWhatWasChosenAndIsUsedOnceItAnswers() {
        offerVm();
        assertInstanceOf(WelcomeOption.CreateVm.class, model.selectedProperty().get());
        assertEquals(List.of(false), engines.tested());
        model.choose(new Resources(2, 2048, 20));
        model.proceed();
        runWaiting();

        assertEquals(List.of(NewMachine.of(new Resources(2, 2048, 20))), engines.made);
        assertEquals(List.of(VM), engines.used);
        assertTrue(((SettingUp) model.stateProperty().get()).ready());
    }

    @Test
    void withoutAChoiceItGetsTheUsual() {
        offerVm();
        model.proceed();
        runWaiting();
        assertEquals(List.of(NewMachine.of(OFFER.usual())), engines.made);
    }

    @Test
    void newMachineSeesTheFolderAndIsDockersDefaultIfAsked() {
        Path code = Path.of("/home/me/code");
        engines.findings = new Findings(
                List.of(),
                List.of(),
                List.of(),
                new Own(OWN, Optional.of(BROKEN)),
                new NewVm(VM, OFFER, Optional.of(code)));
        look();
        runWaiting();
        model.proceed();
        runWaiting();
        NewMachine usual = new NewMachine(OFFER.usual(), Optional.of(code), false);
        assertEquals(List.of(usual), engines.made);

        Path other = Path.of("/srv/work");
        model.extras().choose(other);
        model.extras().dockerDefaultProperty().set(true);
        look(); // what was chosen stays
        model.proceed();
        runWaiting();
        assertEquals(new NewMachine(OFFER.usual(), Optional.of(other), true), engines.made.getLast());

        model.extras().sharingProperty().set(false);
        look();
        model.proceed();
        runWaiting();
        assertEquals(new NewMachine(OFFER.usual(), Optional.empty(), true), engines.made.getLast());
    }

    @Test
    void cancelWaitsForWhatWasMadeToBeTakenBack() {
        offerVm();
        model.proceed();
        engines.interrupted = true;
        model.cancel();

        SettingUp cancelling = (SettingUp) model.stateProperty().get();
        assertTrue(cancelling.cancelling());
        runWaiting();
        assertTrue(Thread.interrupted());
        runWaiting();
        assertInstanceOf(Choosing.class, model.stateProperty().get());
        assertEquals(List.of(), engines.used);
    }

    @Test
    void startAtLoginIsOffUntilAskedAndTakenBackWithTheMachine() {
        offerVm();
        model.proceed();
        runWaiting();
        assertFalse(engines.login.isOn());

        offerVm();
        model.extras().startAtLoginProperty().set(true);
        engines.startFails = true;
        model.proceed();
        runWaiting();
        assertTrue(((SettingUp) model.stateProperty().get()).failure().isPresent());
        assertFalse(engines.login.isOn(), "nothing of it is left");

        engines.startFails = false;
        model.tryAgain();
        runWaiting();
        assertTrue(engines.login.isOn());
    }

    @Test
    void aSystemThatRefusesToStartItAtLoginIsSaidBeforeAnythingIsMade() {
        offerVm();
        model.extras().startAtLoginProperty().set(true);
        engines.login.refuse();
        model.proceed();
        runWaiting();
        SettingUp failed = (SettingUp) model.stateProperty().get();
        assertEquals(Optional.of("login-start"), failed.failure().map(Problem::code));
        assertEquals(List.of(), engines.made);
    }

    @Test
    void failedMachineIsShownWithItsReasonAndCanBeTriedAgain() {
        offerVm();
        engines.startFails = true;
        model.proceed();
        runWaiting();
        SettingUp failed = (SettingUp) model.stateProperty().get();
        assertEquals(Optional.of(BROKEN), failed.failure());
        assertEquals("The VM could not be created", failed.job().failed());

        engines.startFails = false;
        model.tryAgain();
        runWaiting();
        assertEquals(List.of(VM), engines.used);
    }

    @Test
    void processorIsTestedOnceUnlessAskedAgain() {
        offerVm();
        model.select(new WelcomeOption.Connect());
        model.select(new WelcomeOption.CreateVm(new NewVm(VM, OFFER, Optional.empty())));
        runWaiting();
        assertEquals(List.of(false), engines.tested());
        model.testAgain();
        assertEquals(VmCheck.Result.CHECKING, model.accelerationProperty().get().result());
        runWaiting();
        assertEquals(List.of(false, true), engines.tested());
    }

    @Test
    void machineThatThereIsIsStartedAndKept() {
        engines.findings = new Findings(
                List.of(),
                List.of(),
                List.of(),
                new Own(OWN, Optional.of(BROKEN)),
                new KnownVm(VM, "4 CPUs, 6 GB memory"));
        look();
        model.proceed();
        runWaiting();
        assertEquals(List.of(VM), engines.used);
        assertEquals(List.of(), engines.made);
    }

    private SettingUp setUp(List<Step> steps, boolean ready, Optional<Problem> failure) {
        return new SettingUp(new SetUpJob.Own(engines.findings.own().choice()), steps, ready, false, failure);
    }

    private static final class ScriptedEngines implements WelcomeEngines {
        private Findings findings = new Findings(
                List.of(FOUND),
                List.of(DOCKER),
                List.of(),
                new Own(OWN, Optional.empty()),
                new NewVm(VM, NO_QEMU, Optional.empty()));
        private final FakeLoginStart login = new FakeLoginStart();
        private Tested tested = new Answers(FOUND);
        private boolean startFails;
        private boolean interrupted;
        private final List<Boolean> tests = new ArrayList<>();
        private final List<NewMachine> made = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private final List<EngineChoice> used = new ArrayList<>();

        @Override
        public Findings look() {
            return findings;
        }

        @Override
        public Tested test(String addressOrContext) {
            asked.add(addressOrContext);
            return tested;
        }

        @Override
        public void use(EngineChoice choice) {
            used.add(choice);
        }

        private List<Boolean> tested() {
            return tests;
        }

        @Override
        public VmCheck acceleration(boolean again) {
            tests.add(again);
            return new VmCheck(VmCheck.Result.GOOD, "Virtualisation is available", "KVM", "");
        }

        @Override
        public LoginStart loginStart() {
            return login;
        }

        @Override
        public void createVm(NewMachine wanted, Steps steps) throws SetUpFailedException, InterruptedException {
            if (interrupted) {
                throw new InterruptedException();
            }
            startOwn(steps);
            made.add(wanted);
        }

        @Override
        public void startVm(EngineChoice choice, Steps steps) throws SetUpFailedException {
            startOwn(steps);
        }

        @Override
        public void startOwn(Steps steps) throws SetUpFailedException {
            steps.now(List.of(DONE));
            if (startFails) {
                throw new SetUpFailedException(BROKEN, new IllegalStateException());
            }
        }
    }

    /// Keeps work until the test runs it; cancelled work still runs, as a thread that ignores its interrupt would.
    private static final class Later extends AbstractExecutorService {
        private final List<Runnable> waiting;

        Later(List<Runnable> waiting) {
            this.waiting = waiting;
        }

        @Override
        protected <T> java.util.concurrent.RunnableFuture<T> newTaskFor(Runnable work, T value) {
            return new java.util.concurrent.FutureTask<>(() -> {}, value) {
                @Override
                public void run() {
                    work.run();
                }
            };
        }

        @Override
        public void execute(Runnable work) {
            waiting.add(work);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return true;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
