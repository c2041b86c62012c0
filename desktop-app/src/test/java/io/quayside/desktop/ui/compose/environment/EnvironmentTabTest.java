package io.quayside.desktop.ui.compose.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quayside.desktop.ui.compose.TabWindow;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestCompose;
import io.quayside.testing.engine.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The variables of a project, as the oldest and the newest Docker Compose say them.
class EnvironmentTabTest {
    private static PageFixture page;
    private static TabWindow window;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        page = PageFixture.open(TestEngines.shared(EngineKind.DOCKER_20_10).socket());
        window = new TabWindow(page);
    }

    @AfterAll
    static void end() {
        window.close();
        page.close();
    }

    private static void rows(String... expected) {
        page.awaitEqual(
                "the variables",
                List.of(expected),
                () -> window.texts("compose-environment-rows").stream()
                        .filter(text -> !text.startsWith("Show or hide")
                                && !text.startsWith("Copy")
                                && !text.startsWith("Edit"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(TestCompose.class)
    void valuesAreSaidWithWhereTheyComeFromAndChangedInTheFile(TestCompose program) throws Exception {
        Path file = Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  web:
                    image: "${IMAGE:-busybox:latest}"
                    environment: {WORD: "${WORD}", TOKEN: "${API_TOKEN}"}
                    env_file: [web.env]
                  db:
                    image: "${IMAGE:-busybox:latest}"
                    labels: {a: "${FROM_SHELL}", b: "${NOWHERE}"}
                """);
        Path env = Files.writeString(folder.resolve(".env"), "# kept\nWORD='one $word'\nAPI_TOKEN=hush # kept, too\n");
        Files.writeString(folder.resolve("web.env"), "EXTRA=more\n");
        page.await("the engine", () -> page.session().engine().isPresent());
        EnvironmentTab tab = window.open(
                shell -> new EnvironmentTab(
                        window.parts(), shell, window.compose(program, Map.of("FROM_SHELL", "from outside"))),
                EnvironmentTab::node);
        Fx.run(() -> {
            tab.show(ComposeSource.of(file), Optional.of("shop"));
            tab.enter();
        });
        String[] more = {
            "FROM_SHELL", "from outside", "Shell", "db",
            "IMAGE", "busybox:latest", "Default", "db, web",
            "NOWHERE", "Not set", "db"
        };
        rows(join(
                List.of("API_TOKEN", "••••••••", ".env", "web"),
                more,
                List.of("WORD", "one $word", ".env", "web", "EXTRA", "more", "web.env", "web")));
        assertFalse(window.isThere("edit-FROM_SHELL"), "the shell's value counts, whatever the file says");

        window.press("edit-WORD");
        type("WORD", "two's $5");
        Path other = Files.createDirectory(folder.resolve("other"));
        Fx.run(() -> tab.show(ComposeSource.of(copy(file, other.resolve("compose.yaml"))), Optional.of("other")));
        page.await("the other project", () -> window.isThere("edit-WORD") && !window.isThere("value-of-WORD"));
        assertEquals(
                List.of("WORD of shop"),
                Fx.call(tab::unsaved).stream()
                        .map(text -> text.name() + " of " + text.source().name().orElseThrow())
                        .toList());
        Fx.run(() -> tab.show(ComposeSource.of(file), Optional.of("shop")));
        page.await("what was typed", () -> window.isThere("value-of-WORD"));
        assertEquals("two's $5", ((TextField) window.find("value-of-WORD")).getText());
        window.press("save-WORD");
        rows(join(
                List.of("API_TOKEN", "••••••••", ".env", "web"),
                more,
                List.of("WORD", "two's $5", ".env", "web", "EXTRA", "more", "web.env", "web")));
        assertEquals("# kept\nWORD=\"two's \\$5\"\nAPI_TOKEN=hush # kept, too\n", Files.readString(env));
        assertEquals(List.of(), Fx.call(tab::unsaved));

        Files.writeString(env, "WORD=three\nAPI_TOKEN=hush\n");
        rows(join(
                List.of("API_TOKEN", "••••••••", ".env", "web"),
                more,
                List.of("WORD", "three", ".env", "web", "EXTRA", "more", "web.env", "web")));
        Fx.run(tab::leave);
    }

    @Test
    void ofSeveralFilesEachValueIsSaidAndChangedWhereItIs() throws Exception {
        Path file = Files.writeString(
                folder.resolve("compose.yaml"),
                "services: {web: {image: \"${IMAGE}\", labels: {a: \"${ONE}${TWO}${NEW}\"}}}\n");
        Path base = Files.writeString(folder.resolve("base.env"), "IMAGE=busybox\nONE=1\nTWO=2\n");
        Path local = Files.writeString(folder.resolve("local.env"), "TWO=zwei\n");
        page.await("the engine", () -> page.session().engine().isPresent());
        EnvironmentTab tab = window.open(
                shell -> new EnvironmentTab(
                        window.parts(), shell, window.compose(TestCompose.NEWEST, Map.of("FROM_SHELL", ""))),
                EnvironmentTab::node);
        Fx.run(() -> {
            tab.show(ComposeSource.of(file).withEnvironment(List.of(base, local)), Optional.of("shop"));
            tab.enter();
        });
        rows(
                "IMAGE",
                "busybox",
                "base.env",
                "web",
                "NEW",
                "Not set",
                "web",
                "ONE",
                "1",
                "base.env",
                "web",
                "TWO",
                "zwei",
                "local.env",
                "web");
        window.press("edit-ONE");
        type("ONE", "eins");
        window.press("save-ONE");
        page.await("it is in its file", () -> text(base).equals("IMAGE=busybox\nONE=eins\nTWO=2\n"));
        page.await("it can be changed again", () -> window.isThere("edit-NEW"));
        window.press("edit-NEW");
        type("NEW", "neu");
        window.press("save-NEW");
        page.await("it is in the last one", () -> text(local).equals("TWO=zwei\nNEW=neu\n"));
        Fx.run(tab::leave);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(Path from, Path to) {
        try {
            return Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void type(String name, String value) {
        TextField field = (TextField) window.find("value-of-" + name);
        Fx.run(() -> field.setText(value));
    }

    private static String[] join(List<String> first, String[] middle, List<String> last) {
        List<String> all = new java.util.ArrayList<>(first);
        all.addAll(List.of(middle));
        all.addAll(last);
        return all.toArray(String[]::new);
    }
}
