package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Places;
import io.quayside.benchmarks.Samples;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opentest4j.TestAbortedException;

/// A flood of lines through an exec with a terminal, against docker's own client that throws them away and
/// against xterm and alacritty, where they are installed; and the way from a key to its glyph. The window
/// is drawn in software.
public final class TerminalMeasure {
    private static final int ROUNDS = 3;
    private static final String SEQ = Integer.toString(TerminalWindow.LINES);

    /// Other terminals, in a window of the same size and with as many lines to scroll back, drawn in
    /// software as well.
    private static final Map<String, List<String>> OTHERS = new TreeMap<>(Map.of(
            "xterm", List.of("xterm", "-geometry", "110x26", "-sl", "10000", "-e"),
            "alacritty",
                    List.of(
                            "alacritty",
                            "-o",
                            "window.dimensions.columns=110",
                            "-o",
                            "window.dimensions.lines=26",
                            "-o",
                            "scrolling.history=10000",
                            "-e")));

    private TerminalMeasure() {}

    public static Measure terminal() {
        return new Measure(List.of("terminal-flood", "terminal-key"), TerminalMeasure::figures);
    }

    private static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        try (TestEngine engine = engine();
                XDisplay display = XDisplay.start()) {
            TestImages.ensure(engine);
            String container = engine.docker(
                            "run", "-d", "--stop-signal", "KILL", TestImages.BUSYBOX, "sleep", "100000")
                    .strip();
            ProcessBuilder builder = new ProcessBuilder(
                    Places.java(),
                    "@" + Places.app() + "/jvm.options",
                    "-p",
                    Places.app() + "/javafx",
                    "-Dprism.order=sw",
                    "-cp",
                    Places.ownClassPath(),
                    TerminalWindow.class.getName(),
                    engine.host(),
                    container);
            builder.environment().put("DISPLAY", display.name());
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            Process window = builder.start();
            try (BufferedReader answers = window.inputReader()) {
                answer(answers);
                return measure(engine, container, display, window, answers);
            } finally {
                window.destroyForcibly();
            }
        }
    }

    private static TestEngine engine() throws NotMeasuredException {
        try {
            return TestEngines.fresh(EngineKind.DOCKER_20_10);
        } catch (TestAbortedException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Figure> measure(
            TestEngine engine, String container, XDisplay display, Process window, BufferedReader answers)
            throws IOException, InterruptedException, NotMeasuredException {
        String kind = engine.kind().name();
        List<String> exec = List.of("docker", "--host", engine.host(), "exec");
        List<String> discarding = words(exec, "-t", container, "seq", SEQ);
        List<String> attached = words(exec, "-it", container, "seq", SEQ);
        List<Double> ours = new ArrayList<>();
        List<Double> client = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            double mine = flood(window, answers);
            double theirs = run(discarding, display);
            // The first round is for compiling and for caches.
            if (i > 0) {
                ours.add(mine);
                client.add(theirs);
            }
        }
        List<Figure> figures = new ArrayList<>();
        String what = "1,000,000 lines of seq through an exec with a terminal, " + kind + ", against ";
        figures.add(Figure.against(
                "terminal-flood",
                Samples.median(ours),
                Samples.median(client),
                "<= 1.15",
                "ms",
                what + "docker exec -t > /dev/null"));
        for (Map.Entry<String, List<String>> other : OTHERS.entrySet()) {
            if (Command.find(other.getKey()).isPresent()) {
                // Once: it takes several times as long.
                figures.add(Figure.against(
                        "terminal-flood-" + other.getKey(),
                        Samples.median(ours),
                        run(words(other.getValue(), attached.toArray(String[]::new)), display),
                        "<= 1",
                        "ms",
                        what + other.getKey() + " -e docker exec -it"));
            }
        }
        figures.addAll(keys(window, answers, kind));
        return figures;
    }

    private static List<Figure> keys(Process window, BufferedReader answers, String kind)
            throws IOException, NotMeasuredException {
        tell(window, "keys");
        answer(answers);
        tell(window, "keys");
        String[] words = answer(answers).split(" ");
        List<Double> echo = new ArrayList<>();
        List<Double> glyph = new ArrayList<>();
        for (int i = 1; i + 1 < words.length; i += 2) {
            echo.add(Long.parseLong(words[i]) / 1e6);
            glyph.add(Long.parseLong(words[i + 1]) / 1e6);
        }
        return List.of(
                Figure.alone(
                        "terminal-key-echo",
                        Samples.median(echo),
                        "-",
                        "ms",
                        "from a key to the echo of the program in the container, " + kind),
                Figure.alone(
                        "terminal-key-glyph",
                        Samples.median(glyph),
                        "<= 16.7 ms",
                        "ms",
                        "from that echo to the frame that has the glyph"));
    }

    private static double flood(Process window, BufferedReader answers) throws IOException, NotMeasuredException {
        tell(window, "flood");
        String[] words = answer(answers).split(" ");
        if (Long.parseLong(words[2]) < 0) {
            throw new NotMeasuredException("the terminal didn't show the last line");
        }
        return Long.parseLong(words[1]) / 1e6;
    }

    private static double run(List<String> command, XDisplay display)
            throws IOException, InterruptedException, NotMeasuredException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display.name());
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        long began = System.nanoTime();
        int code = builder.start().waitFor();
        double took = (System.nanoTime() - began) / 1e6;
        if (code != 0) {
            throw new NotMeasuredException(String.join(" ", command) + " ended with " + code);
        }
        return took;
    }

    private static void tell(Process window, String word) throws IOException {
        window.outputWriter().write(word + "\n");
        window.outputWriter().flush();
    }

    private static String answer(BufferedReader answers) throws IOException, NotMeasuredException {
        String line = answers.readLine();
        if (line == null) {
            throw new NotMeasuredException("the window with the terminal ended");
        }
        return line;
    }

    private static List<String> words(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }
}
