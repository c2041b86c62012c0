package io.quayside.terminal.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.terminal.TerminalSize;
import io.quayside.terminal.emulator.Emulator;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class TerminalColorsTest {
    private static final List<Color> GREY = Collections.nCopies(16, Color.web("#777777"));
    private final TerminalColors colors = new TerminalColors(Color.web("#f6f8fa"), Color.web("#24292f"), GREY);

    private static long style(String sgr) {
        Emulator emulator = new Emulator(new TerminalSize(5, 2), 0, reply -> {});
        byte[] bytes = ("\033[" + sgr + "mx").getBytes(StandardCharsets.US_ASCII);
        emulator.feed(bytes, 0, bytes.length);
        return emulator.row(0).style(0);
    }

    @Test
    void paletteTextCanBeReadOnAnyPaletteBackground() {
        for (int back = 0; back < 256; back++) {
            for (int text = 0; text < 256; text++) {
                long style = style("38;5;" + text + ";48;5;" + back);
                Color behind = colors.back(style, false);
                double contrast = TerminalColors.contrast(colors.text(style, false, behind), behind);
                assertTrue(contrast >= TerminalColors.LEAST_CONTRAST - 0.01, text + " on " + back + ": " + contrast);
            }
        }
    }

    @Test
    void trueColoursStayAsTheyAre() {
        long style = style("38;2;250;250;250;48;2;255;255;255");
        assertEquals(Color.rgb(250, 250, 250), colors.text(style, false, colors.back(style, false)));
        assertEquals(Color.WHITE, colors.back(style, false));
    }

    @Test
    void inverseSwapsTheColours() {
        long style = style("7");
        assertEquals(Color.web("#24292f"), colors.back(style, false));
        assertEquals(Color.web("#f6f8fa"), colors.text(style, false, colors.back(style, false)));
        assertEquals(Color.web("#f6f8fa"), colors.back(style, true));
    }

    @Test
    void theCubeAndTheGreysOf256() {
        assertEquals(Color.rgb(95, 135, 255), colors.back(style("48;5;69"), false));
        assertEquals(Color.grayRgb(238), colors.back(style("48;5;255"), false));
    }
}
