package io.quayside.desktop.ui.shell.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.settings.KeyboardSettings;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyBindingsTest {
    private final Commands commands = new Commands();
    private KeyboardSettings settings = KeyboardSettings.DEFAULT;
    private final KeyBindings bindings = new KeyBindings(commands, () -> settings);

    private void command(String id, String keys) {
        commands.register(Command.global(id, id, keys, () -> {}));
    }

    private void command(String id, String scope, String keys) {
        commands.register(new Command(id, () -> id, Optional.of(scope), Optional.of(keys), Optional::empty, () -> {}));
    }

    private static KeyEvent press(KeyCode code, String text, String modifiers) {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED,
                text,
                text,
                code,
                modifiers.contains("shift"),
                modifiers.contains("ctrl"),
                modifiers.contains("alt"),
                modifiers.contains("meta"));
    }

    private String resolved(KeyEvent event, String page) {
        return bindings.resolve(event, page).map(Command::id).orElse("nothing");
    }

    @Test
    void everyKeyOfTheTableFindsItsCommand() {
        Map<String, KeyEvent> table = new LinkedHashMap<>();
        table.put("Mod+K", press(KeyCode.K, "", "ctrl"));
        table.put("Mod+J", press(KeyCode.J, "", "ctrl"));
        table.put("/", press(KeyCode.SLASH, "/", ""));
        table.put("Mod+F", press(KeyCode.F, "", "ctrl"));
        table.put("Mod+N", press(KeyCode.N, "", "ctrl"));
        table.put("Mod+Shift+P", press(KeyCode.P, "", "ctrl shift"));
        table.put("Mod+B", press(KeyCode.B, "", "ctrl"));
        table.put("Mod+O", press(KeyCode.O, "", "ctrl"));
        table.put("Mod+,", press(KeyCode.COMMA, ",", "ctrl"));
        table.put("Alt+Left", press(KeyCode.LEFT, "", "alt"));
        table.put("Alt+Right", press(KeyCode.RIGHT, "", "alt"));
        table.put("F5", press(KeyCode.F5, "", ""));
        table.put("F6", press(KeyCode.F6, "", ""));
        table.put("Shift+F6", press(KeyCode.F6, "", "shift"));
        table.put("Esc", press(KeyCode.ESCAPE, "", ""));
        table.put("Enter", press(KeyCode.ENTER, "", ""));
        table.put("Space", press(KeyCode.SPACE, " ", ""));
        table.put("Mod+A", press(KeyCode.A, "", "ctrl"));
        table.put("P", press(KeyCode.P, "p", ""));
        table.put("Mod+Enter", press(KeyCode.ENTER, "", "ctrl"));
        table.put("Mod+R", press(KeyCode.R, "", "ctrl"));
        table.put("Mod+L", press(KeyCode.L, "", "ctrl"));
        table.put("Mod+T", press(KeyCode.T, "", "ctrl"));
        table.put("Mod+I", press(KeyCode.I, "", "ctrl"));
        table.put("Mod+E", press(KeyCode.E, "", "ctrl"));
        table.put("Mod+C", press(KeyCode.C, "", "ctrl"));
        table.put("Mod+Z", press(KeyCode.Z, "", "ctrl"));
        table.put("Delete", press(KeyCode.DELETE, "", ""));
        table.put("Shift+F10", press(KeyCode.F10, "", "shift"));
        table.put("Mod+\\", press(KeyCode.BACK_SLASH, "\\", "ctrl"));
        for (int i = 1; i <= 8; i++) {
            table.put("Mod+" + i, press(KeyCode.valueOf("DIGIT" + i), "" + i, "ctrl"));
        }
        for (int i = 1; i <= 7; i++) {
            table.put("Mod+Alt+" + i, press(KeyCode.valueOf("DIGIT" + i), "" + i, "ctrl alt"));
        }
        table.keySet().forEach(keys -> command(keys, keys));
        table.forEach((keys, event) -> assertEquals(keys, resolved(event, "containers")));
        assertEquals(List.of(), bindings.conflicts());
    }

    @Test
    void anotherKeyOfTheSameLetterIsAnotherCommand() {
        command("palette", "Mod+K");
        assertEquals("nothing", resolved(press(KeyCode.K, "", "ctrl shift"), "containers"));
        assertEquals("nothing", resolved(press(KeyCode.K, "k", ""), "containers"));
        assertEquals("nothing", resolved(press(KeyCode.K, "", "alt"), "containers"));
    }

    @Test
    void aSignIsFoundByWhatItTypes() {
        command("filter", "/");
        assertEquals("filter", resolved(press(KeyCode.DIGIT7, "/", "shift"), "containers"));
        assertEquals("nothing", resolved(press(KeyCode.DIGIT7, "/", "ctrl shift"), "containers"));
    }

    @Test
    void aCommandOfThePageComesBeforeOneForEverywhere() {
        command("everywhere", "Mod+R");
        command("here", "containers", "Mod+R");
        KeyEvent restart = press(KeyCode.R, "", "ctrl");
        assertEquals("here", resolved(restart, "containers"));
        assertEquals("everywhere", resolved(restart, "images"));
    }

    @Test
    void theUsersKeyTakesTheDefaultsPlace() {
        command("palette", "Mod+K");
        settings = settings.withKeys("palette", "Mod+Shift+K");
        assertEquals("nothing", resolved(press(KeyCode.K, "", "ctrl"), "containers"));
        assertEquals("palette", resolved(press(KeyCode.K, "", "ctrl shift"), "containers"));
        settings = settings.withKeys("palette", "");
        assertEquals("nothing", resolved(press(KeyCode.K, "", "ctrl shift"), "containers"));
        assertEquals("", bindings.label("palette"));
    }

    @Test
    void aKeyThatDoesNotExistIsNone() {
        command("palette", "Mod+K");
        settings = settings.withKeys("palette", "Hyper+Whatever");
        assertEquals("", bindings.label("palette"));
    }

    @Test
    void conflictsNameBothCommands() {
        command("palette", "Mod+K");
        command("kill", "containers", "Mod+K");
        command("other", "images", "Mod+R");
        command("restart", "containers", "Mod+R");
        List<String> named = bindings.conflicts().stream()
                .map(conflict -> conflict.chord() + ": " + conflict.first().id() + ", "
                        + conflict.second().id())
                .toList();
        assertEquals(List.of("Mod+K: palette, kill"), named);
    }

    @Test
    void keysAreSaidAsThePlatformDoes() {
        command("palette", "Mod+K");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        assertEquals(mac ? "⌘K" : "Ctrl+K", bindings.label("palette"));
    }
}
