package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.logs.Talker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The window with a container's output: scrolling through a million lines, and a container that prints
/// 50,000 lines a second. On a real engine, drawn in software.
public final class LogWindowMeasures {
    /// In place of a minute of flood.
    private static final String SECONDS = "QUAYSIDE_BENCH_FLOOD_SECONDS";

    private static final int BLOCK = 1 << 16;

    private LogWindowMeasures() {}

    public static Measure scroll() {
        return new Measure(List.of("log-scroll"), LogWindowMeasures::scrolled);
    }

    public static Measure flood() {
        return new Measure(List.of("log-flood"), LogWindowMeasures::flooded);
    }

    private static List<Figure> scrolled() throws IOException, InterruptedException, NotMeasuredException {
        try (Talker talker = Talker.start();
                Workplace place = Workplace.with(1, 0);
                WindowProcess window = open(place, talker)) {
            ask(window, QuaysideWindow.LOG_READ, "read");
            ask(window, QuaysideWindow.LOG_SCROLL, "scrolled"); // its code is compiled then
            String[] words = ask(window, QuaysideWindow.LOG_SCROLL, "scrolled").split(" ");
            double frames = Double.parseDouble(words[1]);
            String what =
                    "scrolling through " + Talker.LINES + " lines of 100 bytes in " + LogCommands.FRAMES + " steps";
            return List.of(
                    Figure.alone(
                            "log-scroll-frame",
                            Double.parseDouble(words[4]) * 1000 / frames,
                            "<= 16.7 ms",
                            "ms",
                            "mean from one frame to the next, " + what),
                    Figure.alone("log-scroll-p95", Double.parseDouble(words[3]), "-", "ms", "its 95th percentile"));
        }
    }

    private static List<Figure> flooded() throws IOException, InterruptedException, NotMeasuredException {
        int seconds = Integer.parseInt(System.getenv().getOrDefault(SECONDS, "60"));
        try (Talker talker = Talker.flooding(seconds);
                Workplace place = Workplace.with(1, 0);
                WindowProcess window = open(place, talker)) {
            window.command(QuaysideWindow.LOG_FLOOD);
            talker.go();
            String[] words = window.awaitLine("flooded").split(" ");
            CRC32 printed = new CRC32();
            long lines = talker.dockerLogs(printed);
            CRC32 kept = new CRC32();
            long missing = lines - kept(place.folder(), kept);
            boolean same = missing == 0 && printed.getValue() == kept.getValue();
            double lost = same ? 0 : Math.max(1.0, Math.abs((double) missing));
            String what = lines + " lines in " + Math.round(Double.parseDouble(words[2])) + " s";
            return List.of(
                    Figure.alone(
                            "log-flood-lost",
                            lost,
                            "<= 0",
                            "lines",
                            "kept otherwise than docker logs has them, by count and checksum, of " + what),
                    Figure.alone(
                            "log-flood-p50",
                            Double.parseDouble(words[3]),
                            "<= 16.7 ms",
                            "ms",
                            "median from one frame to the next meanwhile"),
                    Figure.alone(
                            "log-flood-p99", Double.parseDouble(words[4]), "<= 20 ms", "ms", "its 99th percentile"),
                    Figure.alone("log-flood-longest", Double.parseDouble(words[5]), "<= 50 ms", "ms", "its longest"));
        }
    }

    private static WindowProcess open(Workplace place, Talker talker) throws IOException, NotMeasuredException {
        WindowProcess window = WindowProcess.quayside(place, talker.address(), true);
        window.awaitReady();
        ask(window, QuaysideWindow.LOG_OPEN, "opened");
        return window;
    }

    private static String ask(WindowProcess window, String command, String answer)
            throws IOException, NotMeasuredException {
        window.command(command);
        return window.awaitLine(answer);
    }

    /// How many lines the window keeps on disk, and what they are.
    private static long kept(Path folder, CRC32 sum) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.walk(folder)) {
            parts = files.filter(file -> file.getFileName().toString().matches("\\d+\\.log"))
                    .sorted(Comparator.comparingLong(LogWindowMeasures::number))
                    .toList();
        }
        long lines = 0;
        for (Path part : parts) {
            try (InputStream in = Files.newInputStream(part)) {
                lines += count(in, sum);
            }
        }
        return lines;
    }

    private static long number(Path part) {
        return Long.parseLong(part.getFileName().toString().replace(".log", ""));
    }

    /// Counts lines and sums up their bytes.
    private static long count(InputStream in, CRC32 sum) throws IOException {
        return Talker.count(in, sum, new byte[BLOCK]);
    }
}
