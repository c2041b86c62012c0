package io.quayside.desktop.ui.settings.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.ports.Forward.Protocol;
import io.quayside.vm.ports.ForwardState;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.ForwardStatus.Origin;
import io.quayside.vm.ports.PortRule;
import io.quayside.vm.ports.PortSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

class PortsPaneTest {
    private static final PortRule RULE = new PortRule(Protocol.UDP, "0.0.0.0", 5353, "dns", 53);

    private final Scripted machine = new Scripted();
    private final PaneWindow window = new PaneWindow();
    private final PortsViewModel model =
            Fx.call(() -> new PortsViewModel(machine, window.tasks, window.problems, window.fx));
    private final PortsPane pane = Fx.call(() -> new PortsPane(model));

    private void open() throws InterruptedException {
        window.open(pane, model.portsProperty(), model.changingProperty(), model.problemProperty());
    }

    @AfterEach
    void close() throws InterruptedException {
        machine.awaitListening();
        Fx.run(pane::leave);
        Fx.run(() -> {}); // what was on its way
        assertEquals(List.of(), machine.listeners);
    }

    @Test
    void eachPortSaysWhereItLeadsWhyAndHowItIs() throws Exception {
        machine.all = List.of(
                line(8080, "web:80", Origin.AUTOMATIC, new ForwardState.Open()),
                line(5432, "db:5432", Origin.AUTOMATIC, new ForwardState.Conflict("postgres, process 4127")),
                line(80, "web:80", Origin.AUTOMATIC, new ForwardState.Failed("This user may not.")),
                line(9000, "late:90", Origin.RULE, new ForwardState.Waiting("The container isn't running.")));
        open();
        window.says(
                "8080", "web:80", "Automatic", "Open", "Taken by postgres, process 4127", "This user may not.", "Rule");
        window.says("The container isn't running.");
        assertTrue(Fx.call(window.button("Try again")::isAvailable));
        window.press("Try again");
        window.await(() -> machine.retried == 1 && !model.changingProperty().get());
        Fx.run(() -> AccessibleAssertions.everyControlHasText(window.root()));
        machine.tell(List.of(line(8080, "web:80", Origin.AUTOMATIC, new ForwardState.Open())));
        window.await(() -> model.portsProperty().get().orElseThrow().all().size() == 1);
        assertFalse(Fx.call(window.button("Try again")::isAvailable));
    }

    /// What a row has no room for stands below the table, and the rows stay one line high.
    @Test
    void aLongReasonLeavesTheRowsAsTheyAre() throws Exception {
        String reason = "This user may not open ports below 1024. An administrator can allow it: sysctl"
                + " net.ipv4.ip_unprivileged_port_start=80";
        machine.all = List.of(
                line(8080, "web:80", Origin.AUTOMATIC, new ForwardState.Open()),
                line(80, "web:80", Origin.AUTOMATIC, new ForwardState.Failed(reason)),
                line(81, "late:90", Origin.RULE, new ForwardState.Waiting(reason)));
        open();
        window.says("Not open", "Port 80 at 127.0.0.1 is not open.", reason);
        List<Double> heights = Fx.call(() -> pane.root().lookupAll(".table-line.row").stream()
                .map(row -> row.getLayoutBounds().getHeight())
                .distinct()
                .toList());
        assertEquals(1, heights.size(), heights.toString());
        machine.tell(List.of(line(80, "web:80", Origin.AUTOMATIC, new ForwardState.Open())));
        window.await(() -> model.portsProperty().get().orElseThrow().all().size() == 1);
        assertFalse(window.texts().contains(reason));
    }

    @Test
    void anAddressThatEveryoneReachesHasTheColourOfWarnings() throws Exception {
        machine.all = List.of(
                new ForwardStatus(Protocol.TCP, "0.0.0.0", 8080, "web:80", Origin.AUTOMATIC, new ForwardState.Open()));
        open();
        Label address = Fx.call(() -> {
            pane.root().applyCss();
            return pane.root().lookupAll(".label").stream()
                    .map(node -> (Label) node)
                    .filter(label -> label.getText().equals("0.0.0.0"))
                    .findFirst()
                    .orElseThrow();
        });
        assertEquals(Fx.call(address::getTextFill), Fx.call(() -> ((FontIcon) address.getGraphic()).getIconColor()));
    }

