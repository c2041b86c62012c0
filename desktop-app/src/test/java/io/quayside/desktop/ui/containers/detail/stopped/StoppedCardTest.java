package io.quayside.desktop.ui.containers.detail.stopped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.chart.TimeChart;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// The card over the Logs tab in the real window on a real engine.
class StoppedCardTest extends OnEngine {
    private void run(String command, String... options) {
        List<String> words = new ArrayList<>(List.of("run", "-d", "--name", name));
        words.addAll(List.of(options));
        words.addAll(List.of(TestImages.BUSYBOX, "sh", "-c", command));
        engine.docker(words.toArray(String[]::new));
    }

    private void show() {
        page.go("container/" + name + "/logs");
    }

    private String inspected(String format) {
        return engine.docker("inspect", "--format", format, name).strip();
    }

    private void awaitEngine(String what, String format, String value) {
        PageFixture.await(
                what, java.time.Duration.ofSeconds(90), () -> inspected(format).equals(value));
    }

    private static boolean isShown() {
        Node card = page.root().lookup("#why-stopped");
        return card != null && card.isVisible();
    }

    private static boolean says(String part) {
        Node card = page.root().lookup("#why-stopped");
        return card != null
                && card.isVisible()
                && card.lookupAll(".label").stream()
                        .anyMatch(node ->
                                node instanceof Label label && label.getText().contains(part) && isSeen(label));
    }

    private static boolean isSeen(Node node) {
        return node == null || (node.isVisible() && isSeen(node.getParent()));
    }

    @Test
    void outOfMemoryIsToldWithItsLastSamplesAndTheLimitCanBeRaised() {
        run(
                "while :; do until [ -e /tmp/go ]; do sleep 0.1; done; rm /tmp/go; exec tail /dev/zero; done",
                "--memory",
                "64m");
        show();
        page.await(
                "figures of the run",
                () -> page.session()
                                .stats()
                                .history(inspected("{{.Id}}"), java.time.Instant.EPOCH)
                                .size()
                        > 2);
        assertFalse(Fx.call(StoppedCardTest::isShown));
        // The engine hears of it in one run and misses it in another.
        while (!inspected("{{.State.OOMKilled}}").equals("true")) {
            engine.docker("start", name);
            engine.docker("exec", name, "touch", "/tmp/go");
            awaitEngine("it ended", "{{.State.Status}}", "exited");
        }
        page.await("the card", () -> says("Out of memory"));
        assertTrue(Fx.call(() -> says("The engine set the OOM flag: Linux killed process 1 at the limit of 67.1 MB")));
        assertTrue(Fx.call(() -> says("Exit code 137")));
        assertTrue(Fx.call(() -> says("128 + 9: ended by SIGKILL. The engine recorded no stop or kill request")));
        assertTrue(Fx.call(() -> says("Restart policy: no, so it stays stopped")));
        ActionButton raise = page.find("why-stopped-raise", ActionButton.class);
        assertEquals("Raise limit to 134 MB and start", Fx.call(raise::getText));
        Fx.run(raise::fire);
        awaitEngine("the engine has the new limit", "{{.HostConfig.Memory}} {{.State.Running}}", "134217728 true");
        page.await("the card is gone", () -> !isShown());
    }

    @Test
    void theLastSamplesOfTheRunAreDrawn() {
        run("until [ -e /tmp/go ]; do sleep 0.1; done; exit 9");
        show();
        page.await(
                "figures of the run",
                () -> page.session()
                                .stats()
                                .history(inspected("{{.Id}}"), java.time.Instant.EPOCH)
                                .size()
                        > 2);
        engine.docker("exec", name, "touch", "/tmp/go");
        page.await("the card", () -> says("Exit code 9"));
        assertTrue(page.find("why-stopped-chart", TimeChart.class).isVisible());
        assertTrue(Fx.call(() -> says("B"))); // a size
        assertTrue(Fx.call(() -> says(", the last sample")));
        assertFalse(Fx.call(() -> says("Not recorded")));
    }

    @Test
    void whatNobodyMeasuredIsNotRecordedAndFoldingStays() {
        // A window in sight measures even a container that lives for a moment.
        page.windowVisible(false);
        run("exit 3");
        awaitEngine("it ended", "{{.State.Status}}", "exited");
        page.windowVisible(true);
        String other = name;
        show();
        page.await("the card", () -> says("Exit code 3"));
        assertTrue(Fx.call(() -> says("The program's own code, 0 stands for success")));
        assertTrue(Fx.call(() -> says("Not recorded")));
        assertFalse(page.find("why-stopped-chart", TimeChart.class).isVisible());
        Fx.run(page.find("why-stopped-fold", IconButton.class)::fire);
        assertFalse(Fx.call(() -> says("Exit code 3")));
        assertTrue(Fx.call(() -> says("Why did it stop?")));

        name = other + "-b";
        run("exit 4");
        awaitEngine("it ended", "{{.State.Status}}", "exited");
        show();
        page.await("another card is open", () -> says("Exit code 4"));
        name = other;
        show();
        page.await("the first stayed folded", () -> isShown() && !says("Exit code"));
    }

    @Test
    void aRequestIsNamedWithItsTime() {
        run("sleep 1000");
        engine.docker("kill", name);
        awaitEngine("it ended", "{{.State.Status}}", "exited");
        show();
        page.await("the card", () -> says("Exit code 137"));
        assertTrue(Fx.call(() -> says("The OOM flag is not set. The engine was asked for SIGKILL at ")));
    }

    @Test
    void restartsAndPolicyAreTold() {
        run("echo said; exit 5", "--restart", "on-failure:2");
        awaitEngine("it gave up", "{{.State.Status}} {{.RestartCount}}", "exited 2");
        show();
        page.await("the card", () -> says("Exit code 5"));
        assertTrue(Fx.call(() -> says("Restart policy: on failure, at most 2 times. It had started it again 2 times")));
        // Three runs said something each, and the last line says when it stopped.
        page.awaitEqual("the lines below it", "4 in all", () -> said("log-total"));
        page.awaitEqual("their end", "Stopped, end of the output", () -> said("log-state"));
        assertTrue(Fx.call(() -> page.root().lookup("#log-total").getParent().isVisible()));
        engine.docker("start", name);
        page.await("gone", () -> !page.root().lookup("#log-total").getParent().isVisible());
    }

    private static String said(String id) {
        return page.root().lookup("#" + id) instanceof Label label ? label.getText() : "";
    }

    @Test
    void theLastThreeProbesAreShown() {
        run(
                "until [ -e /tmp/go ]; do sleep 0.1; done; exit 7",
                "--health-cmd",
                "echo no answer; exit 1",
                "--health-interval",
                "500ms");
        awaitEngine("four probes", "{{ge (len .State.Health.Log) 4}}", "true");
        engine.docker("exec", name, "touch", "/tmp/go");
        awaitEngine("it ended", "{{.State.Status}}", "exited");
        show();
        page.await("the card", () -> says("Last health probes"));
        assertEquals(3, Fx.call(() -> page.root().lookupAll(".why-probe").size()));
        assertTrue(Fx.call(() -> says("no answer")));
        assertTrue(Fx.call(() -> says("every 0.5 s, limit 30 s")));
    }

    @Test
    void aGoodEndHasNoCard() {
        run("echo done");
        awaitEngine("it ended", "{{.State.Status}}", "exited");
        show();
        page.await("its page", page::settled);
        assertFalse(Fx.call(StoppedCardTest::isShown));
    }
}
