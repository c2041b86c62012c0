package io.quayside.desktop.ui.containers.detail.files;

import com.github.difflib.DiffUtils;
import java.util.List;

/// How many lines of a text were edited.
final class EditedLines {
    /// Of more lines between the first and the last that was edited, each counts: to compare them takes too long to do
    /// it for every key.
    private static final int MOST_COMPARED = 500;

    private EditedLines() {}

    /// Lines that are new or another; lines that went count too.
    static int count(String before, String now) {
        if (before.equals(now)) {
            return 0;
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
        return between(old.subList(same, old.size() - end), fresh.subList(same, fresh.size() - end));
    }

    private static int between(List<String> old, List<String> fresh) {
        int more = Math.max(old.size(), fresh.size());
        return more > MOST_COMPARED
                ? more
                : DiffUtils.diff(old, fresh).getDeltas().stream()
                        .mapToInt(delta -> Math.max(
                                delta.getSource().size(), delta.getTarget().size()))
                        .sum();
    }
}
