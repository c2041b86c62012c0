package io.quayside.desktop.ui.control.code;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.BitSet;
import java.util.List;

/// Which lines of a text were edited.
///
/// @param count of lines that are new or another; lines that went count too
/// @param lines of the text as it is now, from 0; where lines went, the one that follows
public record EditedLines(int count, BitSet lines) {
    /// Of more lines between the first and the last that was edited, each counts: to compare them takes too long to do
    /// it for every key.
    private static final int MOST_COMPARED = 500;

    public static EditedLines none() {
        return new EditedLines(0, new BitSet());
    }

    public static EditedLines between(String before, String now) {
        if (before.equals(now)) {
            return none();
        }
        List<String> old = List.of(before.split("\n", -1));
        List<String> fresh = List.of(now.split("\n", -1));
        int shorter = Math.min(old.size(), fresh.size());
        int same = 0;
        while (same < shorter && old.get(same).equals(fresh.get(same))) {
            same++;
        }
        int end = 0;
        while (end < shorter - same && old.get(old.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
            end++;
        }
        return between(
                old.subList(same, old.size() - end), fresh.subList(same, fresh.size() - end), same, fresh.size() - 1);
    }

    private static EditedLines between(List<String> old, List<String> fresh, int offset, int last) {
        BitSet lines = new BitSet();
        int more = Math.max(old.size(), fresh.size());
        if (more > MOST_COMPARED) {
            mark(lines, offset, fresh.size(), last);
            return new EditedLines(more, lines);
        }
        int count = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int here = delta.getTarget().size();
            count += Math.max(delta.getSource().size(), here);
            mark(lines, offset + delta.getTarget().getPosition(), here, last);
        }
        return new EditedLines(count, lines);
    }

    private static void mark(BitSet lines, int from, int size, int last) {
        if (size == 0) {
            lines.set(Math.min(from, last));
        } else {
            lines.set(from, from + size);
        }
    }
}
