package io.quayside.desktop.ui.control;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// One key with its modifiers, in the form of the settings file: "Mod+Shift+P", "F5", "/", "Alt+Left". "Mod" is Cmd on
/// a Mac and Ctrl elsewhere; "Ctrl" is Ctrl everywhere.
///
/// @param modifiers those held down
/// @param key a letter, a digit, a sign as typed, or a name such as "Enter"
public record KeyChord(Set<Modifier> modifiers, KeyCode key) {
    /// In the order they are written.
    public enum Modifier {
        MOD("Mod"),
        CTRL("Ctrl"),
        ALT("Alt"),
        SHIFT("Shift");

        private final String text;

        Modifier(String text) {
            this.text = text;
        }

        private KeyCombination.Modifier down() {
            return switch (this) {
                case MOD -> KeyCombination.SHORTCUT_DOWN;
                case CTRL -> KeyCombination.CONTROL_DOWN;
                case ALT -> KeyCombination.ALT_DOWN;
                case SHIFT -> KeyCombination.SHIFT_DOWN;
            };
        }
    }

    private static final Map<KeyCode, String> NAMES = Map.ofEntries(
            Map.entry(KeyCode.SLASH, "/"),
            Map.entry(KeyCode.COMMA, ","),
            Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.SEMICOLON, ";"),
            Map.entry(KeyCode.BACK_SLASH, "\\"),
            Map.entry(KeyCode.OPEN_BRACKET, "["),
            Map.entry(KeyCode.CLOSE_BRACKET, "]"),
            Map.entry(KeyCode.MINUS, "-"),
            Map.entry(KeyCode.EQUALS, "="),
            Map.entry(KeyCode.QUOTE, "'"),
            Map.entry(KeyCode.BACK_QUOTE, "`"),
            Map.entry(KeyCode.ESCAPE, "Esc"),
            Map.entry(KeyCode.CONTEXT_MENU, "Menu"),
            Map.entry(KeyCode.PAGE_UP, "PageUp"),
            Map.entry(KeyCode.PAGE_DOWN, "PageDown"),
            Map.entry(KeyCode.BACK_SPACE, "Backspace"));

    private static final Map<String, KeyCode> CODES = codes();

    public KeyChord {
        modifiers = modifiers.isEmpty() ? Set.of() : EnumSet.copyOf(modifiers);
    }

    private static Map<String, KeyCode> codes() {
        Map<String, KeyCode> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (KeyCode code : KeyCode.values()) {
            if (code != KeyCode.UNDEFINED && !code.isModifierKey()) {
                codes.putIfAbsent(code.getName(), code);
            }
        }
        NAMES.forEach((code, name) -> codes.put(name, code));
        return codes;
    }

    /// Reads the form of the settings file; empty when it names no key.
    public static Optional<KeyChord> parse(String text) {
        List<String> parts = new ArrayList<>(List.of(text.strip().split("\\+", -1)));
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        String last = parts.removeLast();
        for (String part : parts) {
            Optional<Modifier> modifier = modifier(part.strip());
            if (modifier.isEmpty()) {
                return Optional.empty();
            }
            modifiers.add(modifier.get());
        }
        return Optional.ofNullable(CODES.get(last.strip())).map(code -> new KeyChord(modifiers, code));
    }

    private static Optional<Modifier> modifier(String text) {
        for (Modifier modifier : Modifier.values()) {
            if (modifier.text.equalsIgnoreCase(text)) {
                return Optional.of(modifier);
            }
        }
        return Optional.empty();
    }

    /// The chord of a key press; empty while only modifiers are down.
    public static Optional<KeyChord> of(KeyEvent event) {
        if (event.getCode().isModifierKey() || event.getCode() == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (event.isShortcutDown()) {
            modifiers.add(Modifier.MOD);
        }
        if (event.isControlDown() && !isControlShortcut(event)) {
            modifiers.add(Modifier.CTRL);
        }
        if (event.isAltDown()) {
            modifiers.add(Modifier.ALT);
        }
        if (event.isShiftDown()) {
            modifiers.add(Modifier.SHIFT);
        }
        return Optional.of(new KeyChord(modifiers, event.getCode()));
    }

    private static boolean isControlShortcut(KeyEvent event) {
        return event.isControlDown() && event.isShortcutDown() && !event.isMetaDown();
    }

    /// Whether a key press is this chord.
    public boolean matches(KeyEvent event) {
        return combination().match(event);
    }

    /// For JavaFX's accelerators and menus.
    public KeyCodeCombination combination() {
        return new KeyCodeCombination(
                key, modifiers.stream().map(Modifier::down).toArray(KeyCombination.Modifier[]::new));
    }

    /// As this system writes it: "Ctrl+Shift+P", or "⇧⌘P" on a Mac.
    public String display() {
        if (modifiers.isEmpty()) {
            return name();
        }
        String text = combination().getDisplayText();
        String keyText = new KeyCodeCombination(key).getDisplayText();
        return text.endsWith(keyText) ? text.substring(0, text.length() - keyText.length()) + name() : text;
    }

    private String name() {
        String name = NAMES.getOrDefault(key, key.getName());
        return name.length() == 1 ? name.toUpperCase(Locale.ROOT) : name;
    }

    /// The form of the settings file.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Modifier modifier : Modifier.values()) {
            if (modifiers.contains(modifier)) {
                text.append(modifier.text).append('+');
            }
        }
        return text.append(name()).toString();
    }
}
