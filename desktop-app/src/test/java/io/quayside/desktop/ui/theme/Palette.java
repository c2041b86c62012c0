package io.quayside.desktop.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours of one theme, as the stylesheets define them, and their contrast after WCAG 2.
public record Palette(Map<String, String> tokens) {
    private static final Pattern TOKEN = Pattern.compile("(-(?:color|qs)-[a-z0-9-]+):\\s*([^;]+);");

    public static Palette of(String theme) {
        Map<String, String> tokens = new HashMap<>(tokens(read("/atlantafx/base/theme/primer-" + theme + ".css")));
        tokens.putAll(tokensOf("tokens-" + theme + ".css"));
        return new Palette(tokens);
    }

    static Map<String, String> tokensOf(String name) {
        return tokens(text(name));
    }

    static String text(String name) {
        return read("/io/quayside/desktop/ui/theme/" + name);
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            tokens.putIfAbsent(matcher.group(1), matcher.group(2).strip());
        }
        return tokens;
    }

    private static String read(String resource) {
        try (InputStream stream = Palette.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Notes a complaint when `text` on the given layers (lowest first) has less than `ratio`.
    void require(List<String> complaints, double ratio, String text, String... layers) {
        Color background = color(layers[0]);
        for (int i = 1; i < layers.length; i++) {
            background = over(background, color(layers[i]));
        }
        double actual = contrast(over(background, color(text)), background);
        if (actual < ratio) {
            complaints.add("%s on %s is %.2f, not %.1f".formatted(text, List.of(layers), actual, ratio));
        }
    }

    /// The colour of a token.
    public Color color(String token) {
        String value = tokens.get(token);
        if (value == null) {
            throw new IllegalArgumentException(token + " is not defined");
        }
        return value.startsWith("-") ? color(value) : Color.web(value);
    }

    private static Color over(Color below, Color above) {
        return below.interpolate(new Color(above.getRed(), above.getGreen(), above.getBlue(), 1), above.getOpacity());
    }

    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
