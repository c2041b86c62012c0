package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.benchmarks.engine.ListGate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// From the last byte of the engine's list to the painted rows, in a window that was there before.
public final class ListFillMeasure {
    private static final int CONTAINERS = 1000;
    private static final int RUNNING = 100;
    private static final int IMAGES = 2000;
    private static final int VOLUMES = 1000;
    private static final int ROUNDS = 3;
    private static final int OPEN_MILLIS = 4_000;

    private ListFillMeasure() {}

    public static Measure list1000() {
        return new Measure(List.of("list-1000-fill"), ListFillMeasure::figures);
    }

    private static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        List<Double> fills = new ArrayList<>();
        try (Workplace place = Workplace.with(CONTAINERS, RUNNING)) {
            for (int i = 0; i < ROUNDS; i++) {
                fills.add(once(place));
            }
        }
        return List.of(Figure.alone(
                "list-1000-fill",
                Samples.median(fills),
                "<= 300 ms",
                "ms",
                "answer with 1,000 containers to painted rows, first list of the process"));
    }

    public static Measure images2000() {
        return new Measure(List.of("images-2000-fill"), ListFillMeasure::imageFigures);
    }

    private static List<Figure> imageFigures() throws IOException, InterruptedException, NotMeasuredException {
        try (Workplace place = Workplace.with(1, 1)) {
            place.engine().images(IMAGES);
            return page(
                    place,
                    QuaysideWindow.IMAGES,
                    place.engine().imageList(),
                    "images-2000-fill",
                    "answer with 2,000 images to painted rows of the Images page, first list of the process");
        }
    }

    public static Measure volumes1000() {
        return new Measure(List.of("volumes-1000-fill"), ListFillMeasure::volumeFigures);
    }

    private static List<Figure> volumeFigures() throws IOException, InterruptedException, NotMeasuredException {
        try (Workplace place = Workplace.with(1, 1)) {
            place.engine().volumes(VOLUMES);
            return page(
                    place,
                    QuaysideWindow.VOLUMES,
                    place.engine().volumeList(),
                    "volumes-1000-fill",
                    "answer with 1,000 volumes to painted rows of the Volumes page, first list of the process");
        }
    }

    private static List<Figure> page(Workplace place, String page, ListGate list, String name, String what)
            throws IOException, InterruptedException, NotMeasuredException {
        List<Double> fills = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            fills.add(pageOnce(place, page, list));
        }
        return List.of(Figure.alone(name, Samples.median(fills), "<= 300 ms", "ms", what));
    }

    /// The page is open before the list comes.
    private static double pageOnce(Workplace place, String page, ListGate list)
            throws IOException, InterruptedException, NotMeasuredException {
        list.hold();
        try (WindowProcess window = WindowProcess.quayside(place, true)) {
            window.awaitReady();
            window.command(page);
            window.awaitLine(page + "-open");
            Thread.sleep(OPEN_MILLIS);
            list.release();
            window.awaitLine(page + "-painted");
            return (System.nanoTime() - list.writtenAt()) / 1e6;
        }
    }

    private static double once(Workplace place) throws IOException, InterruptedException, NotMeasuredException {
        ListGate list = place.engine().containerList();
        list.hold();
        try (WindowProcess window = WindowProcess.quayside(place, false)) {
            Thread.sleep(OPEN_MILLIS);
            list.release();
            window.awaitReady();
            return (System.nanoTime() - list.writtenAt()) / 1e6;
        }
    }
}
