package io.quayside.desktop.ui.shell.key;

import io.quayside.desktop.settings.KeyboardSettings;
import io.quayside.desktop.ui.control.KeyChord;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;

/// Which command a key means now: the defaults of the commands, as the user changed them. FX thread.
public final class KeyBindings {
    private final Commands commands;
    private final Supplier<KeyboardSettings> settings;
    private final Map<String, Optional<KeyChord>> parsed = new HashMap<>();

    /// Two commands that want the same key where both could be meant.
    public record Conflict(KeyChord chord, Command first, Command second) {}

    public KeyBindings(Commands commands, Supplier<KeyboardSettings> settings) {
        this.commands = commands;
        this.settings = settings;
    }

    /// The chord of a command now; empty without a key, or when the settings name one that doesn't exist.
    public Optional<KeyChord> chord(Command command) {
        return settings.get().keysOf(command.id(), command.defaultKeys()).flatMap(this::parse);
    }

    private Optional<KeyChord> parse(String text) {
        return parsed.computeIfAbsent(text, KeyChord::parse);
    }

    /// How the key of a command is said on this platform, "Ctrl+K" or "⌘K"; empty without one.
    public String label(String commandId) {
        return commands.find(commandId)
                .flatMap(this::chord)
                .map(KeyChord::display)
                .orElse("");
    }

    /// What a key press means on `page`: a command of the page first, then one for everywhere.
    public Optional<Command> resolve(KeyEvent event, String page) {
        Optional<Command> everywhere = Optional.empty();
        for (Command command : commands.all()) {
            boolean here = command.scope().isPresent() && command.scope().get().equals(page);
            if (!here && (command.scope().isPresent() || everywhere.isPresent())) {
                continue;
            }
            if (chord(command).filter(chord -> isPressed(chord, event)).isPresent()) {
                if (here) {
                    return Optional.of(command);
                }
                everywhere = Optional.of(command);
            }
        }
        return everywhere;
    }

    /// A sign without modifiers is recognised by what it types too, as "/" is Shift+7 on many keyboards.
    private static boolean isPressed(KeyChord chord, KeyEvent event) {
        if (chord.matches(event)) {
            return true;
        }
        String sign = chord.toString();
        return sign.length() == 1
                && !Character.isLetterOrDigit(sign.charAt(0))
                && !event.isAltDown()
                && !event.isControlDown()
                && !event.isMetaDown()
                && sign.equals(event.getText());
    }

    /// Every pair of commands with the same key, where one page shows both.
    public List<Conflict> conflicts() {
        List<Conflict> found = new ArrayList<>();
        List<Command> all = commands.all();
        for (int i = 0; i < all.size(); i++) {
            Optional<KeyChord> chord = chord(all.get(i));
            for (int j = i + 1; chord.isPresent() && j < all.size(); j++) {
                if (meet(all.get(i), all.get(j)) && chord.equals(chord(all.get(j)))) {
                    found.add(new Conflict(chord.get(), all.get(i), all.get(j)));
                }
            }
        }
        return found;
    }

    private static boolean meet(Command first, Command second) {
        return first.scope().isEmpty()
                || second.scope().isEmpty()
                || first.scope().equals(second.scope());
    }
}
