package io.quayside.desktop.ui.containers.detail.logs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a container prints to harm the window that shows it, in the real window on a real engine.
class HostileLogsTest {
    private static final String NAME = "hostile-logs";
    /// Bytes of which no two kinds can be confused: each line begins with its name.
    private static final String SCRIPT = "printf 'colour \\033[31mred\\033[0m plain\\n';"
            + " printf 'progress 10%%\\r20%%\\r30%%\\n';"
            + " printf 'nul \\000 end\\n';"
            + " printf 'invalid \\377\\376 end\\n';"
            + " printf 'bidi \\342\\200\\256txt.exe\\n';"
            + " printf '{\"level\":\"info\",\"user\":{\"id\":7}}\\n';"
            + " head -c 1000000 /dev/zero | tr '\\0' 'x'; printf ' needle\\n';"
            + " printf 'no final newline'";

    private static TestEngine engine;
    private static PageFixture page;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        engine.docker("run", "-d", "--init", "--name", NAME, TestImages.BUSYBOX, "sh", "-c", SCRIPT);
        engine.docker("wait", NAME);
        page = PageFixture.open(engine.socket());
        page.go("container/" + NAME + "/logs");
        page.await(
                "its last line, and the mark that it ended below it, which comes later",
                () -> isMarkedBelow("no final newline"));
    }

    /// Whether the last row but one says this.
    private static boolean isMarkedBelow(String text) {
        List<String> texts = texts();
        return texts.size() > 1 && texts.get(texts.size() - 2).equals(text);
    }

    @AfterAll
    static void close() {
        page.close();
        engine.removeContainers();
    }

    private static LogCanvas canvas() {
        return (LogCanvas) page.root().lookup("#log-canvas");
    }

    private static List<Piece> rows() {
        return canvas() == null ? List.of() : canvas().shown();
    }

    private static Piece row(String start) {
        return Fx.call(() -> rows().stream()
                .filter(piece -> piece.text().text().startsWith(start))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void nothingOfItMovesOrTurnsAnything() {
        assertEquals("colour red plain", row("colour").text().text());
        assertEquals(
                new LogText.Run(7, 10, 1, false), row("colour").text().runs().get(1));
        assertEquals("progress 10%␍20%␍30%", row("progress").text().text());
        assertEquals("nul ␀ end", row("nul").text().text());
        assertEquals("invalid \uFFFD\uFFFD end", row("invalid").text().text());
        assertEquals("bidi \uFFFDtxt.exe", row("bidi").text().text());
        assertTrue(row("xxx").text().text().length() < 20_000, "only the start of a line of a megabyte is taken");
    }

    @Test
    void theSavedFileHasTheBytesThatWerePrinted() throws IOException, InterruptedException {
        Path ours = folder.resolve("ours.log");
        Path theirs = folder.resolve("theirs.log");
        Process docker = new ProcessBuilder("docker", "-H", engine.host(), "logs", NAME)
                .redirectOutput(theirs.toFile())
                .start();
        assertEquals(0, docker.waitFor());
        page.saveTo(ours);
        Fx.run(() -> page.root().lookupAll(".button").stream()
                .filter(node -> node instanceof IconButton && "Save as…".equals(node.getAccessibleText()))
                .map(IconButton.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        byte[] expected = Files.readAllBytes(theirs);
        PageFixture.await("saved", Duration.ofSeconds(60), () -> ours.toFile().length() >= expected.length);
        assertArrayEquals(expected, Files.readAllBytes(ours));
    }

    @Test
    void aWordBehindAMegabyteOfOneLineIsFound() {
        Fx.run(() -> page.find("log-find", TextField.class).setText("NEEDLE"));
        page.await(
                "counted",
                () -> page.root().lookup("#log-count") instanceof javafx.scene.control.Label count
                        && count.getText().equals("1 match"));
        Fx.run(() -> page.find("log-find", TextField.class).setText(""));
    }

    @Test
    void aLineOfJsonFoldsOutAndInByClickAndByKey() {
        click("{\"level\"");
        page.await("folded out", () -> texts().contains("    \"id\" : 7"));
        Fx.run(() -> canvas().requestFocus());
        page.press(KeyCode.ENTER, "\r", false, false);
        page.await("folded in", () -> !texts().contains("    \"id\" : 7"));
        page.press(KeyCode.END, "", false, false);
        page.await("at the end", () -> texts().contains("no final newline"));
    }

    @Test
    void aWrappedLineCanBeReadRowByRow() {
        Fx.run(() -> wrap().fire());
        Fx.run(() -> canvas().requestFocus());
        page.press(KeyCode.END, "", false, false);
        // Not what was shown before the rows were arranged anew from the end.
        page.await(
                "wrapped, at its end",
                () -> rows().stream().anyMatch(piece -> piece.kind() == Piece.Kind.REST)
                        && isMarkedBelow("no final newline"));
        Place end = top();
        page.press(KeyCode.UP, "", false, false);
        page.await("a row up", () -> top().isAbove(end));
        page.press(KeyCode.DOWN, "", false, false);
        page.await("and back", () -> top().equals(end));
        Fx.run(() -> wrap().fire());
        page.press(KeyCode.END, "", false, false);
        page.await("one row each", () -> rows().stream().allMatch(piece -> piece.kind() == Piece.Kind.START));
    }

    /// Where the first row shown begins.
    private record Place(long line, int from) {
        boolean isAbove(Place other) {
            return line < other.line || (line == other.line && from < other.from);
        }
    }

    private static Place top() {
        return Fx.call(() -> {
            Piece first = rows().getFirst();
            return new Place(first.line().number(), first.from());
        });
    }

    private static ToggleButton wrap() {
        return (ToggleButton) page.root().lookupAll(".toggle-button").stream()
                .filter(node -> "Wrap long lines".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts() {
        return rows().stream().map(piece -> piece.text().text()).toList();
    }

    private static void click(String start) {
        Fx.run(() -> {
            int index = 0;
            while (!rows().get(index).text().text().startsWith(start)) {
                index++;
            }
            double y = LogPainter.TOP + (index + 0.5) * canvas().row();
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                Mouse.fire(type, canvas(), 300, y, 1);
            }
        });
    }
}
