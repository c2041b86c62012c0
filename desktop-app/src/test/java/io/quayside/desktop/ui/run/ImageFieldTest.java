package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.fake.FakeEngine;
import io.quayside.testing.fake.FakeReply;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the field of the image offers, with an engine whose registry answers as a test wants: none is reachable here.
class ImageFieldTest {
    private static final String IMAGE = """
            {"Id":"sha256:%s","ParentId":"","RepoTags":["%s"],"RepoDigests":[],"Created":1700000000,"Size":%d,\
            "SharedSize":-1,"VirtualSize":1,"Labels":null,"Containers":-1}""";

    private final FakeEngine engine = FakeEngine.start();
    private PageFixture page = start();

    private PageFixture start() {
        engine.on(
                "GET",
                "/images/json",
                FakeReply.json("[" + IMAGE.formatted("a".repeat(64), "redis:7.2-alpine", 41_000_000) + ","
                        + IMAGE.formatted("b".repeat(64), "shop/redis-tools:1", 9_800_000) + ","
                        + IMAGE.formatted("c".repeat(64), "postgres:16.4", 418_000_000) + "]"));
        return PageFixture.open(engine.socket(), false, 1280, 800);
    }

    @BeforeEach
    void form() {
        page.go("run");
        page.await("the form", () -> page.root().lookup("#run-image") != null);
        page.await(
                "the images", () -> page.session().mirror().snapshot().images().isPresent());
        Fx.run(() -> field().requestFocus());
    }

    @AfterEach
    void close() {
        // The form was open before the engine was there, and what has no answer is told at its field.
        List<String> tasks = Fx.call(() -> page.parts().tasks().shown().stream()
                .map(one -> one.titleProperty().get())
                .toList());
        page.close();
        assertEquals(List.of(), tasks);
        engine.close();
    }

    private TextField field() {
        return (TextField) Objects.requireNonNull(page.root().lookup("#run-image"));
    }

    private void type(String text) {
        Fx.run(() -> field().setText(text));
    }

    private void press(KeyCode key) {
        page.press(key, "", false, false);
    }

    /// What the list below the field offers; nothing while it is closed.
    private static List<String> offered() {
        return Fx.call(() -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(window -> window.getScene().getRoot().lookup("#run-suggestions"))
                .filter(Objects::nonNull)
                .flatMap(list -> ((ListView<?>) list).getItems().stream())
                .map(Suggestion.class::cast)
                .map(one -> one.kind() + " " + one.reference() + (one.note().isEmpty() ? "" : ", " + one.note()))
                .toList());
    }

    private void awaitOffered(List<String> wanted) {
        PageFixture.await(
                "offered: " + wanted,
                java.time.Duration.ofSeconds(30),
                () -> offered().equals(wanted));
    }

    private String told() {
        return Fx.call(() -> ((Label) Objects.requireNonNull(page.root().lookup("#run-image-told"))).getText());
    }

    @Test
    void imagesOfTheEngineAreOfferedWhileOneTypesAndTakenByKeys() {
        type("red");
        assertEquals(
                List.of("HERE redis:7.2-alpine, 41 MB", "HERE shop/redis-tools:1, 9.8 MB", "SEARCH red"), offered());
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertEquals("shop/redis-tools:1", Fx.call(() -> field().getText()));
        assertEquals(List.of(), offered());
        assertTrue(Fx.call(() -> field().isFocused()));
        assertEquals("shop/redis-tools:1", Fx.call(() -> spec().image()));
        assertTrue(engine.requests().stream().noneMatch(one -> one.path().equals("/images/search")));
    }

    private io.quayside.engine.run.RunSpec spec() {
        Node line = page.root().lookup("#run-line");
        String shown = Objects.requireNonNull(line).lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .reduce("", String::concat);
        return io.quayside.engine.run.RunSpec.detached(shown.substring(shown.lastIndexOf(' ') + 1));
    }

    @Test
    void escClosesTheListAndThenThePage() {
        type("post");
        assertEquals(2, offered().size());
        press(KeyCode.ESCAPE);
        assertEquals(List.of(), offered());
        assertEquals("post", Fx.call(() -> field().getText()));
        assertTrue(page.address().startsWith("run"));
        press(KeyCode.ESCAPE);
        page.await("the page closes", () -> page.address().startsWith("containers"));
    }

    @Test
    void aRegistryIsAskedWhenOneWantsThat() {
        engine.on("GET", "/images/search", FakeReply.json("""
                [{"name":"redis","description":"An in-memory store","star_count":13200,"is_official":true},\
                {"name":"team/redis","description":"","star_count":0,"is_official":false}]"""));
        type("redis-x");
        assertEquals(List.of("SEARCH redis-x"), offered());
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        awaitOffered(List.of("FOUND redis, official, 13,200 stars  An in-memory store", "FOUND team/redis"));
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertEquals("redis", Fx.call(() -> field().getText()));
        assertEquals(
                "redis-x",
                engine.requests().stream()
                        .filter(one -> one.path().equals("/images/search"))
                        .findFirst()
                        .orElseThrow()
                        .query()
                        .get("term"));
    }

    @Test
    void theListClosesAndTheReasonIsToldWhenThereIsNoAnswer() {
        engine.on("GET", "/images/search", FakeReply.error(500, "dial tcp: lookup index.docker.io: no such host"));
        type("redis-x");
        Fx.run(() -> ((ActionButton) Objects.requireNonNull(page.root().lookup("#run-image-search"))).fire());
        page.await("the reason", () -> told().contains("no such host"));
        assertEquals("The search had no answer. dial tcp: lookup index.docker.io: no such host", told());
        assertEquals(List.of(), offered());
        type("redis-y");
        assertEquals("", told());
        assertFalse(offered().isEmpty());
    }

    @Test
    void nothingFoundIsSaid() {
        engine.on("GET", "/images/search", FakeReply.json("[]"));
        type("nosuch");
        Fx.run(() -> ((ActionButton) Objects.requireNonNull(page.root().lookup("#run-image-search"))).fire());
        page.await("it is said", () -> told().equals("No registry that the engine asked has “nosuch”."));
        assertEquals(List.of(), offered());
    }
}
