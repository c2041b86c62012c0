package io.quayside.desktop.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The shipped fonts. Each weight of Inter is a family of its own, since JavaFX knows only regular and bold in one
/// family; its digits all have one width. A glyph they lack comes from the system's fonts.
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String TEXT_MEDIUM = "Inter Medium";
    public static final String TEXT_SEMIBOLD = "Inter SemiBold";
    public static final String MONO = "JetBrains Mono";

    private Fonts() {}

    /// Makes the families known to JavaFX. Later calls do nothing, and wait for the first. Any thread.
    public static void load() {
        Loaded.now();
    }

    /// The start of a class happens once, whichever threads ask for it.
    private static final class Loaded {
        static {
            Fonts.load("Inter-Regular.otf");
            Fonts.load("Inter-Medium.otf");
            Fonts.load("Inter-SemiBold.otf");
            Fonts.load("JetBrainsMono-Regular.ttf");
        }

        static void now() {}
    }

    private static void load(String file) {
        try (InputStream stream = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (stream == null || Font.loadFont(stream, 13) == null) {
                throw new IllegalStateException("The font " + file + " is missing or broken in this build");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
