package io.quayside.desktop.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.settings.AppearanceSettings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesheetTest {
    private static final List<String> TEXT_BACKGROUNDS = List.of(
            "-color-bg-default",
            "-color-bg-inset",
            "-color-bg-subtle",
            "-color-bg-overlay",
            "-qs-row-selected",
            "-qs-row-hover",
            "-qs-group-bg",
            "-qs-card-bg",
            "-qs-control-bg",
            "-qs-term-bg");

    private static Palette palette(String theme) {
        return Palette.of(theme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsReadableOnEveryBackground(String theme) {
        Palette palette = palette(theme);
        List<String> tooFaint = new ArrayList<>();
        for (String background : TEXT_BACKGROUNDS) {
            palette.require(tooFaint, 4.5, "-color-fg-default", background);
            palette.require(tooFaint, 4.6, "-color-fg-muted", background);
        }
        for (String background : List.of("-color-bg-inset", "-color-bg-default")) {
            palette.require(tooFaint, 4.6, "-color-fg-muted", background, "-qs-nav-selected");
        }
        assertEquals(List.of(), tooFaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void stateTextAndServiceNamesAreReadable(String theme) {
        Palette palette = palette(theme);
        List<String> tooFaint = new ArrayList<>();
        for (String state : List.of("accent", "success", "warning", "danger")) {
            for (String background : List.of("-color-bg-default", "-qs-row-selected", "-qs-card-bg")) {
                palette.require(tooFaint, 4.5, "-color-" + state + "-fg", background);
            }
            palette.require(tooFaint, 4.5, "-color-fg-default", "-color-bg-default", "-color-" + state + "-subtle");
        }
        for (int service = 1; service <= 6; service++) {
            palette.require(tooFaint, 4.5, "-qs-svc-" + service, "-qs-term-bg");
        }
        palette.require(tooFaint, 4.5, "-color-fg-emphasis", "-color-accent-emphasis");
        palette.require(tooFaint, 4.5, "-color-fg-emphasis", "-color-danger-emphasis");
        palette.require(tooFaint, 4.5, "-qs-mark-fg", "-qs-mark");
        palette.require(tooFaint, 4.5, "-qs-mark-fg", "-qs-mark-on");
        assertEquals(List.of(), tooFaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void glyphsEdgesAndDataStandOut(String theme) {
        Palette palette = palette(theme);
        List<String> tooFaint = new ArrayList<>();
        for (String background : List.of("-color-bg-default", "-qs-row-selected")) {
            palette.require(tooFaint, 3.0, "-qs-border-control", background);
            palette.require(tooFaint, 3.0, "-qs-glyph-success", background);
            palette.require(tooFaint, 3.0, "-qs-glyph-warning", background);
            palette.require(tooFaint, 3.0, "-color-danger-emphasis", background);
            palette.require(tooFaint, 3.0, "-color-fg-subtle", background);
            palette.require(tooFaint, 3.0, "-color-accent-emphasis", background);
        }
        for (int data = 1; data <= 4; data++) {
            palette.require(tooFaint, 3.1, "-qs-data-" + data, "-color-bg-default");
        }
        assertEquals(List.of(), tooFaint);
    }

    @Test
    void bothThemesDefineTheSameTokens() {
        assertEquals(
                Palette.tokensOf("tokens-light.css").keySet().stream()
                        .filter(name -> name.startsWith("-qs-"))
                        .sorted()
                        .toList(),
                Palette.tokensOf("tokens-dark.css").keySet().stream()
                        .filter(name -> name.startsWith("-qs-"))
                        .sorted()
                        .toList());
    }

    @Test
    void rulesNameColoursByTokenOnly() throws IOException {
        Matcher literal = Pattern.compile(
                        "#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(|:\\s*(white|black|red|green|blue|gray|grey|orange|yellow)\\b")
                .matcher(withoutComments(Palette.text("quayside.css")));

        assertTrue(!literal.find(), () -> "a colour outside the tokens: " + literal.group());
    }

    @Test
    void everyTokenInTheRulesIsDefined() throws IOException {
        String css = withoutComments(Palette.text("quayside.css"));
        Map<String, String> light = Palette.of("light").tokens();
        List<String> unknown = new ArrayList<>();
        Matcher use = Pattern.compile("-(?:qs|color)-[a-z0-9-]+").matcher(css);
        while (use.find()) {
            String token = use.group();
            boolean isClass =
                    use.start() > 0 && css.charAt(use.start() - 1) != ' ' && css.charAt(use.start() - 1) != '(';
            if (!isClass
                    && !light.containsKey(token)
                    && !token.startsWith("-color-button")
                    && !token.equals("-qs-line")
                    && !token.equals("-color-modal-bg")) {
                unknown.add(token);
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void theStylesheetsHaveNoErrors() {
        Fx.run(() -> {
            javafx.css.CssParser.errorsProperty().clear();
            javafx.css.CssParser parser = new javafx.css.CssParser();
            for (String name : List.of("tokens-light.css", "tokens-dark.css", "quayside.css")) {
                parser.parse(Palette.text(name));
            }
            for (String sheet : Themes.stylesheets(AppearanceSettings.DEFAULT.withTextPercent(130), true)) {
                if (sheet.startsWith("data:")) {
                    parser.parse(new String(
                            java.util.Base64.getDecoder().decode(sheet.substring(sheet.indexOf(',') + 1)),
                            java.nio.charset.StandardCharsets.UTF_8));
                }
            }
            assertEquals(
                    List.of(),
                    javafx.css.CssParser.errorsProperty().stream()
                            .map(Object::toString)
                            .toList());
        });
    }

    @Test
    void everyStyleClassConstantIsInTheRules() throws IllegalAccessException {
        String css = Palette.text("quayside.css");
        List<String> missing = new ArrayList<>();
        for (Field field : StyleClasses.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                String name = String.valueOf(field.get(null));
                if (!css.contains("." + name + " ")
                        && !css.contains("." + name + ".")
                        && !css.contains("." + name + ",")
                        && !css.contains("." + name + ":")
                        && !name.equals(StyleClasses.DARK)) {
                    missing.add(name);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static String withoutComments(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replace("-fx-font-smoothing-type: gray", "");
    }
}
