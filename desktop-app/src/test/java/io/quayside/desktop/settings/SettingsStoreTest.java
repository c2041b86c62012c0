package io.quayside.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.settings.WindowSettings.Bounds;
import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Settings CHANGED = new Settings(
            new GeneralSettings(false, true, GeneralSettings.Deleting.ASK, 5000, GeneralSettings.ImageChecks.DAILY),
            AppearanceSettings.DEFAULT.withTheme(ThemeChoice.DARK).withTextPercent(130),
            KeyboardSettings.DEFAULT
                    .withKeys("containers.restart", "Mod+Shift+R")
                    .withKeys("tasks.show", ""),
            new EngineSettings(
                    Optional.of("unix:///run/user/1000/docker.sock"),
                    List.of(
                            new AddedEngine("build-server", "ssh://ci@build"),
                            new AddedEngine(
                                    "farm",
                                    "tcp://farm:2376",
                                    Optional.of("/ca.pem"),
                                    Optional.empty(),
                                    Optional.empty()))),
            new WindowSettings(
                    Optional.of(new Bounds(-10.5, 20, 1280, 800)), true, Optional.of(true), Map.of("peek", 208.0)),
            Map.of(
                    "containers",
                    new TableSettings(List.of("name", "cpu"), Map.of("cpu", 120.5), Optional.of("cpu"), false)),
            Map.of("containers.group", "none"),
            List.of("container:web", "command:run"));

    @TempDir
    private Path folder;

    private final List<Runnable> planned = new ArrayList<>();
    private Path file = Path.of("unset");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("config/settings.json");
    }

    private SettingsStore open() {
        return new SettingsStore(file, Clock.fixed(NOW, ZoneOffset.UTC), planned::add);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path aside() {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(NOW.atZone(ZoneId.systemDefault()));
        return file.resolveSibling("settings.json.broken-" + time);
    }

    @Test
    void aMissingFileMeansDefaultsWithoutAProblem() {
        SettingsStore store = open();

        assertEquals(Settings.DEFAULT, store.current());
        assertEquals(Optional.empty(), store.loadProblem());
    }

    @Test
    void everythingComesBackAsItWasWritten() {
        try (SettingsStore store = open()) {
            store.update(settings -> CHANGED);
        }

        assertEquals(CHANGED, open().current());
    }

    @Test
    void severalChangesAreOneWrite() throws IOException {
        SettingsStore store = open();
        store.update(settings -> settings.withChoice("a", "1"));
        store.update(settings -> settings.withChoice("b", "2"));

        assertEquals(1, planned.size());
        assertFalse(Files.exists(file));
        planned.removeFirst().run();
        assertEquals(Map.of("a", "1", "b", "2"), open().current().choices());

        store.update(settings -> settings.withChoice("c", "3"));
        assertEquals(1, planned.size());
    }

    @Test
    void aChangeTakenBackIsNotWritten() {
        try (SettingsStore store = open()) {
            store.update(settings -> settings.withChoice("a", "1"));
            store.update(settings -> Settings.DEFAULT);
        }

        assertFalse(Files.exists(file));
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        try (SettingsStore store = open()) {
            store.update(settings -> CHANGED);
        }

        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void fieldsOfALaterVersionSurvive() throws IOException {
        write("{\"version\":1,\"future\":{\"deep\":[1,\"two\"]},\"general\":{\"later\":true}}");
        try (SettingsStore store = open()) {
            assertEquals(Settings.DEFAULT, store.current());
            store.update(settings -> CHANGED);
        }

        String text = Files.readString(file);
        assertTrue(text.contains("\"future\"") && text.contains("\"two\"") && text.contains("\"later\" : true"), text);
        assertEquals(CHANGED, open().current());
    }

    @Test
    void aFieldOfTheWrongKindTakesItsDefault() throws IOException {
        write(
                "{\"version\":1,\"appearance\":{\"theme\":7,\"textPercent\":104,\"density\":\"huge\",\"logFontSize\":1e300},"
                        + "\"general\":\"no\",\"window\":{\"bounds\":{\"width\":-1}},\"recentPalette\":[1,\"a\",null]}");

        Settings expected = Settings.DEFAULT
                .withAppearance(AppearanceSettings.DEFAULT.withLogFontSize(18))
                .withRecentPalette(List.of("a"));
        assertEquals(expected, open().current());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"version\":1,\"general\":{\"keepEngineRunning\":fal",
                "[]",
                "null",
                "<html>",
                "{\"version\":1} x",
                "{\"version\":2}",
                "{}",
                "\u0000\u0000"
            })
    void aBrokenFileIsSetAsideAndNamed(String text) throws IOException {
        write(text);
        SettingsStore store = open();

        assertEquals(Settings.DEFAULT, store.current());
        Problem problem = store.loadProblem().orElseThrow();
        assertEquals("Your settings could not be read, so the defaults are used.", problem.title());
        assertTrue(problem.why().endsWith("The file is kept as " + aside() + "."), problem.why());
        assertEquals(text, Files.readString(aside()));

        store.update(settings -> CHANGED);
        store.close();
        assertEquals(CHANGED, open().current());
        assertEquals(text, Files.readString(aside()));
    }

    @Test
    void aFolderInItsPlaceIsSetAside() throws IOException {
        Files.createDirectories(file);

        assertTrue(open().loadProblem().isPresent());
        assertTrue(Files.isDirectory(aside()));
    }

    @Test
    void deepNestingIsRefusedInsteadOfOverflowing() throws IOException {
        write("{\"version\":1,\"a\":" + "[".repeat(500) + "]".repeat(500) + "}");

        assertEquals("settings-set-aside", open().loadProblem().orElseThrow().code());
    }

    @Test
    void aFileThatCanNeitherBeReadNorMovedIsLeftAlone() throws IOException {
        write("broken");
        Files.writeString(aside(), "kept from before");
        SettingsStore store = open();
        store.update(settings -> CHANGED);
        store.close();

        assertEquals("settings-unreadable", store.loadProblem().orElseThrow().code());
        assertEquals(CHANGED, store.current());
        assertEquals("broken", Files.readString(file));
        assertEquals("kept from before", Files.readString(aside()));
    }

    @Test
    void aFailedWriteIsToldAndTriedAgainWithTheNextChange() throws IOException {
        SettingsStore store = open();
        Files.writeString(folder.resolve("config"), "in the way");
        List<String> problems = new ArrayList<>();
        store.onProblem(problem -> problems.add(problem.map(Problem::code).orElse("none")));
        store.update(settings -> CHANGED);
        planned.removeFirst().run();

        store.update(settings -> settings.withChoice("again", "no"));
        planned.removeFirst().run();
        assertEquals(List.of("settings-not-saved"), problems);
        assertEquals("settings-not-saved", store.problem().orElseThrow().code());
        Files.delete(folder.resolve("config"));
        store.update(settings -> settings.withChoice("again", "yes"));
        planned.removeFirst().run();
        assertEquals(CHANGED.withChoice("again", "yes"), open().current());
        assertEquals(List.of("settings-not-saved", "none"), problems);
        assertEquals(Optional.empty(), store.problem());
    }

    @Test
    void listenersHearRealChangesUntilClosed() {
        SettingsStore store = open();
        List<Settings> heard = new ArrayList<>();
        Subscription subscription = store.onChange(heard::add);
        store.update(settings -> settings);
        store.update(settings -> CHANGED);
        subscription.close();
        store.update(settings -> Settings.DEFAULT);

        assertEquals(List.of(CHANGED), heard);
    }
}
