package io.quayside.desktop.ui.containers.detail.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;

/// The Logs tab in the real window on a real engine.
class LogsTabTest extends OnEngine {
    private void run(String script, String... options) {
        start(script, options);
        page.go("container/" + name + "/logs");
    }

    private void start(String script, String... options) {
        List<String> words = new ArrayList<>(List.of("run", "-d", "--init", "--name", name, "--stop-signal", "KILL"));
        words.addAll(List.of(options));
        words.addAll(List.of(TestImages.BUSYBOX, "sh", "-c", script));
        engine.docker(words.toArray(String[]::new));
    }

    private static LogCanvas canvas() {
        return (LogCanvas) page.root().lookup("#log-canvas");
    }

    private static List<String> shown() {
        return canvas() == null
                ? List.of()
                : canvas().shown().stream().map(piece -> piece.text().text()).toList();
    }

    private static String said(String id) {
        return page.root().lookup("#" + id) instanceof Labeled label ? label.getText() : "";
    }

    private static void type(String text) {
        Fx.run(() -> page.find("log-find", TextField.class).setText(text));
    }

    private static void wheel(double delta) {
        Fx.run(() -> canvas().fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                50,
                50,
                50,
                50,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null)));
    }

    @Test
    void theEndIsShownFirstAndWhatComesFollows() {
        run("if [ -e /tmp/ran ]; then echo again; else touch /tmp/ran; seq 5000; fi; sleep 1000");
        page.await(
                "the last line", () -> !shown().isEmpty() && shown().getLast().equals("5000"));
        page.await("counted", () -> said("log-place").contains("of 5,000"));
        // After a quick restart the engine may go on with the same stream; this one ends.
        engine.docker("stop", name);
        page.await("stopped", () -> shown().getLast().matches("stopped \\d\\d:\\d\\d:\\d\\d, exit code 137"));
        engine.docker("start", name);
        page.await("marked", () -> shown().stream().anyMatch(line -> line.startsWith("restarted ")));
        page.await("the second run", () -> said("log-place").contains("of 5,003"));
        assertEquals("again", Fx.call(() -> shown().getLast()));
        assertEquals("Following", Fx.call(() -> said("log-state")));
    }

    @Test
    void scrollingUpStopsFollowingAndEndGoesOn() {
        run("seq 1000; until [ -e /tmp/go ]; do sleep 0.1; done; echo one; echo two; sleep 1000");
        page.await(
                "the last line", () -> !shown().isEmpty() && shown().getLast().equals("1000"));
        wheel(40);
        page.await("stopped", () -> said("log-state").startsWith("Not following"));
        String top = Fx.call(() -> shown().getFirst());
        engine.docker("exec", name, "touch", "/tmp/go");
        page.await("counted", () -> said("log-follow").equals("2 new lines. Follow"));
        assertEquals(top, Fx.call(() -> shown().getFirst()), "the view stands still");
        Fx.run(() -> canvas().requestFocus());
        page.press(KeyCode.END, "", false, false);
        page.await("at the end", () -> shown().getLast().equals("two"));
        assertFalse(Fx.call(() -> page.root().lookup("#log-follow").isVisible()));
    }

    @Test
    void findCountsGoesAndLeavesOnlyMatches() {
        run("seq 20000; sleep 1000");
        page.await(
                "the last line", () -> !shown().isEmpty() && shown().getLast().equals("20000"));
        type("1777");
        page.await("counted", () -> said("log-count").equals("12 matches"));
        Fx.run(() -> page.find("log-find", TextField.class).requestFocus());
        page.press(KeyCode.ENTER, "\r", false, false);
        page.await("in view", () -> shown().contains("1777"));
        page.await("placed", () -> said("log-count").equals("1 of 12"));
        toggle("Matches, Only matches");
        page.await("only those", () -> shown().size() == 12 && shown().contains("11777") && shown().contains("17779"));
        toggle("Regular expression");
        type("^1777[0-3]$");
        page.await("the expression", () -> shown().equals(List.of("17770", "17771", "17772", "17773")));
        toggle("Regular expression");
        toggle("Matches, Highlight");
        type("");
        page.await("all of them", () -> shown().size() > 12);
    }

    private static void step(boolean back) {
        Fx.run(() -> page.find("log-find", TextField.class)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "\r", "\r", KeyCode.ENTER, back, false, false, false)));
    }

    private static void toggle(String accessibleName) {
        Fx.run(() -> {
            for (Node node : page.root().lookupAll(".toggle-button")) {
                if (node instanceof ToggleButton button && accessibleName.equals(button.getAccessibleText())) {
                    button.fire();
                }
            }
        });
    }

    @Test
    void aSelectionOutlivesScrollingAndIsCopiedAsText() {
        run("printf '\\033[31mfirst\\033[0m line\\n'; seq 2 500; sleep 1000");
        page.await(
                "the last line", () -> !shown().isEmpty() && shown().getLast().equals("500"));
        // Until all was read, the first line that is known is another.
        page.await("counted", () -> said("log-place").contains("of 500"));
        Fx.run(() -> canvas().requestFocus());
        page.press(KeyCode.HOME, "", false, false);
        page.await("the first", () -> shown().getFirst().equals("first line"));
        mouse(MouseEvent.MOUSE_PRESSED, LogPainter.TOP + 5, 1, 0);
        wheel(-4000);
        page.await("further down", () -> !shown().getFirst().equals("first line"));
        int to = Fx.call(() -> Integer.parseInt(shown().getFirst()));
        mouse(MouseEvent.MOUSE_DRAGGED, LogPainter.TOP + 5, 0, 1000);
        page.press(KeyCode.C, "c", true, false);
        page.await(
                "copied",
                () -> Clipboard.getSystemClipboard().hasString()
                        && Clipboard.getSystemClipboard().getString().startsWith("first line\n2\n3\n"));
        assertTrue(Fx.call(() -> Clipboard.getSystemClipboard().getString().endsWith("\n" + to)));
    }

    private static void mouse(javafx.event.EventType<MouseEvent> type, double y, int clicks, double x) {
        Fx.run(() -> Mouse.fire(type, canvas(), x, y, clicks));
    }

    @Test
    void whatCantBeReadSaysWhere() {
        run("echo unheard; sleep 1000", "--log-driver", "none");
        page.await(
                "said so", () -> said("log-empty").equals("This container logs to “none”, which can’t be read back."));
    }

    @Test
    void theLinesOfALongLogHaveTheirNumbersWhenAllOfItWasRead() {
        start("seq 30000");
        engine.docker("wait", name);
        page.go("container/" + name + "/logs");
        page.await("its end", () -> shown().contains("30000"));
        // One of them says when it stopped.
        page.await("numbered", () -> said("log-place").contains("to 30,001 of 30,001"));
        assertTrue(Fx.call(() -> shown().getLast()).startsWith("stopped "));
        assertTrue(Fx.call(() -> shown().getLast()).endsWith(", exit code 0"));
        wheel(40);
        page.awaitEqual("scrolled up", "Stopped, you scrolled up", () -> said("log-state"));
        assertEquals(
                Fx.call(() -> canvas().shown().getFirst().line().number() + 1 + ""), Fx.call(() -> shown().getFirst()));
    }

    @Test
    void nothingPrintedIsSaid() {
        run("sleep 1000");
        page.await(
                "said so",
                () -> page.root().lookup("#log-empty") instanceof Label label
                        && label.isVisible()
                        && label.getText().equals("No output yet."));
    }

    @Test
    void theOutputOfADeletedContainerStaysReadable() {
        run("echo kept; sleep 1000");
        page.await("printed", () -> shown().contains("kept"));
        engine.docker("rm", "-f", name);
        page.await("said so", () -> page.root().lookup("#deleted-strip") != null);
        page.awaitEqual("the end", "Deleted, end of the output", () -> said("log-state"));
        Instant later = Instant.now().plusSeconds(3);
        page.await("nobody asks for more", () -> Instant.now().isAfter(later));
        assertTrue(Fx.call(() -> shown().contains("kept")));
        assertEquals(0, Fx.call(() -> page.root().lookupAll(".why").size()));
    }

    @Test
    void aSpanOfOnesOwnLeavesOutWhatIsBeforeAndAfterIt() {
        run("echo one; sleep 2.2; date '+%H:%M:%S %F'; sleep 2.2; echo three; sleep 1000");
        page.await("all", () -> shown().size() == 3 && shown().getLast().equals("three"));
        long nanos = Fx.call(() -> canvas().shown().get(1).line().timeNanos());
        LocalDateTime time =
                LocalDateTime.ofInstant(Instant.ofEpochSecond(nanos / 1_000_000_000), ZoneId.systemDefault());
        String words =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).format(time);
        Fx.run(() -> {
            var items = page.find("log-since", MenuButton.class).getItems();
            items.getLast().fire();
            page.find("log-from", TextField.class).setText(words);
            page.find("log-to", TextField.class).setText("no time");
            page.find("log-from", TextField.class).requestFocus();
        });
        page.press(KeyCode.ENTER, "\r", false, false);
        assertEquals(3, Fx.call(() -> shown().size()), "an end that is no time changes nothing");
        Fx.run(() -> page.find("log-to", TextField.class).setText(words));
        page.press(KeyCode.ENTER, "\r", false, false);
        page.await(
                "what was printed in that second",
                () -> shown().size() == 1 && shown().getFirst().contains(":"));
        assertEquals("Since: " + words, Fx.call(() -> said("log-since")));
    }

    @Test
    void stepsGoFromMatchToMatchAlsoOnOneLine() {
        run("echo time after time; echo no; echo last time; sleep 1000");
        page.await("all", () -> shown().size() == 3);
        type("time");
        page.await("counted", () -> said("log-count").equals("3 matches"));
        Fx.run(() -> page.find("log-find", TextField.class).requestFocus());
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            step(i > 3);
            places.add(Fx.call(() -> canvas().hit() + "/" + canvas().hitPart() + ", " + said("log-count")));
        }
        assertEquals(
                List.of("0/0, 1 of 3", "0/1, 2 of 3", "2/0, 3 of 3", "0/0, 1 of 3", "2/0, 3 of 3", "0/1, 2 of 3"),
                places);
        type("");
    }

    @Test
    void theTextSizeOfTheSettingsAppliesToLines() {
        run("seq 100; sleep 1000");
        page.await(
                "the last line", () -> !shown().isEmpty() && shown().getLast().equals("100"));
        assertEquals(20, Fx.call(() -> canvas().row()));
        int before = Fx.call(() -> shown().size());
        page.appearance(look -> look.withLogFontSize(18));
        page.await("larger", () -> canvas().row() == 30 && shown().size() < before);
        page.appearance(look -> look.withLogFontSize(12));
        page.await("as before", () -> canvas().row() == 20 && shown().size() == before);
    }

    @Test
    void homeBeforeAllWasReadStaysAtTheTrueFirstLine() {
        start("seq 200000; sleep 1000");
        PageFixture.await(
                "printed",
                Duration.ofSeconds(60),
                () -> engine.docker("logs", "--tail", "1", name).strip().equals("200000"));
        page.go("container/" + name + "/logs");
        page.await("its end", () -> shown().contains("200000"));
        Fx.run(() -> canvas().requestFocus());
        page.press(KeyCode.HOME, "", false, false);
        page.await(
                "the first line of all",
                () -> !shown().isEmpty() && shown().getFirst().equals("1"));
        page.await("all of it", () -> said("log-place").contains("of 200,000"));
        assertEquals("1", Fx.call(() -> shown().getFirst()));
    }

    @Test
    void aRestartThatTheOutputDoesNotEndForIsMarkedBetweenTheRuns() {
        run("echo run; sleep 1000");
        page.await("the first run", () -> shown().equals(List.of("run")));
        for (int runs = 2; runs < 5; runs++) {
            int count = runs;
            engine.docker("restart", "--time", "0", name);
            page.await(
                    "run " + runs, () -> shown().stream().filter("run"::equals).count() == count);
        }
        List<String> now = Fx.call(LogsTabTest::shown);
        for (int i = 0; i < now.size(); i++) {
            String wanted = i % 2 == 0 ? "run" : "restarted \\d\\d:\\d\\d:\\d\\d, exit code 137";
            assertTrue(now.get(i).matches(wanted), now.toString());
        }
    }
}
