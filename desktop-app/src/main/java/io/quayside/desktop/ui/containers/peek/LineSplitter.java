package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.stream.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Cuts output into lines, each stream for itself, and takes the engine's time off their fronts. One thread uses it.
final class LineSplitter {
    private static final int LONGEST = 4000;
    private static final Pattern ANSI =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[@-Z\\\\^_])");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final String source;
    private final Consumer<LogLine> out;
    private final Map<StreamType, ByteArrayOutputStream> begun = new EnumMap<>(StreamType.class);

    LineSplitter(String source, Consumer<LogLine> out) {
        this.source = source;
        this.out = out;
    }

    void take(StreamType type, byte[] bytes, int offset, int length) {
        ByteArrayOutputStream line = begun.computeIfAbsent(type, ignored -> new ByteArrayOutputStream());
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                append(line, bytes, start, i);
                finish(line);
                start = i + 1;
            }
        }
        append(line, bytes, start, offset + length);
    }

    /// Hands over what has no line end yet.
    void end() {
        begun.values().stream().filter(line -> line.size() > 0).forEach(this::finish);
    }

    /// What is beyond the longest line that is shown isn't kept.
    private static void append(ByteArrayOutputStream line, byte[] bytes, int from, int to) {
        int room = 4 * LONGEST - line.size();
        if (room > 0) {
            line.write(bytes, from, Math.min(to - from, room));
        }
    }

    private void finish(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        int space = text.indexOf(' ');
        String stamp = space > 0 ? text.substring(0, space) : text;
        String time = clock(stamp);
        String words = time.isEmpty() ? text : text.substring(Math.min(text.length(), stamp.length() + 1));
        String shown = SafeText.output(ANSI.matcher(words).replaceAll(""), LONGEST);
        out.accept(new LogLine(time, source, shown, LogLine.levelOf(shown), time.isEmpty() ? "" : stamp));
    }

    private static String clock(String stamp) {
        if (stamp.length() < 20 || stamp.charAt(4) != '-') {
            return "";
        }
        try {
            return CLOCK.format(Instant.parse(stamp).atZone(ZoneId.systemDefault()));
        } catch (DateTimeParseException e) {
            return "";
        }
    }
}
