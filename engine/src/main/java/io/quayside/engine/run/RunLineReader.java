package io.quayside.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Understands the words of a line as the `docker` command line does: options up to the image, what follows belongs to
/// the command.
final class RunLineReader {
    private static final Set<String> PROMPTS = Set.of("$", "%");
    private static final Set<String> PROGRAMS = Set.of("docker", "podman", "nerdctl");
    private static final Set<String> VERBS = Set.of("run", "create");

    private final String line;
    private final List<ShellWord> words;
    private final List<RunOption> options = new ArrayList<>();
    private int next;

    RunLineReader(String line, List<ShellWord> words) {
        this.line = line;
        this.words = words;
    }

    ParsedRun read() throws RunLineException {
        readProgram();
        readOptions();
        if (next >= words.size()) {
            throw new RunLineException("The line names no image.", "", line.length());
        }
        String image = words.get(next++).text();
        List<String> command =
                words.subList(next, words.size()).stream().map(ShellWord::text).toList();
        return new ParsedRun(
                new RunSpec(options, image, command),
                words.stream()
                        .flatMap(word -> word.unknown().stream())
                        .distinct()
                        .toList());
    }

    private void readProgram() throws RunLineException {
        if (peek().filter(word -> PROMPTS.contains(word.text())).isPresent()) {
            next++;
        }
        if (peek().filter(word -> word.text().equals("sudo")).isPresent()) {
            next++;
        }
        ShellWord program = take("The line is empty.");
        String name = program.text().substring(program.text().lastIndexOf('/') + 1);
        if (!PROGRAMS.contains(name)) {
            throw failure("A line that runs a container begins with “docker run”.", program);
        }
        if (peek().filter(word -> word.text().equals("container")).isPresent()) {
            next++;
        }
        ShellWord verb = take("After “" + name + "” the line has to go on with “run”.");
        if (!VERBS.contains(verb.text())) {
            throw failure(
                    verb.text().startsWith("-")
                            ? "Options between “" + name + "” and “run” choose an engine; here it is chosen already."
                            : "Only “run” and “create” are read here.",
                    verb);
        }
    }

    private void readOptions() throws RunLineException {
        while (next < words.size()) {
            ShellWord word = words.get(next);
            String text = word.text();
            if (text.equals("--")) {
                next++;
                return;
            }
            if (!text.startsWith("-") || text.equals("-")) {
                return;
            }
            next++;
            if (text.startsWith("--")) {
                readLong(word);
            } else {
                readLetters(word);
            }
        }
    }

    private void readLong(ShellWord word) throws RunLineException {
        String text = word.text().substring(2);
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        RunFlag flag =
                RunFlag.ofLong(name).orElseThrow(() -> failure("“--" + name + "” is no option of docker run.", word));
        if (equals >= 0) {
            add(flag, text.substring(equals + 1), word);
        } else {
            addWithNext(flag, word);
        }
    }

    /// `-it`, `-p80:80`, `-e=A=b`: letters of switches, the last may be one with a value.
    private void readLetters(ShellWord word) throws RunLineException {
        String text = word.text();
        for (int i = 1; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            RunFlag flag = RunFlag.ofLetter(letter)
                    .orElseThrow(() -> failure("“-" + letter + "” is no option of docker run.", word));
            boolean last = i + 1 == text.length();
            if (!last && text.charAt(i + 1) == '=') {
                add(flag, text.substring(i + 2), word);
                return;
            }
            if (flag.kind() == RunFlag.Kind.SWITCH) {
                options.add(RunOption.on(flag));
            } else if (last) {
                addWithNext(flag, word);
            } else {
                add(flag, text.substring(i + 1), word);
                return;
            }
        }
    }

    private void addWithNext(RunFlag flag, ShellWord word) throws RunLineException {
        if (flag.kind() == RunFlag.Kind.SWITCH) {
            options.add(RunOption.on(flag));
        } else if (next < words.size()) {
            options.add(new RunOption(flag, words.get(next++).text()));
        } else {
            throw failure("“" + word.text() + "” needs a value.", word);
        }
    }

    private void add(RunFlag flag, String value, ShellWord word) throws RunLineException {
        if (flag.kind() == RunFlag.Kind.SWITCH && !Switches.isOneOf(value)) {
            throw failure("“--" + flag.longName() + "” is on or off: true or false.", word);
        }
        options.add(new RunOption(flag, value));
    }

    private Optional<ShellWord> peek() {
        return next < words.size() ? Optional.of(words.get(next)) : Optional.empty();
    }

    private ShellWord take(String otherwise) throws RunLineException {
        if (next >= words.size()) {
            throw new RunLineException(otherwise, "", line.length());
        }
        return words.get(next++);
    }

    private RunLineException failure(String message, ShellWord word) {
        return new RunLineException(message, line.substring(word.start(), word.end()), word.start());
    }
}
