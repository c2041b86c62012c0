package io.quayside.desktop.ui.settings;

import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.AppearanceSettings.CpuUnit;
import io.quayside.desktop.settings.AppearanceSettings.Density;
import io.quayside.desktop.settings.AppearanceSettings.MotionChoice;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.SettingRow;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.layout.VBox;

/// The page Appearance.
final class AppearancePane extends VBox {
    private final SettingsViewModel model;

    AppearancePane(SettingsViewModel model) {
        this.model = model;
        add(
                "Theme",
                "System follows the operating system, also when it changes by day and night.",
                List.of(
                        new Segments.Option<>(ThemeChoice.SYSTEM, "System"),
                        new Segments.Option<>(ThemeChoice.LIGHT, "Light"),
                        new Segments.Option<>(ThemeChoice.DARK, "Dark")),
                AppearanceSettings::theme,
                AppearanceSettings::withTheme);
        add(
                "Density",
                "Compact fits more rows into the tables.",
                List.of(
                        new Segments.Option<>(Density.COMFORTABLE, "Comfortable"),
                        new Segments.Option<>(Density.COMPACT, "Compact")),
                AppearanceSettings::density,
                AppearanceSettings::withDensity);
        add(
                "Text size",
                "Of the whole window, on top of the scaling of your desktop.",
                AppearanceSettings.TEXT_PERCENTS.stream()
                        .map(percent -> new Segments.Option<>(percent, percent + " %"))
                        .toList(),
                AppearanceSettings::textPercent,
                AppearanceSettings::withTextPercent);
        add(
                "Motion",
                "Reduced turns off moving panels and turning arcs.",
                List.of(
                        new Segments.Option<>(MotionChoice.SYSTEM, "System"),
                        new Segments.Option<>(MotionChoice.FULL, "Full"),
                        new Segments.Option<>(MotionChoice.REDUCED, "Reduced")),
                AppearanceSettings::motion,
                AppearanceSettings::withMotion);
        add(
                "CPU figures",
                "What 100 % means for a container. One core is how “docker stats” counts.",
                List.of(
                        new Segments.Option<>(CpuUnit.ONE_CORE, "One core"),
                        new Segments.Option<>(CpuUnit.ALL_CORES, "All cores")),
                AppearanceSettings::cpuUnit,
                AppearanceSettings::withCpuUnit);
        add(
                "Log text size",
                "In pixels, before the text size above.",
                AppearanceSettings.LOG_FONT_SIZES.stream()
                        .map(size -> new Segments.Option<>(size, Integer.toString(size)))
                        .toList(),
                AppearanceSettings::logFontSize,
                AppearanceSettings::withLogFontSize);
    }

    private <T> void add(
            String title,
            String text,
            List<Segments.Option<T>> options,
            Function<AppearanceSettings, T> read,
            BiFunction<AppearanceSettings, T, AppearanceSettings> change) {
        Segments<T> segments = new Segments<>(title, options);
        segments.valueProperty().set(read.apply(model.draft().appearance()));
        segments.valueProperty()
                .subscribe(value -> model.edit(draft -> draft.withAppearance(change.apply(draft.appearance(), value))));
        model.draftProperty().subscribe(draft -> segments.valueProperty().set(read.apply(draft.appearance())));
        getChildren().add(new SettingRow(title, text, segments));
    }
}
