package io.quayside.desktop.builds;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The last lines of each step, to find the one that says best why a step failed. It says nothing of its own: what a
/// list shows is a line that was printed. One thread.
final class OutputTails {
    private static final int LINES = 40;
    private static final int LONGEST = 400;
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");
    private static final Pattern TELLING = Pattern.compile(
            "(?i)\\b(error|fatal|panic|exception|cannot|can't|could not|couldn't|not found|no such|denied|failed|unable)\\b");
    private static final Pattern CODE = Pattern.compile("(?:exit code: |non-zero code: )(\\d+)");

    private final Map<Integer, Deque<String>> lines = new HashMap<>();
    private final Map<Integer, StringBuilder> open = new HashMap<>();

    void take(int step, String text) {
        StringBuilder line = open.computeIfAbsent(step, ignored -> new StringBuilder());
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            String part = text.substring(from, end < 0 ? text.length() : end);
            if (line.length() < LONGEST) {
                line.append(part, 0, Math.min(part.length(), LONGEST - line.length()));
            }
            if (end < 0) {
                return;
            }
            close(step, line);
            from = end + 1;
        }
    }

    private void close(int step, StringBuilder line) {
        String plain = COLOURS.matcher(line).replaceAll("").strip();
        line.setLength(0);
        if (!plain.isEmpty()) {
            Deque<String> kept = lines.computeIfAbsent(step, ignored -> new ArrayDeque<>());
            kept.addLast(plain);
            if (kept.size() > LINES) {
                kept.removeFirst();
            }
        }
    }

    /// The last line of the failed step that speaks of a fault, else the builder's own words in short.
    String cause(BuildFailure failure) {
        if (failure.step() > 0) {
            close(failure.step(), open.getOrDefault(failure.step(), new StringBuilder()));
            Iterator<String> newest =
                    lines.getOrDefault(failure.step(), new ArrayDeque<>()).descendingIterator();
            while (newest.hasNext()) {
                String line = newest.next();
                if (TELLING.matcher(line).find()) {
                    return line;
                }
            }
        }
        Matcher code = CODE.matcher(failure.words());
        Optional<String> last = code.find() ? Optional.of("Exit code " + code.group(1)) : Optional.empty();
        return last.or(() -> lines(failure.words()).reduce((first, second) -> second))
                .orElse("");
    }

    private static Stream<String> lines(String words) {
        return words.lines().map(String::strip).filter(line -> !line.isEmpty());
    }
}
