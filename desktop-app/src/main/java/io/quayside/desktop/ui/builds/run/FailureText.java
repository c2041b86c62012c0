package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.ui.format.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a build gave no image, as far as the builder's words and the last lines of the step's output prove it.
///
/// @param cause the end of the sentence "Step 6 failed: …", without a full stop; empty if nothing proves one
/// @param line the line of the output that says most, or empty
record FailureText(String cause, String line) {
    private static final int LONGEST = 300;
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]");
    private static final Pattern EXIT = Pattern.compile("(?:exit code: |non-zero code: )(\\d{1,3})");
    private static final Pattern ERROR =
            Pattern.compile("(?i)\\b(?:error|fatal|failed|not found|denied|cannot|can't)\\b");

    private record Known(Pattern pattern, Function<Matcher, String> words) {}

    private static final List<Known> KNOWN = List.of(
            new Known(
                    Pattern.compile("No matching distribution found for ([^\\s;]+)"),
                    found -> "pip found no " + found.group(1)),
            new Known(
                    Pattern.compile("E: Unable to locate package (\\S+)"),
                    found -> "apt found no package " + found.group(1)),
            new Known(
                    Pattern.compile("/bin/sh: (?:\\d+: |line \\d+: )?([^\\s:]+): (?:command )?not found"),
                    found -> "the image has no program " + found.group(1)),
            new Known(
                    Pattern.compile("exec: \"([^\"]+)\": (?:executable file not found|stat .*no such file)"),
                    found -> "the image has no program " + found.group(1)),
            new Known(
                    Pattern.compile(
                            "(?:COPY|ADD) failed: .*?(?:stat |no source files.*?)([^\\s:]+): (?:file does not exist|no such file)"),
                    found -> missing(found.group(1))),
            new Known(
                    Pattern.compile("failed to calculate checksum of ref \\S+: \"/?([^\"]+)\": not found"),
                    found -> missing(found.group(1))),
            new Known(
                    Pattern.compile("(?:pull access denied for|manifest for) ([^\\s,]+)"),
                    found -> found.group(1) + " was not found, or you may not pull it"),
            new Known(
                    Pattern.compile("(?i)no space left on device"),
                    found -> "there is no space left on the engine’s disk"));

    private static String missing(String path) {
        return path + " isn’t in the folder, or .dockerignore leaves it out";
    }

    /// @param words the builder's
    /// @param output the last lines of the step that failed
    static FailureText of(String words, List<String> output) {
        List<String> plain = output.stream()
                .map(FailureText::plain)
                .filter(line -> !line.isBlank())
                .toList();
        // The builder's words on a command that ended have the whole command in them, which proves nothing.
        Optional<String> exit = exit(words);
        String cause = plain.reversed().stream()
                .map(FailureText::known)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> exit.isPresent() ? exit : known(words))
                .orElse("");
        String line = plain.reversed().stream()
                .filter(one -> ERROR.matcher(one).find())
                .findFirst()
                .or(() -> plain.isEmpty() ? Optional.empty() : Optional.of(plain.getLast()))
                .orElse("");
        return new FailureText(SafeText.output(cause, LONGEST), SafeText.output(line.strip(), LONGEST));
    }

    private static Optional<String> known(String text) {
        for (Known one : KNOWN) {
            Matcher matcher = one.pattern().matcher(text);
            if (matcher.find()) {
                return Optional.of(one.words().apply(matcher));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> exit(String words) {
        Matcher exit = EXIT.matcher(words);
        return exit.find() ? Optional.of("its command ended with exit code " + exit.group(1)) : Optional.empty();
    }

    private static String plain(String line) {
        return COLOURS.matcher(line).replaceAll("");
    }
}
