package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.stats.EngineTrend;
import io.quayside.desktop.state.stats.EngineTrend.Point;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.chart.TimeChart;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// CPU, memory and disk writes over the last quarter of an hour.
class FigureCardsTest {
    private static final long NOW = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
    private static final EngineFigures FIGURES = new EngineFigures(
            4.8, List.of(), 2, 470_000_000, 6_000_000_000L, OptionalLong.empty(), OptionalLong.empty());

    private final FigureCards cards = Fx.call(() -> {
        FigureCards made = new FigureCards();
        new Themes(AppearanceSettings.DEFAULT).dress(new Scene(made, 1048, 140));
        return made;
    });

    /// The last ten minutes, with a burst of writes in the middle.
    private static EngineTrend trend() {
        List<Point> points = new ArrayList<>();
        for (long at = NOW - 600_000; at <= NOW; at += 2_000) {
            boolean burst = Math.abs(at - (NOW - 300_000)) < 20_000;
            points.add(new Point(at, points.isEmpty(), 4.8, 470_000_000, burst ? 48_000_000 : 1_200_000));
        }
        return new EngineTrend(points);
    }

    private void show(EngineFigures figures, EngineTrend trend) {
        Fx.run(() -> {
            cards.show(figures, trend, NOW);
            cards.applyCss();
            cards.layout();
        });
    }

    private String text(String id) {
        return Fx.call(() -> ((Label) cards.lookup("#" + id)).getText());
    }

    private boolean visible(String id) {
        return Fx.call(() -> cards.lookup("#" + id).isVisible());
    }

    private TimeChart chart(String id) {
        return Fx.call(() -> (TimeChart) cards.lookup("#" + id));
    }

    /// How many pixels of a card's chart have the colour of its line.
    private int painted(String id) {
        return Fx.call(() -> {
            TimeChart chart = (TimeChart) cards.lookup("#" + id);
            var image = chart.snapshot(null, null);
            PixelReader pixels = image.getPixelReader();
            int count = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    Color colour = pixels.getColor(x, y);
                    count += colour.isOpaque() && colour.getSaturation() > 0.35 ? 1 : 0;
                }
            }
            return count;
        });
    }

    @Test
    void eachFigureStandsWithItsLine() {
        show(FIGURES, trend());
        assertEquals("4.8%", text("engine-cpu-value"));
        assertEquals("of 2 cores", text("engine-cpu-of"));
        assertEquals("470 MB", text("engine-memory-value"));
        assertEquals("of 6 GB", text("engine-memory-of"));
        assertEquals("1.2 MB/s", text("engine-writes-value"));
        assertEquals("peak 48 MB/s", text("engine-writes-of"));
        for (String card : List.of("engine-cpu", "engine-memory", "engine-writes")) {
            assertFalse(visible(card + "-nothing"), card);
            assertTrue(painted(card + "-chart") > 100, card);
            assertEquals(
                    List.of("15 min ago", "now"),
                    Fx.call(() -> chart(card + "-chart").lookupAll(".time").stream()
                            .map(node -> ((Label) node).getText())
                            .toList()));
        }
        Fx.run(() -> AccessibleAssertions.everyControlHasText(cards));
        assertEquals(
                "Disk writes of containers over 15 minutes, now 1.2 MB/s peak 48 MB/s, highest 48 MB/s."
                        + " Arrow keys read values.",
                Fx.call(() -> chart("engine-writes-chart").getAccessibleText()));
    }

    @Test
    void figuresStayWholeWhereThereIsLittleRoom() {
        for (double width : List.of(1048.0, 862.0, 1048.0)) {
            Fx.run(() -> cards.resize(width, 140));
            show(FIGURES, trend());
            show(FIGURES, trend());
            assertEquals(width > 1000, Fx.call(() -> sum().isVisible()), () -> "at " + width);
            for (String part : List.of("engine-writes-value", "engine-writes-of")) {
                assertTrue(
                        Fx.call(() -> {
                            Label label = (Label) cards.lookup("#" + part);
                            return label.getWidth() >= label.prefWidth(-1);
                        }),
                        () -> part + " at " + width);
            }
        }
    }

    private Node sum() {
        return cards.lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && label.getText().equals("of containers"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutSamplesItSaysSo() {
        show(EngineFigures.UNKNOWN, EngineTrend.EMPTY);
        for (String card : List.of("engine-cpu", "engine-memory", "engine-writes")) {
            assertEquals("", text(card + "-value"));
            assertEquals("Measuring…", text(card + "-of"));
            assertEquals("No samples yet", text(card + "-nothing"));
            assertTrue(visible(card + "-nothing"), card);
            assertEquals(0, painted(card + "-chart"), card);
        }
    }

    @Test
    void whatIsNotMeasuredNowHasItsLineOfBefore() {
        show(EngineFigures.UNKNOWN, trend());
        assertEquals("Measuring…", text("engine-writes-of"));
        assertFalse(visible("engine-writes-nothing"));
    }

    @Test
    void memoryIsDrawnAgainstAllThereIs() {
        show(FIGURES, trend());
        int little = highestRow("engine-memory-chart");
        show(
                FIGURES,
                new EngineTrend(trend().points().stream()
                        .map(point -> new Point(point.at(), point.begins(), 4.8, 5_900_000_000.0, point.written()))
                        .toList()));
        int much = highestRow("engine-memory-chart");
        assertTrue(much < 10 && little > 50, little + " and " + much + " from above");
    }

    private int highestRow(String id) {
        return Fx.call(() -> {
            var image = ((TimeChart) cards.lookup("#" + id)).snapshot(null, null);
            for (int y = 0; y < image.getHeight(); y++) {
                Color colour = image.getPixelReader().getColor((int) image.getWidth() - 20, y);
                if (colour.getSaturation() > 0.35) {
                    return y;
                }
            }
            return Integer.MAX_VALUE;
        });
    }

    @Test
    void keysReadValues() {
        show(FIGURES, trend());
        Fx.run(() -> {
            press("engine-cpu-chart", KeyCode.LEFT);
            press("engine-cpu-chart", KeyCode.LEFT);
        });
        String time = DateTimeFormatter.ofPattern("HH:mm:ss")
                .format(Instant.ofEpochMilli(NOW - 2_000).atZone(ZoneId.systemDefault()));
        assertTrue(
                Fx.call(() -> chart("engine-cpu-chart").getAccessibleText())
                        .endsWith("At the mark: 4.8%, " + time + "."),
                () -> Fx.call(() -> chart("engine-cpu-chart").getAccessibleText()));
        Fx.run(() -> press("engine-cpu-chart", KeyCode.ESCAPE));
        assertFalse(Fx.call(() -> chart("engine-cpu-chart").getAccessibleText()).contains("At the mark"));
    }

    private void press(String id, KeyCode code) {
        cards.lookup("#" + id).fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
