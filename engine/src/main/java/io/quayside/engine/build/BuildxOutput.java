package io.quayside.engine.build;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what `docker-buildx` writes: JSON of BuildKit, in a line each or, before 0.14, over many with the outermost
/// braces on lines of their own; and words of the program between. For the thread that reads.
public final class BuildxOutput {
    /// A line of the Dockerfile that the program points at.
    private static final Pattern POINTED = Pattern.compile("\\s*(\\d{1,7}) \\| >>> .*");

    private static final String ERROR = "ERROR: ";
    private static final int WORDS_KEPT = 8192;

    private final Consumer<BuildEvent> events;
    private final SolveFold fold;
    private final StringBuilder json = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private OptionalInt line = OptionalInt.empty();

    public BuildxOutput(Consumer<BuildEvent> events) {
        this.events = events;
        fold = new SolveFold(events);
    }

    public void accept(String text) {
        if (!json.isEmpty()) {
            json.append(text).append('\n');
            if (text.equals("}")) {
                status(json.toString());
                json.setLength(0);
            }
        } else if (text.equals("{")) {
            json.append(text);
        } else if (text.startsWith("{")) {
            status(text);
        } else {
            say(text);
        }
    }

    private void status(String text) {
        SolveStatus.parse(text).ifPresentOrElse(fold::accept, () -> say(text));
    }

    private void say(String text) {
        Matcher m = POINTED.matcher(text);
        if (m.matches() && line.isEmpty()) {
            line = OptionalInt.of(Integer.parseInt(m.group(1)));
        }
        words.append(text).append('\n');
        words.delete(0, Math.max(0, words.length() - WORDS_KEPT));
        events.accept(new BuildEvent.Output(0, text + "\n"));
    }

    Optional<SolveFold.Failed> failed() {
        return fold.failed();
    }

    /// The line of the Dockerfile that the program points at, if it does.
    OptionalInt line() {
        return line;
    }

    /// The program's last error, or what it said last.
    String error() {
        int at = words.lastIndexOf(ERROR);
        return words.substring(at < 0 ? 0 : at + ERROR.length()).strip();
    }
}
