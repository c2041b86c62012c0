package io.quayside.engine.run;

import java.util.ArrayList;
import java.util.List;

/// A value of `--volume`.
///
/// @param source a path or a volume's name, empty for a volume without a name
/// @param target the path in the container
/// @param options such as `ro`, or empty
public record VolumeOption(String source, String target, String options) {

    /// Reads `[source:]target[:options]`.
    public static VolumeOption read(String value) throws RunValueException {
        List<String> parts = parts(value);
        if (parts.stream().anyMatch(String::isEmpty)) {
            throw new RunValueException(
                    RunFlag.VOLUME,
                    value,
                    value.isEmpty() ? "A volume needs a path." : "“" + value + "” has nothing between two colons.");
        }
        return switch (parts.size()) {
            case 1 -> new VolumeOption("", parts.get(0), "");
            case 2 -> new VolumeOption(parts.get(0), parts.get(1), "");
            case 3 -> new VolumeOption(parts.get(0), parts.get(1), parts.get(2));
            default -> throw new RunValueException(RunFlag.VOLUME, value, "“" + value + "” has too many colons.");
        };
    }

    /// At colons, but not at that of a Windows drive.
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean drive = part.length() == 1
                    && Character.isLetter(part.charAt(0))
                    && (value.startsWith("\\", i + 1) || (value.startsWith("/", i + 1) && parts.isEmpty()));
            if (c == ':' && !drive) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /// As `--volume` takes it.
    public String written() {
        return (source.isEmpty() ? "" : source + ":") + target + (options.isEmpty() ? "" : ":" + options);
    }
}
