package io.quayside.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads and writes `docker run` lines.
public final class RunLine {
    private RunLine() {}

    /// Reads a line as it was copied from somewhere: with continued lines, quotes, comments, `sudo` and a prompt.
    ///
    /// @throws RunLineException names the word and its place; nothing is guessed or left out
    public static ParsedRun parse(String line, RunSurroundings surroundings) throws RunLineException {
        return new RunLineReader(
                        line, ShellWords.split(line, surroundings.home().toString()))
                .read();
    }

    /// A command's words, for the field of a form.
    public static List<String> words(String command, RunSurroundings surroundings) throws RunLineException {
        return ShellWords.split(command, surroundings.home().toString()).stream()
                .map(ShellWord::text)
                .toList();
    }

    /// The whole line, an option on each row.
    public static String render(RunSpec spec) {
        return rows(spec).stream().map(RunRow::text).collect(Collectors.joining(" \\\n  "));
    }

    /// The rows of the line: `docker run` with the switches of a letter, each other option, the image with the command.
    public static List<RunRow> rows(RunSpec spec) {
        List<RunRow> rows = new ArrayList<>();
        int leading = leading(spec);
        StringBuilder first = new StringBuilder("docker run");
        spec.options().subList(0, leading).forEach(option -> first.append(' ').append(text(option)));
        rows.add(RunRow.of(first.toString()));
        for (int i = leading; i < spec.options().size(); i++) {
            RunOption option = spec.options().get(i);
            rows.add(RunRow.of(i, option, text(option)));
        }
        if (!spec.image().isEmpty()) {
            String dashes = spec.image().startsWith("-") ? "-- " : "";
            rows.add(RunRow.of(dashes
                    + ShellQuote.word(spec.image())
                    + (spec.command().isEmpty() ? "" : " " + ShellQuote.words(spec.command()))));
        }
        return rows;
    }

    /// How many options at the start are switches that are on.
    private static int leading(RunSpec spec) {
        int count = 0;
        while (count < spec.options().size()
                && spec.options().get(count).flag().kind() == RunFlag.Kind.SWITCH
                && spec.options().get(count).flag().compareTo(RunFlag.RM) <= 0) {
            count++;
        }
        return count;
    }

    private static String text(RunOption option) {
        String name = option.flag().written();
        if (option.flag().kind() != RunFlag.Kind.SWITCH) {
            return name + " " + ShellQuote.word(option.value());
        }
        return option.value().equals("true") ? name : name + "=" + ShellQuote.word(option.value());
    }
}
