package io.quayside.desktop.settings;

import java.util.Map;
import java.util.Optional;

/// The page Keyboard: where keys differ from the defaults.
///
/// @param keys from command id to keys such as "Mod+Shift+P"; an empty text means that the command has no key
public record KeyboardSettings(Map<String, String> keys) {
    public static final KeyboardSettings DEFAULT = new KeyboardSettings(Map.of());

    public KeyboardSettings {
        keys = Map.copyOf(keys);
    }

    /// The keys of a command: the chosen ones, else `defaultKeys`.
    public Optional<String> keysOf(String commandId, Optional<String> defaultKeys) {
        String chosen = keys.get(commandId);
        return chosen == null ? defaultKeys : Optional.of(chosen).filter(text -> !text.isEmpty());
    }

    /// The same with other keys for one command; an empty text takes its key away.
    public KeyboardSettings withKeys(String commandId, String text) {
        return new KeyboardSettings(Maps.with(keys, commandId, text));
    }

    /// The same with the default keys for one command.
    public KeyboardSettings withDefault(String commandId) {
        return new KeyboardSettings(Maps.without(keys, commandId));
    }
}
