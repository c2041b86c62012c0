package io.quayside.desktop.ui.containers.detail.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What depends on how an engine tells times and events, on every kind of engine.
@ParameterizedClass
@EnumSource(EngineKind.class)
class LogsOnEachEngineTest {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final EngineKind kind;
    private final TestEngine engine;
    private PageFixture page;

    LogsOnEachEngineTest(EngineKind kind) {
        this.kind = kind;
        engine = TestEngines.shared(kind);
        TestImages.ensure(engine);
    }

    @BeforeEach
    void open() {
        page = PageFixture.open(engine.socket());
    }

    @AfterEach
    void close() {
        page.close();
        engine.removeContainers();
    }

    private void run(String service, String script) {
        engine.docker(
                "run",
                "-d",
                "--name",
                "each-" + service,
                "--stop-signal",
                "KILL",
                "--label",
                "com.docker.compose.project=each",
                "--label",
                "com.docker.compose.service=" + service,
                TestImages.BUSYBOX,
                "sh",
                "-c",
                script);
    }

    private List<String> shown(String page) {
        return canvas(page) == null
                ? List.of()
                : canvas(page).shown().stream()
                        .map(row -> canvas(page)
                                        .service(row.line().number())
                                        .map(service -> service.name() + " ")
                                        .orElse("")
                                + row.text().text())
                        .toList();
    }

    private LogCanvas canvas(String id) {
        return (LogCanvas) page.root().lookup(id + " #log-canvas");
    }

    @Test
    void aSpanHasWhatWasPrintedInIt() {
        String one = "#page-container";
        run("api", "echo one; sleep 2.2; echo two; sleep 2.2; echo three; sleep 1000");
        page.go("container/each-api/logs");
        page.awaitEqual("all", List.of("one", "two", "three"), () -> shown(one));
        long nanos = Fx.call(() -> canvas(one).shown().get(1).line().timeNanos());
        String words = SECOND.format(
                LocalDateTime.ofInstant(Instant.ofEpochSecond(nanos / 1_000_000_000), ZoneId.systemDefault()));
        between(words, "");
        page.awaitEqual("since then", List.of("two", "three"), () -> shown(one));
        between(words, words);
        page.awaitEqual("in that second", List.of("two"), () -> shown(one));
        between("", words);
        page.awaitEqual("until then", List.of("one", "two"), () -> shown(one));
    }

    private void between(String from, String to) {
        Fx.run(() -> {
            page.find("log-since", MenuButton.class).getItems().getLast().fire();
            page.find("log-from", TextField.class).setText(from);
            page.find("log-to", TextField.class).setText(to);
            page.find("log-to", TextField.class).requestFocus();
        });
        page.press(KeyCode.ENTER, "\r", false, false);
    }

    /// Podman tells the time of a line in whole seconds, so that nobody knows the order within one.
    private static void nextSecond() {
        long now = Instant.now().getEpochSecond();
        PageFixture.await(
                "the next second", Duration.ofSeconds(5), () -> Instant.now().getEpochSecond() > now);
    }

    @Test
    void outputStandsTogetherWithWhatHappened() {
        String many = "#page-logs";
        run("worker", "echo early; until [ -e /tmp/go ]; do sleep 0.1; done; echo late >&2; sleep 1000");
        // The time of a line is when the engine read it, which may be after the next container's first.
        page.await(
                "the first line has its time",
                () -> engine.docker("logs", "each-worker").contains("early"));
        nextSecond();
        run("api", "echo up; sleep 1000");
        page.go("logs/each");
        page.awaitEqual("two lines", List.of("worker early", "api up"), () -> shown(many));
        nextSecond();
        engine.docker("exec", "each-worker", "touch", "/tmp/go");
        page.awaitEqual("all lines", List.of("worker early", "api up", "worker late"), () -> shown(many));
        engine.docker("pause", "each-api");
        page.await("paused", () -> shown(many).getLast().equals("api paused"));
        engine.docker("unpause", "each-api");
        page.await("resumed", () -> shown(many).getLast().equals("api resumed"));
        engine.docker("restart", "--time", "0", "each-api");
        page.await(
                "the next run",
                () -> shown(many).stream().filter("api up"::equals).count() == 2);
        String mark = "api restarted \\d\\d:\\d\\d:\\d\\d, exit code 137";
        page.await("a mark", () -> shown(many).stream().anyMatch(line -> line.matches(mark)));
        List<String> now = Fx.call(() -> shown(many));
        assertEquals(List.of("worker early", "api up", "worker late", "api paused", "api resumed"), now.subList(0, 5));
        if (kind.isDocker()) {
            // Podman may tell of the end only after the next run has printed.
            assertTrue(now.get(5).matches(mark), now.toString());
            assertEquals("api up", now.get(6));
        }
    }
}
