package io.quayside.desktop.ui.containers.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.Themes;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Glyphs and boxes grow with the text.
class TableLooksTest {
    @ParameterizedTest
    @CsvSource({"100,16", "130,21"})
    void glyphsAndBoxesGrowWithTheText(int percent, double side) {
        AppearanceSettings appearance = Settings.DEFAULT.appearance().withTextPercent(percent);
        Themes themes = Fx.call(() -> new Themes(appearance));
        StateGlyphView glyph = Fx.call(() -> new StateGlyphView(StateGlyph.RUNNING));
        CheckBox box = Fx.call(CheckBox::new);
        Fx.call(() -> {
            Scene scene = new Scene(new HBox(glyph, box), 200, 100);
            themes.dress(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return true;
        });
        assertEquals(side, Fx.call(glyph::getWidth), 0.01);
        assertEquals(side, Fx.call(() -> Math.ceil(((Region) box.lookup(".box")).getWidth())), 1.01);
        Fx.call(() -> {
            themes.close();
            return true;
        });
    }
}
