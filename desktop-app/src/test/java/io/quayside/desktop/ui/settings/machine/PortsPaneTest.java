package io.quayside.desktop.ui.settings.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.vm.ports.Forward.Protocol;
import io.quayside.vm.ports.ForwardState;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.ForwardStatus.Origin;
import io.quayside.vm.ports.PortRule;
import io.quayside.vm.ports.PortSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

class PortsPaneTest {
    private static final PortRule RULE = new PortRule(Protocol.UDP, "0.0.0.0", 5353, "dns", 53);

    private final Scripted machine = new Scripted();
    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final TaskRunner tasks = Fx.call(() ->
            new TaskRunner(fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that"))));
    private final PortsViewModel model = Fx.call(() -> new PortsViewModel(machine, tasks, problems, fx));
    private final PortsPane pane = Fx.call(() -> new PortsPane(model));

    private void open() throws InterruptedException {
        Fx.run(() -> {
            Scene scene = new Scene((javafx.scene.Parent) pane.root(), 900, 700);
            new Themes(AppearanceSettings.DEFAULT).dress(scene);
            pane.enter();
        });
        await(model::settled);
    }

    @AfterEach
    void close() throws InterruptedException {
        machine.awaitListening();
        Fx.run(pane::leave);
        Fx.run(() -> {}); // what was on its way
        assertEquals(List.of(), machine.listeners);
    }

    /// Told by the properties of the model, so nothing is polled.
    private void await(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        Fx.run(() -> {
            Runnable look = () -> {
                if (condition.getAsBoolean()) {
                    met.countDown();
                }
            };
            model.portsProperty().subscribe(look);
            model.changingProperty().subscribe(look);
            model.problemProperty().subscribe(look);
            look.run();
        });
        assertTrue(met.await(30, TimeUnit.SECONDS));
    }

    private List<String> texts() {
        return Fx.call(() -> {
            pane.root().applyCss();
            pane.root().layout();
            return pane.root().lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList();
        });
    }

    private void says(String... wanted) {
        List<String> texts = texts();
        for (String text : wanted) {
            assertTrue(texts.contains(text), () -> text + " in " + texts);
        }
    }

    private ActionButton button(String name) {
        return Fx.call(() -> pane.root().lookupAll(".button").stream()
                .map(node -> (ActionButton) node)
                .filter(button -> name.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name)));
    }

    private void press(String name) {
        ActionButton button = button(name);
        Fx.run(button::fire);
        Fx.run(() -> {
            pane.root().applyCss();
            pane.root().layout();
        });
    }

    private void type(String id, String text) {
        Fx.run(() -> ((TextField) pane.root().lookup("#" + id)).setText(text));
    }

    @Test
    void eachPortSaysWhereItLeadsWhyAndHowItIs() throws Exception {
        machine.all = List.of(
                line(8080, "web:80", Origin.AUTOMATIC, new ForwardState.Open()),
                line(5432, "db:5432", Origin.AUTOMATIC, new ForwardState.Conflict("postgres, process 4127")),
                line(80, "web:80", Origin.AUTOMATIC, new ForwardState.Failed("This user may not.")),
                line(9000, "late:90", Origin.RULE, new ForwardState.Waiting("The container isn't running.")));
        open();
        says("8080", "web:80", "Automatic", "Open", "Taken by postgres, process 4127", "This user may not.", "Rule");
        says("The container isn't running.");
        assertTrue(Fx.call(button("Try again")::isAvailable));
        press("Try again");
        await(() -> machine.retried == 1 && !model.changingProperty().get());
        Fx.run(() -> AccessibleAssertions.everyControlHasText((javafx.scene.Parent) pane.root()));
        machine.tell(List.of(line(8080, "web:80", Origin.AUTOMATIC, new ForwardState.Open())));
        await(() -> model.portsProperty().get().orElseThrow().all().size() == 1);
        assertFalse(Fx.call(button("Try again")::isAvailable));
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
        says("Not open", "Port 80 at 127.0.0.1 is not open.", reason);
        List<Double> heights = Fx.call(() -> pane.root().lookupAll(".table-line.row").stream()
                .map(row -> row.getLayoutBounds().getHeight())
                .distinct()
                .toList());
        assertEquals(1, heights.size(), heights.toString());
        machine.tell(List.of(line(80, "web:80", Origin.AUTOMATIC, new ForwardState.Open())));
        await(() -> model.portsProperty().get().orElseThrow().all().size() == 1);
        assertFalse(texts().contains(reason));
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
        press("Add rule…");
        assertTrue(Fx.call(() -> pane.root().lookup("#port-container").lookupAll(".text").stream()
                .anyMatch(node -> node.isVisible() && ((Text) node).getText().equals("The VM itself"))));
    }

    @Test
    void aRuleIsAddedEditedAndRemovedAtOnce() throws Exception {
        open();
        says("No port leads into the VM now.");
        press("Add rule…");
        type("port-from", "70000");
        type("port-to", "80");
        press("Add rule");
        says("A number from 1 to 65535.");
        type("port-from", "8088");
        press("Add rule");
        PortRule made = new PortRule(Protocol.TCP, "127.0.0.1", 8088, "", 80);
        await(() ->
                model.rules().equals(List.of(made)) && !model.changingProperty().get());
        says("8088", "Rule");

        press("Edit the rule for port 8088");
        type("port-from", "8089");
        press("Save rule");
        PortRule changed = new PortRule(Protocol.TCP, "127.0.0.1", 8089, "", 80);
        await(() -> model.rules().equals(List.of(changed))
                && !model.changingProperty().get());

        press("Remove the rule for port 8089");
        await(() -> model.rules().isEmpty() && !model.changingProperty().get());
    }

    @Test
    void whoReachesPublishedPortsIsSaidBeforeItHappens() throws Exception {
        open();
        assertFalse(texts().stream().anyMatch(text -> text.startsWith("Anyone on your network")));
        Fx.run(() -> pane.root().lookupAll(".toggle-button").stream()
                .map(node -> (ToggleButton) node)
                .filter(button -> button.getText().equals("Everyone"))
                .findFirst()
                .orElseThrow()
                .fire());
        await(() -> !model.changingProperty().get() && machine.settings.publishedTo() == PortSettings.Reach.EVERYBODY);
        assertTrue(texts().stream().anyMatch(text -> text.startsWith("Anyone on your network can reach it.")));
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

    private static final class Scripted implements PortForwarding {
        private final List<Consumer<List<ForwardStatus>>> listeners = new CopyOnWriteArrayList<>();
        private final CountDownLatch listening = new CountDownLatch(1);
        private volatile PortSettings settings = PortSettings.USUAL;
        private volatile List<ForwardStatus> all = List.of();
        private volatile int retried;
        private boolean asked;

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
            asked = true;
            List<ForwardStatus> lines = new ArrayList<>(all);
            settings.rules()
                    .forEach(rule -> lines.add(line(rule.port(), "there", Origin.RULE, new ForwardState.Open())));
            return new Ports(name, settings, lines);
        }

        @Override
        public Subscription onPorts(String name, Consumer<List<ForwardStatus>> listener) {
            listeners.add(listener);
            listening.countDown();
            return () -> listeners.remove(listener);
        }

        @Override
        public void setPorts(String name, PortSettings wanted) {
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
