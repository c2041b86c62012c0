package io.quayside.desktop.ui.containers.detail.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The output of several containers in one order, in the real window on a real engine.
class TogetherPageTest extends OnEngine {
    private static final AtomicLong NUMBER = new AtomicLong();

    @TempDir
    private Path folder;

    private String project = "";

    @BeforeEach
    void name() {
        project = "together-" + NUMBER.incrementAndGet();
    }

    @AfterEach
    void leave() {
        Fx.run(() -> {
            if (page.root().lookup("#log-find") instanceof TextField field) {
                field.clear();
            }
        });
        page.go("containers");
    }

    private String start(String service, String script, String... options) {
        String name = project + "-" + service;
        List<String> words = new ArrayList<>(List.of("run", "-d", "--init", "--name", name, "--stop-signal", "KILL"));
        words.addAll(List.of("--label", "com.docker.compose.project=" + project));
        words.addAll(List.of("--label", "com.docker.compose.service=" + service));
        words.addAll(List.of(options));
        words.addAll(List.of(TestImages.BUSYBOX, "sh", "-c", script));
        engine.docker(words.toArray(String[]::new));
        return name;
    }

    private static LogCanvas canvas() {
        return (LogCanvas) page.root().lookup("#page-logs #log-canvas");
    }

    private static List<Piece> rows() {
        return canvas() == null ? List.of() : canvas().shown();
    }

    /// Each line with its service in front.
    private static List<String> shown() {
        return rows().stream()
                .map(row -> canvas().service(row.line().number())
                                .map(LogService::name)
                                .orElse("?")
                        + " " + row.text().text())
                .toList();
    }

    private static String said(String id) {
        return page.root().lookup("#page-logs #" + id) instanceof Labeled label ? label.getText() : "";
    }

