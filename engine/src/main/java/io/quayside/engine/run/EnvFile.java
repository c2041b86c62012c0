package io.quayside.engine.run;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A file of variables, read as `docker run --env-file` reads it: one on each line, no quotes, no `export`; lines that
/// start with `#` say nothing, and a name alone takes its value from the environment or is left out.
///
/// @param variables each `NAME=value`, in their order
/// @param without the names that stand alone and have no value in the environment
public record EnvFile(List<String> variables, List<String> without) {
    public EnvFile {
        variables = List.copyOf(variables);
        without = List.copyOf(without);
    }

    /// Reads the bytes of a file.
    ///
    /// @throws EnvFileException names the first line that can't be read
    public static EnvFile read(byte[] file, RunSurroundings surroundings) throws EnvFileException {
        List<String> found = new ArrayList<>();
        List<String> without = new ArrayList<>();
        int start = 0;
        for (int number = 1; start < file.length; number++) {
            int end = start;
            while (end < file.length && file[end] != '\n') {
                end++;
            }
            int length = end > start && file[end - 1] == '\r' ? end - 1 : end;
            String row = text(Arrays.copyOfRange(file, start, length), number);
            String line = line(row, number);
            if (line.contains("=")) {
                found.add(line);
            } else if (!line.isEmpty()) {
                surroundings
                        .variable(line)
                        .ifPresentOrElse(value -> found.add(line + "=" + value), () -> without.add(line));
            }
            start = end + 1;
        }
        return new EnvFile(found, without);
    }

    private static String text(byte[] row, int number) throws EnvFileException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(row))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new EnvFileException(number, "Line " + number + " is not UTF-8 text.");
        }
    }

    /// What a line says; empty for nothing.
    static String line(String row, int number) throws EnvFileException {
        String line = withoutSpace(number == 1 && row.startsWith("\uFEFF") ? row.substring(1) : row);
        if (line.isEmpty() || line.startsWith("#")) {
            return "";
        }
        String name = Values.before(line, "=");
        if (name.isEmpty()) {
            throw new EnvFileException(number, "Line " + number + " has no name before “=”.");
        }
        if (name.contains(" ") || name.contains("\t")) {
            // Not what may be a value, and a secret.
            throw new EnvFileException(
                    number,
                    line.contains("=")
                            ? "Line " + number + " has a space in the name “" + name + "”."
                            : "Line " + number + " has a space and no “=”.");
        }
        return line;
    }

    /// Without what `docker` takes for a space at the start, which is more than what Java does.
    private static String withoutSpace(String row) {
        int at = 0;
        while (at < row.length() && isSpace(row.charAt(at))) {
            at++;
        }
        return row.substring(at);
    }

    private static boolean isSpace(char letter) {
        return (letter >= '\t' && letter <= '\r') || letter == '\u0085' || Character.isSpaceChar(letter);
    }
}
