package io.quayside.desktop.settings;

import java.util.List;
import java.util.Map;

/// Everything the user has chosen. Immutable; a change is a new value handed to [SettingsStore#update].
///
/// @param tables per table id, such as `containers`
/// @param choices small choices of views by a stable key, such as `containers.group`
/// @param recentPalette what was run from the palette, newest first, as its stable ids
public record Settings(
        GeneralSettings general,
        AppearanceSettings appearance,
        KeyboardSettings keyboard,
        EngineSettings engine,
        WindowSettings window,
        Map<String, TableSettings> tables,
        Map<String, String> choices,
        List<String> recentPalette) {
    /// What a new installation starts with.
    public static final Settings DEFAULT = new Settings(
            GeneralSettings.DEFAULT,
            AppearanceSettings.DEFAULT,
            KeyboardSettings.DEFAULT,
            EngineSettings.DEFAULT,
            WindowSettings.DEFAULT,
            Map.of(),
            Map.of(),
            List.of());

    public Settings {
        tables = Map.copyOf(tables);
        choices = Map.copyOf(choices);
        recentPalette = List.copyOf(recentPalette);
    }

    public Settings withGeneral(GeneralSettings value) {
        return new Settings(value, appearance, keyboard, engine, window, tables, choices, recentPalette);
    }

    public Settings withAppearance(AppearanceSettings value) {
        return new Settings(general, value, keyboard, engine, window, tables, choices, recentPalette);
    }

    public Settings withKeyboard(KeyboardSettings value) {
        return new Settings(general, appearance, value, engine, window, tables, choices, recentPalette);
    }

    public Settings withEngine(EngineSettings value) {
        return new Settings(general, appearance, keyboard, value, window, tables, choices, recentPalette);
    }

    public Settings withWindow(WindowSettings value) {
        return new Settings(general, appearance, keyboard, engine, value, tables, choices, recentPalette);
    }

    /// The same settings with another layout of one table.
    public Settings withTable(String id, TableSettings value) {
        return new Settings(
                general, appearance, keyboard, engine, window, Maps.with(tables, id, value), choices, recentPalette);
    }

    /// The same settings with another value for one choice of a view.
    public Settings withChoice(String key, String value) {
        return new Settings(
                general, appearance, keyboard, engine, window, tables, Maps.with(choices, key, value), recentPalette);
    }

    public Settings withRecentPalette(List<String> value) {
        return new Settings(general, appearance, keyboard, engine, window, tables, choices, value);
    }

    /// The value of one choice of a view.
    public String choice(String key, String otherwise) {
        return choices.getOrDefault(key, otherwise);
    }
}