    @Test
    void aRuleWithoutAContainerLeadsToTheMachineAndTheFieldSaysSo() throws Exception {
        open();
        window.press("Add rule…");
        assertTrue(Fx.call(() -> pane.root().lookup("#port-container").lookupAll(".text").stream()
                .anyMatch(node -> node.isVisible() && ((Text) node).getText().equals("The VM itself"))));
    }

    @Test
    void aRuleIsAddedEditedAndRemovedAtOnce() throws Exception {
        open();
        window.says("No port leads into the VM now.");
        window.press("Add rule…");
        window.type("port-from", "70000");
        window.type("port-to", "80");
        window.press("Add rule");
        window.says("A number from 1 to 65535.");
        window.type("port-from", "8088");
        window.press("Add rule");
        PortRule made = new PortRule(Protocol.TCP, "127.0.0.1", 8088, "", 80);
        window.await(() ->
                model.rules().equals(List.of(made)) && !model.changingProperty().get());
        window.says("8088", "Rule");

        window.press("Edit the rule for port 8088");
        window.type("port-from", "8089");
        window.press("Save rule");
        PortRule changed = new PortRule(Protocol.TCP, "127.0.0.1", 8089, "", 80);
        window.await(() -> model.rules().equals(List.of(changed))
                && !model.changingProperty().get());

        window.press("Remove the rule for port 8089");
        window.await(() -> model.rules().isEmpty() && !model.changingProperty().get());
    }

    /// What comes between looking and listening would never be shown.
    @Test
    void aPortThatOpensWhileThePageOpensIsShown() throws Exception {
        ForwardStatus late = line(8081, "late:80", Origin.AUTOMATIC, new ForwardState.Open());
        machine.whileLooking = () -> machine.listeners.forEach(listener -> listener.accept(List.of(late)));
        open();
        window.await(() -> model.portsProperty()
                .get()
                .filter(now -> now.all().equals(List.of(late)))
                .isPresent());
    }

