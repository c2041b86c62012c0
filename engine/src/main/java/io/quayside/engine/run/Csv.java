package io.quayside.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One line of comma-separated fields, of which some may stand in double quotes: how `--mount` and its like are
/// written.
final class Csv {
    private Csv() {}

    static List<String> read(RunFlag flag, String line) throws RunValueException {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            if (at < line.length() && line.charAt(at) == '"') {
                at = readQuoted(flag, line, at + 1, field);
            } else {
                int end = line.indexOf(',', at);
                String bare = line.substring(at, end < 0 ? line.length() : end);
                if (bare.contains("\"")) {
                    throw new RunValueException(flag, line, "A field with a quote in it has to stand in quotes.");
                }
                field.append(bare);
                at += bare.length();
            }
            fields.add(field.toString());
            if (at >= line.length()) {
                return fields;
            }
            if (line.charAt(at) != ',') {
                throw new RunValueException(flag, line, "After a field in quotes there has to be a comma.");
            }
            at++;
        }
    }

    private static int readQuoted(RunFlag flag, String line, int from, StringBuilder field) throws RunValueException {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) != '"') {
                field.append(line.charAt(i));
            } else if (line.startsWith("\"", i + 1)) {
                field.append('"');
                i++;
            } else {
                return i + 1;
            }
        }
        throw new RunValueException(flag, line, "A quote is never closed.");
    }

    static String write(List<String> fields) {
        return fields.stream()
                .map(field -> field.contains(",") || field.contains("\"") || field.contains("\n")
                        ? "\"" + field.replace("\"", "\"\"") + "\""
                        : field)
                .collect(Collectors.joining(","));
    }
}
