package io.quayside.desktop.ui.containers.detail.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/// The Processes tab in the real window on a real engine.
class ProcessesTabTest extends OnEngine {
    private void run(String command, String... options) {
        List<String> words = new ArrayList<>(List.of("run", "-d", "--name", name, "--stop-signal", "KILL"));
        words.addAll(List.of(options));
        words.addAll(List.of(TestImages.BUSYBOX, "sh", "-c", command));
        engine.docker(words.toArray(String[]::new));
    }

    private void show() {
        page.go("container/" + name + "/processes");
        page.await("processes", () -> page.root().lookup("#processes-table") != null && !rows().isEmpty());
    }

    private static ProcessTable table() {
        return (ProcessTable) page.root().lookup("#processes-table");
    }

    private static List<ProcessFacts> rows() {
        return table().getItems().stream().map(ProcessRow::facts).toList();
    }

    private static Optional<ProcessFacts> row(String command) {
        return rows().stream().filter(one -> one.command().equals(command)).findFirst();
    }

    /// Waits for exactly these commands. A process that has just begun is there under the name of who began it.
    private static void awaitRows(String... commands) {
        page.await(
                String.join(", ", commands),
                () -> rows().stream()
                        .map(ProcessFacts::command)
                        .sorted()
                        .toList()
                        .equals(List.of(commands)));
    }

    private static String text(String id) {
        return Fx.call(() -> page.root().lookup("#" + id) instanceof Label label ? label.getText() : "");
    }

