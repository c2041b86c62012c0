package io.quayside.terminal.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The looks of a cell and of the caret in the words of a golden file: `bold fg-1 bg-#102030 link-http://x`.
final class GoldenLook {
    private static final Map<Long, String> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put(Style.BOLD, "bold");
        FLAGS.put(Style.DIM, "dim");
        FLAGS.put(Style.ITALIC, "italic");
        FLAGS.put(Style.UNDERLINE, "underline");
        FLAGS.put(Style.DOUBLE, "double");
        FLAGS.put(Style.CURLY, "curly");
        FLAGS.put(Style.BLINK, "blink");
        FLAGS.put(Style.INVERSE, "inverse");
        FLAGS.put(Style.HIDDEN, "hidden");
        FLAGS.put(Style.STRIKE, "strike");
    }

    private GoldenLook() {}

    /// The look of the cell that `line`, such as `look 3,1 bold`, names.
    static String of(Emulator emulator, String line) {
        String place = line.split(" ")[1];
        int x = Integer.parseInt(place.split(",")[0]) - 1;
        Line row = emulator.row(Integer.parseInt(place.split(",")[1]) - 1);
        long style = row.style(x);
        List<String> words = new ArrayList<>(List.of("look", place));
        FLAGS.forEach((flag, word) -> {
            if (Style.has(style, flag)) {
                words.add(word);
            }
        });
        color("fg", Style.foreground(style), words);
        color("bg", Style.background(style), words);
        String link = emulator.link(row, x);
        if (!link.isEmpty()) {
            words.add("link-" + link);
        }
        return words.size() == 2 ? "look " + place + " plain" : String.join(" ", words);
    }

    static String caret(Modes modes) {
        return "caret " + modes.cursor().name().toLowerCase(Locale.ROOT)
                + (modes.isCursorBlinking() ? " blinking" : " steady")
                + (modes.isCursorVisible() ? "" : " hidden");
    }

    private static void color(String what, int color, List<String> words) {
        if (Style.isIndexed(color)) {
            words.add(what + "-" + Style.value(color));
        } else if (Style.isRgb(color)) {
            words.add(what + "-#" + String.format(Locale.ROOT, "%06x", Style.value(color)));
        }
    }
}
