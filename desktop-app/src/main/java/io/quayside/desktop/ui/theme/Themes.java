package io.quayside.desktop.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.AppearanceSettings.Density;
import io.quayside.desktop.settings.AppearanceSettings.MotionChoice;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;

/// Dresses every scene in the chosen colours, text size and density, and follows the operating system where the user
/// left the choice to it. FX thread.
///
/// The base is AtlantaFX's Primer theme; our tokens and rules come on top as stylesheets of the scene, which popups
/// take
/// over from their owner.
public final class Themes {
    private final List<Scene> scenes = new ArrayList<>();
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final InvalidationListener systemChanged = ignored -> update();
    private final InvalidationListener rootChanged = ignored -> scenes.forEach(this::dressRoot);
    private AppearanceSettings appearance;
    private Optional<Theme> base = Optional.empty();

    /// Puts the base theme in place.
    public Themes(AppearanceSettings appearance) {
        this.appearance = appearance;
        Platform.Preferences system = Platform.getPreferences();
        system.colorSchemeProperty().addListener(systemChanged);
        system.reducedMotionProperty().addListener(systemChanged);
        update();
    }

    /// Keeps a scene dressed until the handle is closed. Waits for the fonts.
    public Subscription dress(Scene scene) {
        Fonts.load();
        scenes.add(scene);
        scene.rootProperty().addListener(rootChanged);
        dressScene(scene);
        return () -> {
            scenes.remove(scene);
            scene.rootProperty().removeListener(rootChanged);
        };
    }

    /// Changes the look of all dressed scenes at once.
    public void apply(AppearanceSettings next) {
        if (!next.equals(appearance)) {
            appearance = next;
            update();
        }
    }

    /// Applies the appearance of the settings now and whenever that part of them changes, and only then, so that a
    /// preview isn't undone by other changes.
    public Subscription follow(SettingsStore store, FxThread fx) {
        AtomicReference<AppearanceSettings> last =
                new AtomicReference<>(store.current().appearance());
        apply(store.current().appearance());
        return store.onChange(settings -> {
            AppearanceSettings next = settings.appearance();
            if (!next.equals(last.getAndSet(next))) {
                fx.run(() -> apply(next));
            }
        });
    }

    /// Whether the dark colours show now.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /// Stops following the operating system.
    public void close() {
        Platform.getPreferences().colorSchemeProperty().removeListener(systemChanged);
        Platform.getPreferences().reducedMotionProperty().removeListener(systemChanged);
    }

    private void update() {
        Motion.setReduced(appearance.motion() == MotionChoice.REDUCED
                || (appearance.motion() == MotionChoice.SYSTEM
                        && Platform.getPreferences().isReducedMotion()));
        boolean nowDark = appearance.theme() == ThemeChoice.DARK
                || (appearance.theme() == ThemeChoice.SYSTEM
                        && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        if (base.isEmpty() || nowDark != dark.get()) {
            Theme theme = nowDark ? new PrimerDark() : new PrimerLight();
            base = Optional.of(theme);
            Application.setUserAgentStylesheet(theme.getUserAgentStylesheetBSS());
        }
        dark.set(nowDark);
        scenes.forEach(this::dressScene);
    }

    private void dressScene(Scene scene) {
        List<String> sheets = stylesheets(appearance, dark.get());
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
        dressRoot(scene);
    }

    private void dressRoot(Scene scene) {
        toggle(scene, StyleClasses.DARK, dark.get());
        toggle(scene, StyleClasses.COMPACT, appearance.density() == Density.COMPACT);
    }

    private static void toggle(Scene scene, String styleClass, boolean on) {
        List<String> classes = scene.getRoot().getStyleClass();
        if (on && !classes.contains(styleClass)) {
            classes.add(styleClass);
        } else if (!on) {
            classes.remove(styleClass);
        }
    }

    static List<String> stylesheets(AppearanceSettings appearance, boolean dark) {
        List<String> sheets = new ArrayList<>();
        sheets.add(resource(dark ? "tokens-dark.css" : "tokens-light.css"));
        sheets.add(resource("quayside.css"));
        String sizes = sizes(appearance);
        if (!sizes.isEmpty()) {
            sheets.add("data:text/css;charset=utf-8;base64,"
                    + Base64.getEncoder().encodeToString(sizes.getBytes(StandardCharsets.UTF_8)));
        }
        return sheets;
    }

    /// What differs from the stylesheet at a text size other than 100 %: the root size, from which everything in "em"
    /// follows, and the pixel sizes of icons, glyphs and logs.
    private static String sizes(AppearanceSettings appearance) {
        if (appearance.equals(appearance.withTextPercent(100).withLogFontSize(12))) {
            return "";
        }
        double factor = appearance.textPercent() / 100.0;
        return ".root{-fx-font-size:" + 13 * factor + "px}"
                + ".ikonli-font-icon.icon-16{-fx-icon-size:" + Math.round(16 * factor) + "px}"
                + ".ikonli-font-icon.icon-14{-fx-icon-size:" + Math.round(14 * factor) + "px}"
                + ".ikonli-font-icon.icon-12{-fx-icon-size:" + Math.round(12 * factor) + "px}"
                + glyphs(Math.round(16 * factor))
                + logs(appearance.logFontSize() * factor);
    }

    private static String logs(double size) {
        return ".qs-log{-fx-font-size:" + size + "px;-log-font-size:" + size + "px}";
    }

    private static String glyphs(long side) {
        StringBuilder css = new StringBuilder(".qs-state-glyph{");
        for (String bound : List.of("min", "pref", "max")) {
            css.append("-fx-").append(bound).append("-width:").append(side).append("px;");
            css.append("-fx-").append(bound).append("-height:").append(side).append("px;");
        }
        return css.append('}').toString();
    }

    private static String resource(String name) {
        URL url = Themes.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException(name + " is missing in this build");
        }
        return url.toExternalForm();
    }
}
