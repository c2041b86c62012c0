package io.quayside.terminal.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds text and addresses on the screen and in the scrollback.
public final class TextFinder {
    private static final int MOST_MATCHES = 10_000;

    /// No trailing dot, comma or bracket: they belong to the sentence around.
    private static final Pattern ADDRESS =
            Pattern.compile("\\bhttps?://[\\w.~:/?#\\[\\]@!$&'()*+,;=%-]*[\\w/#=&~%-]", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAFE_LINK =
            Pattern.compile("https?://[^\\s\\p{Cntrl}\\p{Cf}]+", Pattern.CASE_INSENSITIVE);

    private TextFinder() {}

    /// All places where `wanted` stands, from the top; capital letters matter only if it has one. At most 10,000.
    public static List<TextRange> find(Emulator emulator, String wanted) {
        List<TextRange> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        boolean exact = !wanted.equals(wanted.toLowerCase(Locale.ROOT));
        Pattern pattern = Pattern.compile(
                wanted, Pattern.LITERAL | (exact ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        long number = emulator.firstLine();
        while (number < emulator.endLine() && found.size() < MOST_MATCHES) {
            LogicalLine line = LogicalLine.from(emulator, number);
            Matcher matcher = pattern.matcher(line.text());
            while (matcher.find() && found.size() < MOST_MATCHES) {
                found.add(new TextRange(line.position(matcher.start()), line.position(matcher.end() - 1)));
            }
            number = line.end();
        }
        return found;
    }

    /// A link and where it stands.
    public record Link(TextRange range, String address) {}

    /// The link at a cell: one that the program made, else an address in the text. Web addresses only: what runs
    /// in a container shall not open files or programs of this computer.
    public static Optional<Link> linkAt(Emulator emulator, Position cell) {
        if (cell.line() < emulator.firstLine() || cell.line() >= emulator.endLine()) {
            return Optional.empty();
        }
        Line row = emulator.line(cell.line());
        String made = emulator.link(row, cell.column());
        if (!made.isEmpty()) {
            return SAFE_LINK.matcher(made).matches() ? Optional.of(new Link(made(row, cell), made)) : Optional.empty();
        }
        LogicalLine line = LogicalLine.at(emulator, cell.line());
        Matcher matcher = ADDRESS.matcher(line.text());
        while (matcher.find()) {
            TextRange range = new TextRange(line.position(matcher.start()), line.position(matcher.end() - 1));
            if (range.contains(cell.line(), cell.column())) {
                return Optional.of(new Link(range, matcher.group()));
            }
        }
        return Optional.empty();
    }

    private static TextRange made(Line row, Position cell) {
        int link = row.link(cell.column());
        int from = cell.column();
        while (from > 0 && row.link(from - 1) == link) {
            from--;
        }
        int to = cell.column();
        while (row.link(to + 1) == link) {
            to++;
        }
        return new TextRange(new Position(cell.line(), from), new Position(cell.line(), to));
    }
}
