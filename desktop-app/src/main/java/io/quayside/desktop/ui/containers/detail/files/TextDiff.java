package io.quayside.desktop.ui.containers.detail.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/// How one text differs from another, line by line. Immutable.
///
/// @param lines what is shown: the differences with some lines around them
record TextDiff(List<Line> lines, int added, int removed) {
    /// What a line is.
    enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /// Stands for equal lines that are left out.
        GAP
    }

    /// One line.
    ///
    /// @param before its number in the first text, from 1; 0 if it isn't there
    /// @param now its number in the second text, likewise
    record Line(Kind kind, int before, int now, String text) {}

    /// More lines are not compared: the time goes up with their number squared.
    static final int MOST_LINES = 20_000;

    private static final int AROUND = 3;

    TextDiff {
        lines = List.copyOf(lines);
    }

    /// Whether both have few enough lines.
    static boolean isComparable(String before, String now) {
        return before.lines().count() <= MOST_LINES && now.lines().count() <= MOST_LINES;
    }

    static TextDiff of(String before, String now) {
        List<String> old = before.lines().toList();
        List<String> fresh = now.lines().toList();
        Patch<String> patch = DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>(), null);
        Collector all = new Collector(old);
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            all.same(delta.getSource().getPosition());
            delta.getSource().getLines().forEach(all::removed);
            delta.getTarget().getLines().forEach(all::added);
        }
        all.same(old.size());
        return new TextDiff(folded(all.lines), all.added, all.removed);
    }

    private static final class Collector {
        private final List<String> old;
        private final List<Line> lines = new ArrayList<>();
        private int before;
        private int now;
        private int added;
        private int removed;

        Collector(List<String> old) {
            this.old = old;
        }

        void same(int end) {
            while (before < end) {
                lines.add(new Line(Kind.SAME, before + 1, ++now, old.get(before++)));
            }
        }

        void removed(String text) {
            removed++;
            lines.add(new Line(Kind.REMOVED, ++before, 0, text));
        }

        void added(String text) {
            added++;
            lines.add(new Line(Kind.ADDED, 0, ++now, text));
        }
    }

    private static List<Line> folded(List<Line> all) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        while (at < all.size()) {
            int end = at;
            while (end < all.size() && all.get(end).kind() == Kind.SAME) {
                end++;
            }
            int head = at == 0 ? 0 : AROUND;
            int tail = end == all.size() ? 0 : AROUND;
            int left = end - at - head - tail;
            if (left > 1) {
                lines.addAll(all.subList(at, at + head));
                lines.add(new Line(Kind.GAP, 0, 0, left + " equal lines"));
                lines.addAll(all.subList(end - tail, end));
            } else {
                lines.addAll(all.subList(at, end));
            }
            at = end;
            while (at < all.size() && all.get(at).kind() != Kind.SAME) {
                at++;
            }
            // What went stands above what came, in whatever order they were found.
            all.subList(end, at).stream()
                    .filter(line -> line.kind() == Kind.REMOVED)
                    .forEach(lines::add);
            all.subList(end, at).stream()
                    .filter(line -> line.kind() == Kind.ADDED)
                    .forEach(lines::add);
        }
        return lines;
    }
}
