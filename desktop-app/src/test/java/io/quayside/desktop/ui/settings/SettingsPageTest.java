package io.quayside.desktop.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import io.quayside.desktop.login.LoginStart;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsPageTest {
    private final Commands commands = new Commands();
    private SettingsStore store;
    private Themes themes;
    private SettingsPage page;
    private SettingsViewModel model;
    private Stage stage;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"version\": 1, \"appearance\": {");
        store = SettingsStore.open(folder.resolve("settings.json"));
        commands.register(Command.global("tasks.open", "Show tasks", "Mod+J", () -> {}));
        commands.register(Command.global("palette.open", "Search or run a command", "Mod+K", () -> {}));
        themes = Fx.call(() -> new Themes(store.current().appearance()));
        LoginStart login = LoginStart.of(
                PlatformInfo.OperatingSystem.LINUX,
                List.of("/opt/quayside/bin/quayside"),
                Map.of(),
                folder,
                new SystemProcessRunner());
        model = Fx.call(() -> new SettingsViewModel(store, login, new PlatformFxThread(), themes::apply));
        page = Fx.call(() -> new SettingsPage(model, Machines.none(), commands, new HereNavigator(), true));
        stage = Fx.call(() -> {
            Scene scene = new Scene(page.root(), 1080, 724);
            themes.dress(scene);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
    }

    /// Told by the model, so nothing is polled.
    private void await(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        Fx.run(() -> {
            Runnable look = () -> {
                if (condition.getAsBoolean()) {
                    met.countDown();
                }
            };
            model.revisionProperty().subscribe(look);
            model.problemProperty().subscribe(look);
            look.run();
        });
        assertTrue(met.await(30, TimeUnit.SECONDS));
    }

    private ToggleSwitch loginSwitch() {
        return Fx.call(() -> (ToggleSwitch) page.root().lookup("#general-login"));
    }

    @Test
    void startAtLoginIsAFileOfTheDesktopsOnceApplied() throws Exception {
        Path entry = folder.resolve(".config/autostart/quayside.desktop");
        Fx.run(() -> page.shown(Location.of("settings", "general")));
        assertFalse(Fx.call(loginSwitch()::isSelected), "off by default");
        Fx.run(() -> loginSwitch().setSelected(true));
        assertEquals("1 change.", Fx.call(model::changesText));
        assertFalse(Files.exists(entry));
        Fx.run(model::apply);
        await(() -> Files.exists(entry) && model.changes() == 0);
        assertTrue(Files.readString(entry).contains("Exec=\"/opt/quayside/bin/quayside\""));

        // Gone by somebody else's hand.
        Files.delete(entry);
        Fx.run(model::refresh);
        await(() -> !model.draft().startAtLogin());
        assertFalse(Fx.call(loginSwitch()::isSelected));
        assertEquals(0, Fx.call(model::changes));
    }

    @Test
    void aDesktopThatRefusesIsQuotedAndTheSwitchSaysHowItIs() throws Exception {
        Files.writeString(folder.resolve(".config"), "no folder");
        Fx.run(() -> page.shown(Location.of("settings", "general")));
        Fx.run(() -> loginSwitch().setSelected(true));
        Fx.run(model::apply);
        await(() -> model.problemProperty()
                        .get()
                        .filter(found -> found.code().equals("login-start"))
                        .isPresent()
                && !model.draft().startAtLogin());
        assertFalse(Fx.call(loginSwitch()::isSelected));
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            page.hidden();
            stage.hide();
            themes.close();
        });
        store.close();
    }

    private void show(SettingsSection section) {
        page.shown(Location.of("settings", section.address()));
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    private <T extends Labeled> T find(Class<T> type, String text) {
        return page.root().lookupAll("*").stream()
                .filter(node -> type.isInstance(node) && text.equals(((Labeled) node).getText()) && isShown(node))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + text));
    }

    private static boolean isShown(javafx.scene.Node node) {
        for (javafx.scene.Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private boolean footerIsShown() {
        return page.root().lookup(".qs-footer").isVisible();
    }

    @ParameterizedTest
    @EnumSource(SettingsSection.class)
    void everyControlHasAName(SettingsSection section) {
        Fx.run(() -> {
            show(section);
            AccessibleAssertions.everyControlHasText(page.root());
        });
    }

    @Test
    void aThemeShowsAtOnceAndIsKeptOnApply() {
        Fx.run(() -> {
            show(SettingsSection.APPEARANCE);
            assertFalse(footerIsShown());
            find(ToggleButton.class, "Dark").fire();

            assertTrue(themes.darkProperty().get());
            assertTrue(footerIsShown());
            assertEquals(ThemeChoice.SYSTEM, store.current().appearance().theme());
            find(Button.class, "Apply").fire();
            assertEquals(ThemeChoice.DARK, store.current().appearance().theme());
            assertFalse(footerIsShown());
        });
    }

    @Test
    void discardTakesThePreviewBack() {
        Fx.run(() -> {
            show(SettingsSection.APPEARANCE);
            find(ToggleButton.class, "Dark").fire();
            find(Button.class, "Discard").fire();

            assertFalse(themes.darkProperty().get());
            assertTrue(find(ToggleButton.class, "System").isSelected());
        });
    }

    @Test
    void aKeyIsRecordedFromTheKeyboardAlone() {
        Fx.run(() -> {
            show(SettingsSection.KEYBOARD);
            TableView<?> table = (TableView<?>) page.root().lookup("#keyboard-table");
            table.getSelectionModel().select(0);
            Event.fireEvent(table, press(KeyCode.ENTER, false));
            Event.fireEvent(stage, press(KeyCode.CONTROL, true));
            Event.fireEvent(stage, press(KeyCode.K, true));

            assertTrue(find(Labeled.class, "1 change.").isVisible());
            assertTrue(find(Labeled.class, "Apply").getAccessibleHelp().contains("would mean both"));
            find(Button.class, "Apply").fire();
            assertEquals(
                    1,
                    table.getItems().stream()
                            .filter(row -> ((KeyRow) row).changed())
                            .count());
            assertEquals(
                    List.of(), List.copyOf(store.current().keyboard().keys().keySet()));
        });
    }

    @Test
    void aSettingsFileThatWasSetAsideIsNamedUntilTheMessageIsPutAway() throws IOException {
        Path aside;
        try (Stream<Path> files = Files.list(folder)) {
            aside = files.filter(file -> file.getFileName().toString().startsWith("settings.json.broken-"))
                    .findFirst()
                    .orElseThrow();
        }
        Fx.run(() -> {
            show(SettingsSection.APPEARANCE);
            Node banner = page.root().lookup("#settings-problem");
            String said = banner.getAccessibleText();
            assertTrue(said.startsWith("Your settings could not be read, so the defaults are used. "), said);
            assertTrue(said.endsWith(" The file is kept as " + aside + "."), said);
            AccessibleAssertions.everyControlHasText(page.root());
            ((Button) banner.lookup(".qs-icon-button")).fire();
            page.hidden();
            show(SettingsSection.GENERAL);
            assertNull(page.root().lookup("#settings-problem"));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = SettingsSection.class,
            names = {"GENERAL", "APPEARANCE", "KEYBOARD"})
    void everyPageIsResetAsAWholeOnceSomethingOnItIsChanged(SettingsSection section) {
        Fx.run(() -> {
            show(section);
            ActionButton reset = (ActionButton) page.root().lookup("#settings-reset");
            assertFalse(reset.isAvailable());
            switch (section) {
                case GENERAL -> find(ToggleButton.class, "Ask first").fire();
                case APPEARANCE -> find(ToggleButton.class, "Dark").fire();
                case KEYBOARD -> {
                    TableView<?> table = (TableView<?>) page.root().lookup("#keyboard-table");
                    table.getSelectionModel().select(0);
                    Event.fireEvent(table, press(KeyCode.DELETE, false));
                }
                default -> throw new AssertionError(section);
            }
            assertTrue(reset.isAvailable());
            assertTrue(footerIsShown());
            reset.fire();
            assertFalse(reset.isAvailable());
            assertFalse(footerIsShown());
        });
    }

    @Test
    void theSwitchesEndWhereTheOtherControlsEnd() {
        Fx.run(() -> {
            show(SettingsSection.GENERAL);
            Node track = page.root().lookup(".toggle-switch > .thumb-area");
            Node segments = page.root().lookup(".qs-segments");
            assertEquals(rightEdge(segments), rightEdge(track), 0.01);
        });
    }

    private static double rightEdge(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    private static KeyEvent press(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }

    private static final class HereNavigator implements Navigator {
        private final SimpleObjectProperty<Location> current = new SimpleObjectProperty<>(Location.of("settings"));

        @Override
        public void go(Location location) {
            current.set(location);
        }

        @Override
        public void back() {}

        @Override
        public void forward() {}

        @Override
        public ReadOnlyObjectProperty<Location> currentProperty() {
            return current;
        }
    }
}