    private static void press(KeyCode key, boolean shift) {
        Fx.run(() -> canvas().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false)));
    }

    private List<String> expected(String... services) throws IOException, InterruptedException {
        TreeMap<String, String> byTime = new TreeMap<>();
        for (String service : services) {
            Process logs = new ProcessBuilder(
                            "docker", "-H", engine.host(), "logs", "--timestamps", project + "-" + service)
                    .redirectErrorStream(true)
                    .start();
            for (String line : new String(logs.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                byTime.put(line.substring(0, 30) + service, service + line.substring(30));
            }
            logs.waitFor();
        }
        return List.copyOf(byTime.values());
    }

    @Test
    void linesOfAllServicesStandInTheOrderOfTheirTimes() throws IOException, InterruptedException {
        start("api", "for i in $(seq 12); do echo api $i; sleep 0.03; done; sleep 1000");
        start("worker", "for i in $(seq 12); do echo worker $i >&2; sleep 0.04; done; sleep 1000");
        page.go("container/" + project + "-api/logs");
        page.await(
                "its services",
                () -> page.root().lookup("#service-list") instanceof Node list
                        && list.isVisible()
                        && list.lookupAll(".service").size() > 2);
        Fx.run(() -> page.find("logs-together", Button.class).fire());
        page.await("all lines", () -> shown().size() == 24);
        assertEquals("logs/" + project, page.address());
        assertEquals(expected("api", "worker"), Fx.call(TogetherPageTest::shown));
        assertEquals(project, Fx.call(() -> said("together-name")));
        assertEquals("2 of 2 services, ordered by the engine’s time", Fx.call(() -> said("log-order")));
    }

    @Test
    void servicesAndStreamsAreLeftOutByKeyAndByClick() {
        start("api", "echo from api; echo oops >&2; sleep 1000");
        start("worker", "echo from worker; sleep 1000");
        start("zoo", "echo from zoo; sleep 1000");
        page.go("logs/" + project);
        page.await("all lines", () -> shown().size() == 4);
        press(KeyCode.DIGIT1, false);
        page.await(
                "without api", () -> shown().stream().noneMatch(line -> line.startsWith("api")) && shown().size() == 2);
        assertTrue(Fx.call(() -> said("log-order")).startsWith("2 of 3 services"));
        press(KeyCode.DIGIT3, true);
        page.await("only zoo", () -> shown().equals(List.of("zoo from zoo")));
        assertTrue(Fx.call(() -> page.find("log-solo-3", ToggleButton.class).isSelected()));
        press(KeyCode.DIGIT3, true);
        page.await("as before", () -> shown().size() == 2);
        press(KeyCode.DIGIT1, false);
        page.await("all again", () -> shown().size() == 4);
        Fx.run(() -> page.find("log-stream-out", CheckBox.class).fire());
        page.await("errors only", () -> shown().equals(List.of("api oops")));
    }

    @Test
    void findingCopyingAndSavingGoOverAllServices() throws IOException {
        start("api", "for i in $(seq 300); do echo request $i; done; sleep 1000");
        start("worker", "for i in $(seq 300); do echo job $i; done; sleep 1000");
        page.go("logs/" + project);
        page.await("counted", () -> said("log-place").equals("Line 600 of 600"));
        Fx.run(() -> page.find("log-find", TextField.class).setText("77"));
        page.await("found", () -> said("log-count").equals("6 matches"));
        Fx.run(() -> page.root().lookupAll("#page-logs .toggle-button").stream()
                .filter(node -> "Matches, Only matches".equals(node.getAccessibleText()))
                .forEach(node -> ((ToggleButton) node).fire()));
        page.await("only those", () -> shown().size() == 6);
        assertTrue(Fx.call(() -> shown()).containsAll(List.of("api request 77", "worker job 277")));
        Fx.run(() -> {
            canvas().requestFocus();
            canvas().selectAll();
        });
        page.press(KeyCode.C, "c", true, false);
        page.await(
                "copied",
                () -> Clipboard.getSystemClipboard().hasString()
                        && Clipboard.getSystemClipboard().getString().contains("worker | job 177"));
        assertEquals(
                6,
                Fx.call(() -> Clipboard.getSystemClipboard().getString().lines().count()));
        Path file = folder.resolve("all.log");
        page.saveTo(file);
        Fx.run(() -> page.root().lookupAll("#page-logs .button").stream()
                .filter(node -> "Save as…".equals(node.getAccessibleText()))
                .forEach(node -> ((Button) node).fire()));
        PageFixture.await("saved", Duration.ofSeconds(60), () -> {
            try {
                return Files.exists(file) && Files.readAllLines(file).size() == 600;
            } catch (IOException e) {
                return false;
            }
        });
        assertTrue(Files.readAllLines(file).contains("worker | job 300"));
    }

    @Test
    void whatHappensToAContainerStandsAmongItsLines() {
        String api = start(
                "api",
                "echo up; until [ -e /tmp/go ]; do sleep 0.1; done; rm /tmp/go; exit 3",
                "--restart",
                "on-failure",
                "--health-cmd",
                "[ ! -e /tmp/sick ]",
                "--health-interval",
                "1s",
                "--health-retries",
                "1");
        start("worker", "echo steady; sleep 1000");
        page.go("logs/" + project);
        page.await("both", () -> shown().containsAll(List.of("api up", "worker steady")));
        engine.docker("exec", api, "touch", "/tmp/sick"); // not before somebody listens
        page.await("its health", () -> shown().contains("api health check failed, now unhealthy"));
        engine.docker("exec", api, "touch", "/tmp/go");
        page.await(
                "a mark between the runs",
                () -> shown().stream().filter("api up"::equals).count() > 1
                        && shown().stream()
                                .anyMatch(line -> line.matches("api restarted \\d\\d:\\d\\d:\\d\\d, exit code 3")));
        List<String> now = Fx.call(TogetherPageTest::shown);
        int mark = now.stream()
                .filter(line -> line.startsWith("api restarted"))
                .mapToInt(now::indexOf)
                .min()
                .orElseThrow();
        assertEquals("api up", now.get(mark + 1), "the mark stands right in front of what the next run prints");
        assertEquals(1, now.subList(0, mark).stream().filter("api up"::equals).count());
    }

    @Test
    void aContainerThatComesLaterJoins() {
        start("api", "echo first; sleep 1000");
        page.go("logs/" + project);
        page.await("one", () -> shown().equals(List.of("api first")));
        start("worker", "echo second; sleep 1000");
        page.await("two", () -> shown().equals(List.of("api first", "worker second")));
    }

    @Test
    void aLongLogIsShownByItsEndAtFirstAndThenWhole() {
        String api = start("api", "seq 20000");
        engine.docker("wait", api);
        start("worker", "echo last of all; sleep 1000");
        page.go("logs/" + project);
        page.await("whole", () -> said("log-place").endsWith(" of 20,002"));
        page.await("the end", () -> shown().getLast().equals("worker last of all"));
        Fx.run(() -> canvas().requestFocus());
        page.press(KeyCode.HOME, "", false, false);
        page.await("the first line", () -> shown().getFirst().equals("api 1"));
    }

    @Test
    void whatOthersWaitForStandsBeforeThem() {
        start("api", "echo from api; sleep 1000", "--label", "com.docker.compose.depends_on=db:service_started:false");
        start("db", "echo from db; sleep 1000");
        page.go("logs/" + project);
        page.await("both", () -> shown().size() == 2);
        press(KeyCode.DIGIT1, true);
        page.await("the first alone", () -> shown().equals(List.of("db from db")));
    }

    @Test
    void outOfMemoryStandsAmongTheLines() {
        String api = start(
                "api",
                "echo up; until [ -e /tmp/go ]; do sleep 0.1; done; rm /tmp/go; exec tail /dev/zero",
                "--memory",
                "64m");
        page.go("logs/" + project);
        page.await("its line", () -> shown().equals(List.of("api up")));
        // The engine hears of it in one run and misses it in another.
        for (int runs = 1; shown("api out of memory") == 0; runs++) {
            int ended = runs;
            engine.docker("exec", api, "touch", "/tmp/go");
            page.await("its end", () -> shown("api stopped .*") == ended);
            engine.docker("start", api);
            page.await("its next run", () -> shown("api up") == ended + 1);
        }
    }

    private static long shown(String pattern) {
        return Fx.call(
                () -> shown().stream().filter(line -> line.matches(pattern)).count());
    }

    @Test
    void aProjectThatIsNotThereIsSaid() {
        page.go("logs/" + project);
        page.await(
                "said so",
                () -> page.root().lookupAll("#page-logs .label").stream()
                        .anyMatch(node -> node instanceof Labeled label
                                && label.getText().equals("There is no project " + project + ".")));
    }

    @Test
    void checkedContainersAreShownTogetherFromTheBulkBar() {
        start("api", "echo from api; sleep 1000");
        start("worker", "echo from worker; sleep 1000");
        page.await(
                "their rows",
                () -> page.model().allRows().stream()
                                .filter(row -> row.line().name().startsWith(project + "-"))
                                .count()
                        == 2);
        Fx.run(() -> page.model()
                .selection()
                .setChecked(
                        page.model().allRows().stream()
                                .filter(row -> row.line().name().startsWith(project + "-"))
                                .map(row -> row.id())
                                .toList(),
                        true));
        page.await("the bar", () -> together() != null);
        Fx.run(() -> {
            Button button = together();
            if (button != null) {
                button.fire();
            }
        });
        page.await("both", () -> shown().containsAll(List.of("api from api", "worker from worker")));
        assertEquals("2 containers", Fx.call(() -> said("together-name")));
        Fx.run(() -> page.model().selection().clear());
    }

    private static @Nullable Button together() {
        return page.root().lookupAll("#page-containers .button").stream()
                .filter(node -> "Logs together".equals(node.getAccessibleText()))
                .map(Button.class::cast)
                .findFirst()
                .orElse(null);
    }
}
