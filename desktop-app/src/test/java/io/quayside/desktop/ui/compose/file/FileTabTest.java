package io.quayside.desktop.ui.compose.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.compose.TabWindow;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestCompose;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a project are edited; Docker Compose, the schema and the disk all have their say.
class FileTabTest {
    private static final String GOOD = "services:\n  web:\n    image: busybox\n    ports: [\"80\"]\n";

    private static PageFixture page;
    private static TabWindow window;

    @TempDir
    Path folder;

    private FileTab tab;
    private Path file;
    private final List<String> located = new ArrayList<>();

    @BeforeAll
    static void start() {
        TestEngine engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        page = PageFixture.open(engine.socket());
        window = new TabWindow(page);
    }

    @AfterAll
    static void end() {
        window.close();
        page.close();
    }

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("compose.yaml");
        Files.writeString(file, GOOD);
        tab = window.open(
                shell -> new FileTab(window.parts(), shell, window.compose(TestCompose.NEWEST, Map.of())),
                FileTab::node);
    }

    @AfterEach
    void leave() {
        Fx.run(tab::leave);
    }

    private void show() {
        page.await("the engine", () -> page.session().engine().isPresent());
        Fx.run(() -> {
            tab.onLocate(() -> located.add("asked"));
            tab.show(ComposeSource.of(file), Optional.of("shop"));
            tab.enter();
        });
        page.awaitEqual("the text", Optional.of(true), () -> Optional.of(!text().isEmpty()));
        told("Docker Compose reads 1 service.");
    }

    private CodeArea area() {
        return (CodeArea) window.find("compose-file-text");
    }

    private String text() {
        return Fx.call(() -> area().getText());
    }

    private void type(String from, String to) {
        Fx.run(() -> {
            int at = area().getText().indexOf(from);
            area().replaceText(at, at + from.length(), to);
        });
    }

    private void told(String words) {
        page.awaitEqual("what Docker Compose makes of it", List.of(words), () -> window.texts("compose-file-told"));
    }

    private void problems(String... words) {
        page.awaitEqual(
                "the problems",
                List.of(words),
                () -> window.texts("compose-file-problems").stream()
                        .filter(text -> !text.startsWith("Change to"))
                        .toList());
    }

    private void disk(String words) {
        page.awaitEqual("what is said of the disk", words, () -> String.join("|", window.texts("compose-file-disk")));
    }

    private void key(KeyCode code, boolean control) {
        Fx.run(() -> {
            Node at = area();
            String letter = code.isLetterKey() ? code.getName().toLowerCase(java.util.Locale.ROOT) : "";
            at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, letter, letter, code, false, control, false, false));
            if (!letter.isEmpty() && !control) {
                at.fireEvent(
                        new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
            }
        });
    }

    @Test
    void whatIsTypedWrongIsSaidAtItsLineMendedAndSaved() throws Exception {
        show();
        problems();
        type("ports:", "port:");
        problems("Line 4: “port” is not a service key. Did you mean “ports”?");
        page.awaitEqual("the unsaved lines", List.of("1 line not saved"), () -> window.texts("compose-file-unsaved"));
        assertFalse(Fx.call(() -> tab.unsaved().isEmpty()));
        assertEquals(GOOD, Files.readString(file));

        key(KeyCode.S, true);
        told("Docker Compose can't use it.");
        page.await(
                "Docker Compose's own words",
                () -> window.texts("compose-file-problems").stream()
                        .anyMatch(text -> text.startsWith("Docker Compose says: ") && text.contains("port")));

        window.pressLabelled("Change to “ports”");
        page.awaitEqual("the mended text", GOOD, this::text);
        problems();
        key(KeyCode.S, true);
        told("Docker Compose reads 1 service.");
        assertEquals(GOOD, Files.readString(file));
        assertEquals(List.of(), Fx.call(tab::unsaved));
        problems();
    }

    @Test
    void brokenYamlHasItsLineFromBoth() throws Exception {
        show();
        type("ports: [\"80\"]", "ports: [\"80\"");
        page.await("a problem", () -> !window.texts("compose-file-problems").isEmpty());
        window.press("compose-file-save");
        told("Docker Compose can't use it.");
        assertTrue(
                window.texts("compose-file-problems").stream()
                        .anyMatch(text -> text.matches("Line \\d: Docker Compose says: .*yaml: .*")),
                () -> window.texts("compose-file-problems").toString());
    }

    /// Another program writes the file, at once as editors do.
    private void other(String text) throws Exception {
        Path fresh = Files.writeString(folder.resolve("fresh"), text);
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void changeByAnotherProgramIsShownUnlessSomethingWasTyped() throws Exception {
        show();
        other(GOOD.replace("busybox", "alpine"));
        disk("compose.yaml was changed by another program. This is the new text.");
        page.awaitEqual("the new text", GOOD.replace("busybox", "alpine"), this::text);
        assertTrue(window.announced().contains("compose.yaml was changed by another program and is shown anew"));

        type("alpine", "mine");
        disk("");
        other(GOOD.replace("busybox", "theirs"));
        disk("compose.yaml was changed by another program while you edited it.|Keep my text|Show the other text");
        key(KeyCode.S, true);
        assertEquals(GOOD.replace("busybox", "theirs"), Files.readString(file));

        window.pressLabelled("Keep my text");
        disk("");
        key(KeyCode.S, true);
        page.await("it is saved", () -> tab.unsaved().isEmpty());
        assertEquals(GOOD.replace("busybox", "mine"), Files.readString(file));

        type("mine", "other");
        other(GOOD.replace("busybox", "again"));
        window.pressLabelled("Show the other text");
        page.awaitEqual("their text", GOOD.replace("busybox", "again"), this::text);
        assertEquals(List.of(), Fx.call(tab::unsaved));
    }

    @Test
    void fileThatIsGoneCanBeLocatedOrMadeAgain() throws Exception {
        show();
        Files.delete(file);
        disk("compose.yaml is no longer at " + folder + ". The containers still run and can be stopped.|Locate…");
        window.press("compose-file-locate");
        assertEquals(List.of("asked"), located);
        assertEquals(GOOD, text());

        window.press("compose-file-save");
        disk("");
        assertEquals(GOOD, Files.readString(file));
    }

    @Test
    void allFilesOfTheProjectAreThereAndWhatWasTypedIsKept() throws Exception {
        Files.writeString(file, "include: [more/db.yaml]\n" + GOOD + "    env_file: web.env\n");
        Files.createDirectory(folder.resolve("more"));
        Files.writeString(folder.resolve("more/db.yaml"), "services: {db: {image: redis}}\n");
        Files.writeString(folder.resolve("web.env"), "A=b\n");
        Files.writeString(folder.resolve(".env"), "WORD=one\n");
        Fx.run(() -> {
            tab.show(ComposeSource.of(file), Optional.empty());
            tab.enter();
        });
        ComboBox<?> choice = (ComboBox<?>) window.find("compose-file-choice");
        page.awaitEqual(
                "the files",
                List.of(file, folder.resolve("more/db.yaml"), folder.resolve(".env"), folder.resolve("web.env")),
                () -> List.copyOf(choice.getItems()));
        page.await("the text", () -> text().startsWith("include"));
        type("busybox", "typed");

        Fx.run(() -> choice.getSelectionModel().select(2));
        page.awaitEqual("the variables", "WORD=one\n", this::text);
        type("one", "two");
        window.press("compose-file-save");
        page.await("it is saved", () -> read(folder.resolve(".env")).equals("WORD=two\n"));
        assertFalse(Fx.call(() -> tab.unsaved().isEmpty()), "the compose file's text");

        Fx.run(() -> choice.getSelectionModel().select(0));
        page.await("what was typed", () -> text().contains("image: typed"));
        window.press("compose-file-discard");
        page.await("the text of the file", () -> text().contains("image: busybox"));
        assertEquals(List.of(), Fx.call(tab::unsaved));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static javafx.scene.control.ToggleButton segment(int which) {
        return (javafx.scene.control.ToggleButton)
                ((io.quayside.desktop.ui.control.Segments<?>) window.find("compose-file-shown"))
                        .getChildren()
                        .get(which);
    }

    private void choose(int segment) {
        Fx.run(() -> segment(segment).setSelected(true));
    }

    @Test
    void filesAreShownResolvedWithSecretsAsDotsAndComparedWithTheContainers() throws Exception {
        String image = TestImages.BUSYBOX;
        String text = "services:\n  web:\n    image: " + image
                + "\n    command: [sleep, '1000']\n    stop_grace_period: 0s\n"
                + "    environment: {DB_PASSWORD: hush, MODE: one}\n";
        Files.writeString(file, text);
        String project = "drift" + Long.toHexString(System.nanoTime());
        ComposeSource source = ComposeSource.of(file).withName(project);
        page.await("the engine", () -> page.session().engine().isPresent());
        var compose = window.compose(TestCompose.NEWEST, Map.of()).connect();
        List<String> applied = new ArrayList<>();
        try {
            compose.run(source, ComposeAction.Up.all(), event -> {});
            Fx.run(() -> {
                tab.onApply(() -> applied.add("up"));
                tab.show(source, Optional.of(project));
                tab.enter();
            });
            page.await("the text", () -> text().equals(text));

            choose(1);
            CodeArea area = (CodeArea) window.find("compose-resolved-text");
            page.await("the resolved text", () -> area.getText().contains("MODE: one"));
            assertTrue(area.getText().contains("DB_PASSWORD: ••••••••\n"), area::getText);
            assertFalse(area.getText().contains("hush"), area::getText);
            window.press("compose-resolved-reveal");
            page.await("the secret", () -> area.getText().contains("DB_PASSWORD: hush\n"));

            choose(2);
            rows("web|As the files say");
            Files.writeString(file, text.replace("MODE: one", "REDIS_HOST: redis") + "  new: {image: " + image + "}\n");
            rows("new|Not there yet, will be created|web|Will be created anew: REDIS_HOST added, MODE removed");
            window.press("compose-changes-apply");
            assertEquals(List.of("up"), applied);
        } finally {
            compose.run(source, new ComposeAction.Down(true, true), event -> {});
        }
    }

    private void rows(String expected) {
        page.awaitEqual("the differences", expected, () -> String.join("|", window.texts("compose-changes-rows")));
    }

    @Test
    void whatMayStandAtTheCaretIsOfferedAndTaken() {
        show();
        Fx.run(() -> {
            area().requestFocus();
            area().appendText("    restart");
            area().moveTo(area().getLength());
            area().deletePreviousChar();
        });
        key(KeyCode.SPACE, true);
        page.await("a list", () -> offers().contains("restart"));
        key(KeyCode.ENTER, false);
        page.awaitEqual("the key", GOOD + "    restart: ", this::text);

        key(KeyCode.ENTER, false);
        key(KeyCode.P, false);
        page.await("the list opens as one types", () -> offers().contains("profiles"));
        assertFalse(offers().contains("ports"), "it is there already");
        key(KeyCode.ESCAPE, false);
        page.await("it is closed", () -> offers().isEmpty());
        assertTrue(text().endsWith("    restart: \n    p"), this::text);
    }

    private static List<String> offers() {
        return Fx.call(() -> javafx.stage.Window.getWindows().stream()
                .filter(each -> each instanceof javafx.stage.Popup && each.isShowing())
                .flatMap(each -> each.getScene().getRoot().lookupAll("#code-offers").stream())
                .flatMap(node -> ((javafx.scene.control.ListView<?>) node)
                        .getItems().stream()
                                .map(offer ->
                                        ((io.quayside.desktop.ui.control.code.CodeCompletion.Offer) offer).shown()))
                .toList());
    }
}
