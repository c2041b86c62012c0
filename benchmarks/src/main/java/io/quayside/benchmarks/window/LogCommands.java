package io.quayside.benchmarks.window;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import java.util.Arrays;
import java.util.function.LongPredicate;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Opens the output of the one container, scrolls through it and watches it grow, frame by frame. FX thread.
final class LogCommands {
    /// Of one way through all lines.
    static final int FRAMES = 600;

    private static final double QUIET_NANOS = 4e9;
    private static @Nullable Label footer;

    private LogCommands() {}

    /// Opens the page of the container on which its output is, and says `opened` when the page is there.
    static void open() {
        TreeTableView<?> table = RowWatch.containers();
        for (int i = 0; i < table.getExpandedItemCount(); i++) {
            if (table.getTreeItem(i).getValue() instanceof ContainerRow) {
                table.getSelectionModel().select(i);
                break;
            }
        }
        table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "\r", "\r", KeyCode.ENTER, false, false, false, false));
        new Frames(times -> find("#log-canvas") == null, millis -> System.out.println("opened")).start();
    }

    /// Waits until all of a million lines were read, and says `read`.
    static void read() {
        new Frames(times -> lines() < 1_000_000, millis -> System.out.println("read")).start();
    }

    /// Goes through all lines with equal steps, and says `scrolled FRAMES P50 P95 SECONDS`: the frames' times in
    /// milliseconds from one to the next.
    static void scroll() {
        ScrollBar bar = (ScrollBar) find("#log-canvas").lookup(".scroll-bar");
        new Frames(
                        count -> {
                            bar.setValue(bar.getMax() * count / FRAMES);
                            return count < FRAMES;
                        },
                        millis -> System.out.println(
                                "scrolled " + millis.length + " " + place(millis, 50) + " " + place(millis, 95) + " "
                                        + Arrays.stream(millis).sum() / 1000))
                .start();
    }

    /// Waits until lines come and until none has come for some seconds, and says `flooded LINES SECONDS P50 P99
    /// LONGEST`.
    static void flood() {
        Growth growth = new Growth();
        new Frames(growth::goesOn, millis -> {
                    double[] counted = Arrays.copyOfRange(millis, growth.firstFrame, growth.lastFrame);
                    Arrays.sort(counted);
                    System.out.println("flooded " + growth.lines + " " + (growth.last - growth.first) / 1e9 + " "
                            + place(counted, 50) + " " + place(counted, 99) + " "
                            + (counted.length == 0 ? 0 : counted[counted.length - 1]));
                })
                .start();
    }

    private static double place(double[] millis, int percent) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length * percent / 100];
    }

    private static Node find(String selector) {
        return Window.getWindows().getFirst().getScene().lookup(selector);
    }

    /// As the footer says; 0 before it says a number. Looked for once: a search through the window for each
    /// frame would be measured with it.
    private static long lines() {
        if (footer == null && find("#log-place") instanceof Label label) {
            footer = label;
        }
        String text = footer == null ? "" : footer.getText();
        int of = text.indexOf(" of ");
        int end = text.indexOf(' ', of + 4);
        boolean counted = of >= 0 && end > of && text.startsWith("Lines ");
        return counted ? Long.parseLong(text.substring(of + 4, end).replace(",", "")) : 0;
    }

    /// From the first line to the last.
    private static final class Growth {
        private long lines;
        private double first;
        private double last;
        private int firstFrame;
        private int lastFrame;

        boolean goesOn(long frame) {
            double now = System.nanoTime();
            long there = lines();
            if (there > lines) {
                if (lines == 0) {
                    first = now;
                    firstFrame = (int) frame;
                }
                lines = there;
                last = now;
                lastFrame = (int) frame;
            }
            return lines == 0 || now - last < QUIET_NANOS;
        }
    }

    /// What is done with the frames' times.
    private interface Done {
        void with(double[] millis);
    }

    /// Does something with each frame, and takes its time.
    private static final class Frames extends AnimationTimer {
        private final LongPredicate more;
        private final Done done;
        private double[] millis = new double[1024];
        private int count;
        private long last;

        /// @param more called with each frame's number; whether another one is wanted
        Frames(LongPredicate more, Done done) {
            this.more = more;
            this.done = done;
        }

        @Override
        public void handle(long ignored) {
            long now = System.nanoTime();
            if (last != 0) {
                if (count == millis.length) {
                    millis = Arrays.copyOf(millis, count * 2);
                }
                millis[count++] = (now - last) / 1e6;
            }
            last = now;
            if (!more.test(count)) {
                stop();
                done.with(Arrays.copyOf(millis, count));
            }
        }
    }
}
