package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogPattern;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is searched for in the lines of a view, and what was found. FX thread.
final class LogFind {
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final BooleanProperty onlyMatches = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<String>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable LogSearching search;
    private long hit = -1;
    private int hitPart;

    /// @param anew something else is to be searched
    /// @param changed other lines are to be shown
    LogFind(Runnable anew, Runnable changed) {
        query.subscribe((before, now) -> anew.run());
        regex.subscribe((before, now) -> anew.run());
        onlyMatches.subscribe((before, now) -> changed.run());
    }

    StringProperty queryProperty() {
        return query;
    }

    BooleanProperty regexProperty() {
        return regex;
    }

    BooleanProperty onlyMatchesProperty() {
        return onlyMatches;
    }

    /// What is wrong with the regular expression.
    ReadOnlyObjectProperty<Optional<String>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    Optional<LogSearching> search() {
        return Optional.ofNullable(search);
    }

    /// The line of the current match, or -1.
    long hit() {
        return hit;
    }

    /// Which match of that line, counted from 0.
    int hitPart() {
        return hitPart;
    }

    void stop() {
        if (search != null) {
            search.close();
            search = null;
        }
    }

    /// Searches the lines from one on.
    void begin(Optional<LogContent> content, long from) {
        stop();
        hit = -1;
        hitPart = 0;
        fault.set(Optional.empty());
        if (query.get().isEmpty() || content.isEmpty()) {
            return;
        }
        content.get().wantAll();
        try {
            LogPattern pattern = regex.get() ? LogPattern.regex(query.get()) : LogPattern.literal(query.get());
            search = content.get().search(pattern, from);
            search.more();
        } catch (PatternSyntaxException e) {
            fault.set(Optional.of(e.getDescription()));
        }
    }

    /// How many matches there are before a line, while something is searched.
    OptionalLong count(long end) {
        return search == null
                ? OptionalLong.empty()
                : OptionalLong.of(search.found().matchesBefore(end));
    }

    /// The place of the current match, counted from 1; 0 before the first step.
    long hitNumber() {
        return search == null || hit < 0 ? 0 : search.found().matchesBefore(hit) + hitPart + 1;
    }

    boolean isSearching() {
        return search != null && search.isRunning();
    }

    /// Goes to the next or previous match before `end`, on the same line or on another. Returns its line.
    OptionalLong step(int by, long near, long end) {
        long count = search == null ? 0 : search.found().matchesBefore(end);
        if (search == null || count == 0) {
            return OptionalLong.empty();
        }
        LineSet found = search.found();
        long next = hit >= 0 ? found.matchesBefore(hit) + hitPart + by : found.matchesBefore(near) + (by > 0 ? 0 : -1);
        long match = Math.floorMod(next, count);
        hit = found.lineOfMatch(match);
        hitPart = (int) (match - found.matchesBefore(hit));
        return OptionalLong.of(hit);
    }
}