    /// The close of the test asserts that nobody listens any more.
    @Test
    void aPageLeftBeforeItListensListensNoLonger() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        machine.beforeListening = () -> {
            asked.countDown();
            goOn.await();
        };
        Subscription following = Fx.call(model::follow);
        asked.await();
        Fx.run(following::close);
        goOn.countDown();
        machine.awaitRead();
    }

    @Test
    void whileAChangeIsUnderWaySaveIsHeldBackAndNothingIsLost() throws Exception {
        open();
        CountDownLatch goOn = new CountDownLatch(1);
        machine.beforeChange = goOn::await;
        window.press("Add rule…");
        window.type("port-from", "8088");
        window.type("port-to", "80");
        window.press("Add rule");
        assertTrue(Fx.call(() -> model.changingProperty().get()));
        assertEquals(
                Optional.of("The ports are being changed"),
                Fx.call(() -> window.button("Add rule").unavailableReason()));
        window.type("port-from", "8089");
        window.press("Add rule");
        assertEquals("8089", window.text("port-from"));
        goOn.countDown();
        window.await(() -> !model.changingProperty().get());
        assertEquals(
                List.of(8088),
                Fx.call(() -> model.rules().stream().map(PortRule::port).toList()));
    }

    @Test
    void whatTheMachineRefusesStaysInTheForm() throws Exception {
        open();
        machine.beforeChange = () -> {
            throw new VmException(new VmProblem.StillInUse("quayside-vm"));
        };
        window.press("Add rule…");
        window.type("port-from", "8088");
        window.type("port-to", "80");
        window.press("Add rule");
        window.await(() -> model.problemProperty().get().isPresent()
                && !model.changingProperty().get());
        assertEquals("8088", window.text("port-from"));
        machine.beforeChange = () -> {};
        window.press("Add rule");
        window.await(
                () -> model.rules().size() == 1 && !model.changingProperty().get());
        assertEquals(Optional.empty(), Fx.call(() -> model.problemProperty().get()));
        assertNull(Fx.call(() -> window.root().lookup("#port-from")));
    }

    @Test
    void resetSaysWhatGoesBeforeItGoes() throws Exception {
        machine.settings = new PortSettings(PortSettings.Reach.EVERYBODY, List.of(RULE));
        open();
        assertEquals(Optional.empty(), Fx.call(pane::whyNoReset));
        Fx.run(pane::reset);
        window.says("The rule is removed. Ports that containers publish are open to this computer only."
                + " That counts at once.");
        window.press("Cancel");
        assertEquals(List.of(RULE), machine.settings.rules());
        Fx.run(pane::reset);
        window.press("Reset");
        window.await(() -> !model.changingProperty().get() && model.isUsual());
        assertEquals(PortSettings.USUAL, machine.settings);
        assertEquals(Optional.of("Everything on this page has its default already"), Fx.call(pane::whyNoReset));
    }

    @Test
    void whoReachesPublishedPortsIsSaidBeforeItHappens() throws Exception {
        open();
        assertFalse(window.texts().stream().anyMatch(text -> text.startsWith("Anyone on your network")));
        Fx.run(() -> pane.root().lookupAll(".toggle-button").stream()
                .map(node -> (ToggleButton) node)
                .filter(button -> button.getText().equals("Everyone"))
                .findFirst()
                .orElseThrow()
                .fire());
        window.await(() ->
                !model.changingProperty().get() && machine.settings.publishedTo() == PortSettings.Reach.EVERYBODY);
        assertTrue(window.texts().stream().anyMatch(text -> text.startsWith("Anyone on your network can reach it.")));
    }

    @Test
    void twoRulesCantHaveOnePort() {
        PortRuleText same = PortRuleText.of(RULE);
        assertEquals(Optional.of(RULE), same.rule());
        assertEquals(Optional.empty(), same.wrong(List.of()));
        assertEquals(
                Optional.of(PortRuleText.Field.PORT), same.wrong(List.of(RULE)).map(PortRuleText.Wrong::field));
        PortRuleText name = new PortRuleText("localhost", "80", "", "80", Protocol.TCP);
        assertEquals(
                Optional.of(PortRuleText.Field.ADDRESS), name.wrong(List.of()).map(PortRuleText.Wrong::field));
    }

    private static ForwardStatus line(int port, String target, Origin origin, ForwardState state) {
        return new ForwardStatus(Protocol.TCP, "127.0.0.1", port, target, origin, state);
    }

    /// What happens in the middle of a call.
    private interface Act {
        void run() throws VmException, InterruptedException;
    }

    private static final class Scripted implements PortForwarding {
        private final List<Consumer<List<ForwardStatus>>> listeners = new CopyOnWriteArrayList<>();
        private final CountDownLatch listening = new CountDownLatch(1);
        private volatile PortSettings settings = PortSettings.USUAL;
        private volatile List<ForwardStatus> all = List.of();
        private final CountDownLatch read = new CountDownLatch(1);
        private volatile int retried;
        private volatile boolean asked;
        private volatile Runnable whileLooking = () -> {};
        private volatile Act beforeListening = () -> {};
        private volatile Act beforeChange = () -> {};

        private static void run(Act act) throws VmException {
            try {
                act.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private void awaitRead() throws InterruptedException {
            assertTrue(read.await(30, TimeUnit.SECONDS));
        }

        private void tell(List<ForwardStatus> next) throws InterruptedException {
            awaitListening();
            all = next;
            new ArrayList<>(listeners).forEach(listener -> listener.accept(next));
        }

        private void awaitListening() throws InterruptedException {
            assertTrue(!asked || listening.await(30, TimeUnit.SECONDS));
        }

        @Override
        public Optional<String> machine() {
            return Optional.of("quayside-vm");
        }

        @Override
        public Ports ports(String name) {
            List<ForwardStatus> lines = new ArrayList<>(all);
            whileLooking.run();
            read.countDown();
            settings.rules()
                    .forEach(rule -> lines.add(line(rule.port(), "there", Origin.RULE, new ForwardState.Open())));
            return new Ports(name, settings, lines);
        }

        @Override
        public Subscription onPorts(String name, Consumer<List<ForwardStatus>> listener) throws VmException {
            asked = true;
            run(beforeListening);
            listeners.add(listener);
            listening.countDown();
            return () -> listeners.remove(listener);
        }

        @Override
        public void setPorts(String name, PortSettings wanted) throws VmException {
            run(beforeChange);
            settings = wanted;
        }

        @Override
        public void retryPorts(String name) {
            retried = retried + 1;
        }

        @Override
        public List<String> containers() {
            return List.of("db", "web");
        }
    }
}
