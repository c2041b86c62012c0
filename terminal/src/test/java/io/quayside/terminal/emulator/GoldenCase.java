package io.quayside.terminal.emulator;

import io.quayside.terminal.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One case of a golden file: what a program writes, and the screen after it.
///
/// ```
/// == name
/// size 20x5
/// feed text with \e \r \n \xNN
/// resize 10x5
/// |row|
/// scrollback |row|
/// cursor column,row
/// look column,row bold red-3 …     see [GoldenLook]
/// row 2 wide                      one with larger characters
/// caret bar steady
/// reply text
/// ```
record GoldenCase(String name, TerminalSize size, List<Step> steps, List<String> expected) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(e|r|n|t|b|s|\\\\|x[0-9A-F]{2}|\\*(\\d+)\\{([^}]*)})");

    sealed interface Step {
        record Feed(byte[] bytes) implements Step {}

        record Resize(TerminalSize size) implements Step {}
    }

    /// What the case leads to, in the words of the file.
    List<String> run(int pieces) {
        List<String> seen = new ArrayList<>();
        StringBuilder replies = new StringBuilder();
        Emulator emulator =
                new Emulator(size, 100, bytes -> replies.append(new String(bytes, StandardCharsets.US_ASCII)));
        for (Step step : steps) {
            switch (step) {
                case Step.Feed(byte[] bytes) -> feed(emulator, bytes, pieces);
                case Step.Resize(TerminalSize newSize) -> emulator.resize(newSize);
            }
        }
        for (int i = 0; i < emulator.history().size(); i++) {
            seen.add("scrollback |" + emulator.history().get(i).text() + "|");
        }
        int last = emulator.size().rows() - 1;
        while (last >= 0 && emulator.row(last).text().isEmpty()) {
            last--;
        }
        for (int y = 0; y <= last; y++) {
            seen.add("|" + emulator.row(y).text() + "|");
        }
        if (expected.stream().anyMatch(line -> line.startsWith("cursor"))) {
            seen.add("cursor " + (emulator.cursorX() + 1) + "," + (emulator.cursorY() + 1));
        }
        expected.stream()
                .filter(line -> line.startsWith("look "))
                .forEach(line -> seen.add(GoldenLook.of(emulator, line)));
        for (int y = 0; y <= last; y++) {
            if (emulator.row(y).isDouble()) {
                seen.add("row " + (y + 1) + " " + emulator.row(y).size().name().toLowerCase(Locale.ROOT));
            }
        }
        if (expected.stream().anyMatch(line -> line.startsWith("caret"))) {
            seen.add(GoldenLook.caret(emulator.modes()));
        }
        if (!replies.isEmpty()) {
            seen.add("reply " + replies.toString().replace("\u001b", "\\e").replace("\u0007", "\\x07"));
        }
        return seen;
    }

    private static void feed(Emulator emulator, byte[] bytes, int pieces) {
        for (int from = 0; from < bytes.length; from += Math.min(pieces, bytes.length)) {
            emulator.feed(bytes, from, Math.min(pieces, bytes.length - from));
        }
    }

    static List<GoldenCase> read(String file) throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        try (InputStream in = GoldenCase.class.getResourceAsStream(file)) {
            String[] blocks = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ");
            for (int i = 1; i < blocks.length; i++) {
                cases.add(parse(blocks[i].lines().toList()));
            }
        }
        return cases;
    }

    private static GoldenCase parse(List<String> lines) {
        TerminalSize size = new TerminalSize(20, 5);
        List<Step> steps = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("size ")) {
                size = size(line);
            } else if (line.startsWith("resize ")) {
                steps.add(new Step.Resize(size(line)));
            } else if (line.startsWith("feed ")) {
                steps.add(new Step.Feed(unescape(line.substring(5))));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                expected.add(line);
            }
        }
        return new GoldenCase(lines.getFirst(), size, steps, expected);
    }

    private static TerminalSize size(String line) {
        String[] parts = line.substring(line.indexOf(' ') + 1).split("x");
        return new TerminalSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /// `\*3{ab}` is ababab, `\s` a space at the end of a line.
    private static byte[] unescape(String text) {
        Matcher matcher = ESCAPE.matcher(text);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        int from = 0;
        while (matcher.find()) {
            out.writeBytes(text.substring(from, matcher.start()).getBytes(StandardCharsets.UTF_8));
            String found = matcher.group(1);
            switch (found.charAt(0)) {
                case 'e' -> out.write(0x1B);
                case 'r' -> out.write('\r');
                case 'n' -> out.write('\n');
                case 't' -> out.write('\t');
                case 'b' -> out.write('\b');
                case 's' -> out.write(' ');
                case '\\' -> out.write('\\');
                case '*' -> out.writeBytes(unescape(matcher.group(3).repeat(Integer.parseInt(matcher.group(2)))));
                default -> out.write(Integer.parseInt(found.substring(1), 16));
            }
            from = matcher.end();
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
