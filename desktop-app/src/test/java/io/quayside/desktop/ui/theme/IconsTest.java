package io.quayside.desktop.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;

class IconsTest {
    @ParameterizedTest
    @EnumSource(Icons.class)
    void everyLiteralIsInItsFont(Icons icon) {
        FontIcon node = Fx.call(icon::node);

        assertEquals(icon.literal(), node.getIconCode().getDescription());
        assertNotEquals("", node.getText());
    }

    @Test
    void everyGlyphHasAShapeOfItsOwn() {
        Map<String, StateGlyph> shapes = new HashMap<>();
        for (StateGlyph glyph : StateGlyph.values()) {
            String shape = Fx.call(() -> glyph.node().getChildrenUnmodifiable().stream()
                    .map(node -> ((SVGPath) node).getContent() + ((SVGPath) node).getStrokeDashArray())
                    .toList()
                    .toString());
            StateGlyph other = shapes.put(shape, glyph);
            assertEquals(null, other, glyph + " looks like " + other);
        }
    }

    @Test
    void theShippedFontsAreThereUnderTheirNames() {
        List<String> families = Stream.of(Fonts.TEXT, Fonts.TEXT_MEDIUM, Fonts.TEXT_SEMIBOLD, Fonts.MONO)
                .map(family -> Fx.call(() -> {
                    Fonts.load();
                    return Font.font(family, 13).getFamily();
                }))
                .toList();

        assertEquals(List.of("Inter", "Inter Medium", "Inter SemiBold", "JetBrains Mono"), families);
    }

    @Test
    void aGlyphCanChangeInPlace() {
        Fx.run(() -> {
            StateGlyphView view = StateGlyph.RUNNING.node();
            view.setGlyph(StateGlyph.FAILED);
            view.setGlyph(StateGlyph.RUNNING);
            StateGlyphView fresh = StateGlyph.RUNNING.node();
            assertEquals(List.copyOf(fresh.getStyleClass()), List.copyOf(view.getStyleClass()));
        });
    }
}
