package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The end of what a step printed.
final class LastLines {
    private static final int MOST = 128 * 1024;
    private static final int LINES = 60;

    private LastLines() {}

    /// Blocks; reads the whole output of the step, keeps its end only.
    static List<String> of(OutputFile file, BuildStep step) throws IOException {
        ByteArrayOutputStream[] halves = {new ByteArrayOutputStream(), new ByteArrayOutputStream()};
        file.read(step.output(), (id, time, buffer, length) -> {
            if (id == step.id()) {
                if (halves[1].size() > MOST / 2) {
                    ByteArrayOutputStream old = halves[0];
                    old.reset();
                    halves[0] = halves[1];
                    halves[1] = old;
                }
                halves[1].write(buffer, 0, length);
            }
        });
        String text = halves[0].toString(StandardCharsets.UTF_8) + halves[1].toString(StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
}
