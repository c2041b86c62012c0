package io.quayside.desktop.compose;

import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Another value for a variable in the text of a project's file of variables. Everything else in the file stays as it
/// is written.
public final class VariableEdit {
    private VariableEdit() {}

    /// The text with that value; absent where Docker Compose reads it otherwise than it should, as in a file that sets
    /// the variable in a way
    /// that this doesn't know. Blocks.
    ///
    /// @param names all variables of the project, whose values have to stay
    public static Optional<String> of(
            Compose compose, ComposeSource source, List<String> names, String text, String name, String value)
            throws ComposeException, IOException, InterruptedException {
        String edited = with(text, name, value);
        Map<String, String> expected = new TreeMap<>(VariableProbe.ofText(compose, source, names, text));
        expected.put(name, value);
        return expected.equals(VariableProbe.ofText(compose, source, names, edited))
                ? Optional.of(edited)
                : Optional.empty();
    }

    private static String with(String text, String name, String value) {
        Pattern sets = Pattern.compile("\\s*(?:export\\s+)?" + Pattern.quote(name) + "\\s*[=:].*");
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String line = name + "=" + quoted(value);
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (sets.matcher(lines.get(i)).matches()) {
                lines.set(i, line);
                return String.join("\n", lines);
            }
        }
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line + "\n";
    }

    private static String quoted(String value) {
        boolean plain = value.chars().allMatch(c -> c > ' ' && c < 127 && "\"'`$\\#".indexOf(c) < 0);
        if (plain) {
            return value;
        }
        if (value.indexOf('\'') < 0 && value.indexOf('\n') < 0 && value.indexOf('\\') < 0) {
            return "'" + value + "'";
        }
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("\n", "\\n")
                + '"';
    }
}
