package io.quayside.desktop.ui.containers.detail.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.chart.TimeChart;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Stats tab in the real window on a real engine.
class StatsTabTest extends OnEngine {
    private static final List<String> CHARTS =
            List.of("stats-cpu", "stats-memory", "stats-network", "stats-disks", "stats-pids");

    @TempDir
    private Path folder;

    private void run(String command, String... options) {
        List<String> words = new ArrayList<>(List.of("run", "-d", "--name", name, "--stop-signal", "KILL"));
        words.addAll(List.of(options));
        words.addAll(List.of(TestImages.BUSYBOX, "sh", "-c", command));
        engine.docker(words.toArray(String[]::new));
    }

    private void show() {
        page.go("container/" + name + "/stats");
        page.await("a processor figure", () -> text("stats-cpu-value").endsWith("%"));
    }

    private static String text(String id) {
        return Fx.call(() -> page.root().lookup("#" + id) instanceof Label label ? label.getText() : "");
    }

    private static TimeChart chart(String id) {
        return page.find(id, TimeChart.class);
    }

    private static boolean hasText(String start) {
        return page.root().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && label.isVisible()
                        && label.getText().startsWith(start));
    }

    private static double percent(String text) {
        return Double.parseDouble(text.replace("%", ""));
    }

    @Test
    void figuresAndLimitsAreThoseOfTheEngine() {
        run("while :; do :; done", "--cpus", "0.5", "--memory", "64m", "--pids-limit", "50");
        show();
        page.await("the limits", () -> hasText("Limit 50%"));
        page.await("the limit of memory", () -> text("stats-memory-detail").equals("of 67.1 MB"));
        assertTrue(Fx.call(() -> hasText("Limit 67.1 MB")));
        assertEquals("of at most 50", text("stats-pids-detail"));
        assertEquals("1", text("stats-pids-value"));
        page.await("half a core is the most it gets", () -> {
            String[] said = engine.docker("stats", "--no-stream", "--format", "{{.CPUPerc}} {{.PIDs}}", name)
                    .strip()
                    .split(" ");
            double engines = percent(said[0]);
            return said[1].equals("1")
                    && engines > 5
                    && Math.abs(percent(text("stats-cpu-value")) - engines) < 25
                    && percent(text("stats-cpu-value")) < 75;
        });
    }

    @Test
    void oneHairlineReadsAllCharts() {
        run("sleep 1000");
        show();
        TimeChart cpu = chart("stats-cpu");
        page.await("two samples", () -> cpu.getAccessibleText().startsWith("CPU, now"));
        Fx.run(cpu::requestFocus);
        page.press(KeyCode.LEFT, "", false, false);
        page.await("read", () -> text("stats-reading").startsWith("Reading at "));
        for (String id : CHARTS) {
            assertTrue(Fx.call(() -> !chart(id).readout().isEmpty()), id);
        }
        assertTrue(Fx.call(() -> cpu.getAccessibleText().contains(" At the mark: ")));
        String now = text("stats-reading");
        page.await("an older sample", () -> {
            page.press(KeyCode.LEFT, "", false, false);
            return !text("stats-reading").equals(now);
        });
        page.press(KeyCode.ESCAPE, "", false, false);
        page.await("no more", () -> text("stats-reading").isEmpty());
        assertEquals("", Fx.call(() -> chart("stats-memory").readout()));
        assertTrue(page.address().startsWith("container/"));
    }

    @Test
    void thePointerReadsToo() {
        run("sleep 1000");
        show();
        TimeChart memory = chart("stats-memory");
        Fx.run(() -> move(memory, MouseEvent.MOUSE_MOVED, 30));
        page.await("where nobody measured", () -> memory.readout().equals("Not measured"));
        Fx.run(() -> move(memory, MouseEvent.MOUSE_EXITED, 30));
        page.await("no more", () -> text("stats-reading").isEmpty());
    }

    private static void move(TimeChart chart, javafx.event.EventType<MouseEvent> type, double x) {
        Bounds bounds = chart.localToScene(chart.getBoundsInLocal());
        chart.fireEvent(new MouseEvent(
                type,
                bounds.getMinX() + x,
                bounds.getMinY() + 40,
                bounds.getMinX() + x,
                bounds.getMinY() + 40,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                null));
    }

    @Test
    void whatIsShownIsWrittenAsCsv() {
        run("while :; do dd if=/dev/zero of=/dev/null bs=1M count=50 2>/dev/null; sleep 0.1; done", "--memory", "64m");
        show();
        Path file = folder.resolve("out.csv");
        page.saveTo(file);
        PageFixture.await(
                "four samples",
                java.time.Duration.ofSeconds(30),
                () -> export(file).size() > 3);
        List<String> lines = lines(file);
        assertEquals(
                "time,cpu_percent_of_one_core,memory_bytes,memory_limit_bytes,network_received_bytes_per_second,"
                        + "network_sent_bytes_per_second,block_read_bytes_per_second,block_written_bytes_per_second,pids,"
                        + "throttled_share",
                lines.getFirst());
        String[] last = lines.getLast().split(",", -1);
        assertEquals(10, last.length);
        assertTrue(Double.parseDouble(last[1]) > 0, lines.getLast());
        assertEquals(String.valueOf(64L << 20), last[3]);
        assertTrue(Long.parseLong(last[2]) > 0 && Long.parseLong(last[2]) < 64L << 20, lines.getLast());
    }

    /// The file is written whole before it has its name, so that nothing is written any more when it is there.
    private List<String> export(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Fx.run(() -> ((Button) page.root().lookup("#stats-export")).fire());
        page.await("the file", () -> Files.exists(file));
        return lines(file);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStopIsAGapWithItsEvents() {
        run("sleep 1000");
        show();
        engine.docker("stop", name);
        page.await("said so", () -> hasText(name + " is stopped."));
        engine.docker("start", name);
        page.await(
                "again", () -> text("stats-cpu-value").endsWith("%") && hasText("Ended") && hasText("Exit code 137"));
        page.await("the start", () -> hasText("Started"));
    }

    @Test
    void outOfMemoryIsMarked() {
        run("sleep 2; tail /dev/zero; sleep 1000", "--memory", "16m", "--memory-swap", "16m");
        show();
        page.await("said so", () -> hasText("Out of memory"));
        page.await("with the limit", () -> hasText("Linux ended a process at the limit of 16.8 MB"));
        assertTrue(Fx.call(
                () -> !chart("stats-memory").lookupAll(".qs-state-glyph").isEmpty()));
    }
}