    private static boolean says(String start) {
        return page.root().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().startsWith(start));
    }

    private static void select(long pid) {
        Fx.run(() -> table().getItems().stream()
                .filter(row -> row.facts().pid() == pid)
                .forEach(row -> table().getSelectionModel().select(row)));
    }

    private static void send(long pid, SignalChoice signal) {
        select(pid);
        Fx.run(page.find("processes-send", ActionButton.class)::fire);
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<SignalChoice> choice =
                    (ChoiceBox<SignalChoice>) page.root().lookup("#processes-signal-name");
            choice.setValue(signal);
        });
        Fx.run(page.find("processes-signal-send", Button.class)::fire);
    }

    private boolean runs() {
        return engine.docker("inspect", "--format", "{{.State.Running}}", name)
                .strip()
                .equals("true");
    }

    private static String shownTab() {
        ToggleButton tab = page.find("tab-processes", ToggleButton.class);
        return tab.getGraphic() instanceof Label number ? tab.getText() + " " + number.getText() : tab.getText();
    }

    @Test
    void theNumberStandsAtTheTabWhateverTabIsShown() {
        run("sleep 1111 & sleep 2222 & wait");
        page.go("container/" + name + "/inspect");
        page.awaitEqual("the shell and what it started", "Processes 3", ProcessesTabTest::shownTab);
        engine.docker("exec", "-d", name, "sleep", "3333");
        page.awaitEqual("one more", "Processes 4", ProcessesTabTest::shownTab);

        page.go("containers");
        engine.docker("exec", "-d", name, "sleep", "4444");
        page.go("container/" + name + "/inspect");
        page.awaitEqual("what came meanwhile", "Processes 5", ProcessesTabTest::shownTab);
        engine.docker("stop", name);
        page.awaitEqual("none in a stopped container", "Processes", ProcessesTabTest::shownTab);
    }

    @Test
    void theListIsThatOfTheEngineAndLive() {
        run("sleep 1111 & sleep 2222 & wait", "--user", "1234");
        show();
        awaitRows("sh -c sleep 1111 & sleep 2222 & wait", "sleep 1111", "sleep 2222");
        List<String> engines = engine.docker("top", name, "-o", "pid,args")
                .lines()
                .skip(1)
                .map(String::strip)
                .sorted()
                .toList();
        assertEquals(
                engines,
                Fx.call(() -> rows().stream()
                                .map(one -> one.pid() + " " + one.command())
                                .sorted()
                                .toList())
                        .stream()
                        .map(line -> engines.stream()
                                .filter(said -> said.replaceAll(" +", " ").equals(line))
                                .findFirst()
                                .orElse("not: " + line))
                        .toList());
        ProcessFacts one = Fx.call(() -> row("sleep 1111").orElseThrow());
        assertEquals("1234", one.user());
        assertTrue(one.memory().isPresent() && one.memory().getAsLong() > 0);
        assertTrue(one.cpu().isPresent());
        assertEquals("3 processes", text("processes-count"));

        select(one.pid());
        engine.docker("exec", "-d", name, "sleep", "3333");
        page.await("a new one", () -> row("sleep 3333").isPresent());
        assertEquals(one.pid(), Fx.call(() -> table().selected().orElseThrow().pid()));
        Fx.run(() -> {
            table().getSortOrder().setAll(List.of(table().getColumns().getLast()));
            table().sort();
        });
        assertEquals(
                List.of("sh -c sleep 1111 & sleep 2222 & wait", "sleep 1111", "sleep 2222", "sleep 3333"),
                Fx.call(() -> rows().stream().map(ProcessFacts::command).toList()));
    }

    @Test
    void aSignalReachesTheProcessThatWasChosenAndNoOther() {
        run("sleep 5000 & sleep 5000 & wait; wait; sleep 6000");
        show();
        awaitRows("sh -c sleep 5000 & sleep 5000 & wait; wait; sleep 6000", "sleep 5000", "sleep 5000");
        List<Long> twins = Fx.call(() -> rows().stream()
                .filter(one -> one.command().equals("sleep 5000"))
                .map(ProcessFacts::pid)
                .sorted()
                .toList());
        select(twins.getLast());
        Fx.run(page.find("processes-send", ActionButton.class)::fire);
        assertTrue(text("processes-signal-words").endsWith(name + " goes on."));
        send(twins.getLast(), SignalChoice.SIGKILL);
        page.await("it is gone", () -> rows().stream().noneMatch(one -> one.pid() == twins.getLast()));
        assertTrue(Fx.call(() -> rows().stream().anyMatch(one -> one.pid() == twins.getFirst())));
        assertTrue(runs());
    }

    @Test
    void aSignalToTheMainProcessStopsTheContainer() {
        run("sleep 7000");
        show();
        long main = Long.parseLong(
                engine.docker("inspect", "--format", "{{.State.Pid}}", name).strip());
        select(main);
        Fx.run(page.find("processes-send", ActionButton.class)::fire);
        assertTrue(text("processes-signal-words").contains("when it ends, " + name + " stops"));
        send(main, SignalChoice.SIGKILL);
        page.await("the page says so", () -> says(name + " is stopped."));
        assertFalse(runs());
        assertEquals(
                "137",
                engine.docker("inspect", "--format", "{{.State.ExitCode}}", name)
                        .strip());
        Fx.run(() -> page.root().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button
                        && button.getText().equals("Start")
                        && button.getAccessibleText().equals("Start " + name))
                .map(Button.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow()
                .fire());
        page.await(
                "it runs again",
                () -> !says(name + " is stopped.") && row("sleep 7000").isPresent());
    }

    @Test
    void withoutAShellOnlyTheMainProcessGetsSignals() {
        String image = TestImages.ensureWithoutShell(engine);
        engine.docker("run", "-d", "--name", name, "--stop-signal", "KILL", image, "/sleep", "1000");
        engine.docker("exec", "-d", name, "/sleep", "2000");
        show();
        awaitRows("/sleep 1000", "/sleep 2000");
        send(Fx.call(() -> row("/sleep 2000").orElseThrow().pid()), SignalChoice.SIGTERM);
        page.await("the reason", () -> says("This container has neither a shell nor a kill program."));
        assertTrue(Fx.call(() -> row("/sleep 2000").isPresent()));
    }
}
