package io.quayside.desktop.ui.settings;

import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.GeneralSettings;
import io.quayside.desktop.settings.KeyboardSettings;
import io.quayside.desktop.settings.Settings;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What the settings page can change.
///
/// @param startAtLogin which the system keeps, not Quayside
record SettingsDraft(
        GeneralSettings general, AppearanceSettings appearance, KeyboardSettings keyboard, boolean startAtLogin) {
    /// What Quayside keeps; it doesn't start at login.
    static SettingsDraft of(Settings settings) {
        return new SettingsDraft(settings.general(), settings.appearance(), settings.keyboard(), false);
    }

    Settings on(Settings settings) {
        return settings.withGeneral(general).withAppearance(appearance).withKeyboard(keyboard);
    }

    SettingsDraft withGeneral(GeneralSettings value) {
        return new SettingsDraft(value, appearance, keyboard, startAtLogin);
    }

    SettingsDraft withAppearance(AppearanceSettings value) {
        return new SettingsDraft(general, value, keyboard, startAtLogin);
    }

    SettingsDraft withKeyboard(KeyboardSettings value) {
        return new SettingsDraft(general, appearance, value, startAtLogin);
    }

    SettingsDraft withStartAtLogin(boolean value) {
        return new SettingsDraft(general, appearance, keyboard, value);
    }

    /// One section as in `other`.
    SettingsDraft with(SettingsSection section, SettingsDraft other) {
        return switch (section) {
            case GENERAL -> withGeneral(other.general).withStartAtLogin(other.startAtLogin);
            case APPEARANCE -> withAppearance(other.appearance);
            case KEYBOARD -> withKeyboard(other.keyboard);
            // The machine keeps these itself.
            case RESOURCES, FILE_SHARING, PORT_FORWARDING -> this;
        };
    }

    /// How many settings of a section differ.
    int differences(SettingsSection section, SettingsDraft other) {
        return switch (section) {
            case GENERAL ->
                differing(
                        general.keepEngineRunning() == other.general.keepEngineRunning(),
                        general.keepInTray() == other.general.keepInTray(),
                        general.deleting() == other.general.deleting(),
                        general.outputMegabytes() == other.general.outputMegabytes(),
                        general.imageChecks() == other.general.imageChecks(),
                        startAtLogin == other.startAtLogin);
            case APPEARANCE ->
                differing(
                        appearance.theme() == other.appearance.theme(),
                        appearance.density() == other.appearance.density(),
                        appearance.textPercent() == other.appearance.textPercent(),
                        appearance.motion() == other.appearance.motion(),
                        appearance.cpuUnit() == other.appearance.cpuUnit(),
                        appearance.logFontSize() == other.appearance.logFontSize());
            case KEYBOARD -> differingKeys(other.keyboard);
            case RESOURCES, FILE_SHARING, PORT_FORWARDING -> 0;
        };
    }

    private static int differing(Boolean... same) {
        return (int) Stream.of(same).filter(equal -> !equal).count();
    }

    private int differingKeys(KeyboardSettings other) {
        Set<String> ids = new HashSet<>(keyboard.keys().keySet());
        ids.addAll(other.keys().keySet());
        return (int) ids.stream()
                .filter(id ->
                        !Objects.equals(keyboard.keys().get(id), other.keys().get(id)))
                .count();
    }
}
