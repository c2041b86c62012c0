package io.quayside.desktop.ui.containers.detail.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.BitSet;
import java.util.List;

/// Which lines of a text were edited. Immutable.
///
/// @param lines how many lines the text has now
/// @param count how many of them are new or another; lines that went count too
/// @param places their numbers from 0; for lines that went, that of the one behind them
record EditedLines(int lines, int count, BitSet places) {
    /// Of more lines between the first and the last that was edited, each counts: to compare them takes too long to do
    /// it for every key.
    private static final int MOST_COMPARED = 500;

    EditedLines {
        places = (BitSet) places.clone();
    }

    static EditedLines none(String text) {
        return new EditedLines(1 + (int) text.chars().filter(c -> c == '\n').count(), 0, new BitSet());
    }

    static EditedLines of(String before, String now) {
        if (before.equals(now)) {
            return none(now);
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
                old.subList(same, old.size() - end), fresh.subList(same, fresh.size() - end), same, fresh.size());
    }

    private static EditedLines between(List<String> old, List<String> fresh, int first, int lines) {
        BitSet places = new BitSet();
        int count = 0;
        if (Math.max(old.size(), fresh.size()) > MOST_COMPARED) {
            count = mark(places, old.size(), fresh.size(), first, lines);
        } else {
            for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
                int from = first + delta.getTarget().getPosition();
                count +=
                        mark(places, delta.getSource().size(), delta.getTarget().size(), from, lines);
            }
        }
        return new EditedLines(lines, count, places);
    }

    private static int mark(BitSet places, int old, int fresh, int from, int lines) {
        int shown = Math.min(from, lines - 1);
        places.set(shown, Math.max(shown + 1, from + fresh));
        return Math.max(old, fresh);
    }

    boolean isEdited(int line) {
        return places.get(line);
    }
}
