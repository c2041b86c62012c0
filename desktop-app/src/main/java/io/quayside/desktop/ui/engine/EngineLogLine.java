package io.quayside.desktop.ui.engine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of an engine's log. dockerd writes `time="…" level=info msg="…"`, the kernel of a machine `[ 1.25] …`;
/// other
/// lines are kept as they are.
///
/// @param time the time of day, for the kernel seconds since its start; or empty
/// @param level in the engine's words, or empty
/// @param text the message
/// @param raw the line as it stands in the file
public record EngineLogLine(String time, String level, String text, String raw) {
    private static final Pattern TIME = Pattern.compile("^time=\"?[^T\"]*T(\\d\\d:\\d\\d:\\d\\d)[^\" ]*\"?");
    private static final Pattern LEVEL = Pattern.compile(" level=([a-z]+)");
    private static final Pattern MESSAGE = Pattern.compile(" msg=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))(.*)$");

    private static final Pattern KERNEL = Pattern.compile("^\\[ *(\\d+\\.\\d{2})\\d*] (.*)$");

    static EngineLogLine parse(String raw) {
        Matcher time = TIME.matcher(raw);
        Matcher message = MESSAGE.matcher(raw);
        Matcher kernel = KERNEL.matcher(raw);
        if (kernel.find()) {
            return new EngineLogLine(kernel.group(1) + " s", "kernel", kernel.group(2), raw);
        }
        if (!time.find() || !message.find()) {
            return new EngineLogLine("", "", raw, raw);
        }
        Matcher level = LEVEL.matcher(raw);
        String quoted = message.group(1);
        String text =
                quoted == null ? message.group(2) : quoted.replace("\\\"", "\"").replace("\\n", " ");
        return new EngineLogLine(time.group(1), level.find() ? level.group(1) : "", text + message.group(3), raw);
    }

    boolean isProblem() {
        return switch (level) {
            case "warning", "warn", "error", "fatal", "panic" -> true;
            default -> false;
        };
    }

    boolean isError() {
        return isProblem() && !level.startsWith("warn");
    }

    boolean contains(String words) {
        return words.isEmpty() || raw.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
