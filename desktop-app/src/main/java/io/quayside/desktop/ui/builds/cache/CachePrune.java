package io.quayside.desktop.ui.builds.cache;

import io.quayside.engine.model.BuildCacheEntry;
import io.quayside.engine.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which part of the build cache is to go. What it comes to is worked out as the engine does it.
public enum CachePrune {
    /// What no build has used for a week.
    OLD("Not used for 7 days", true),
    /// What isn't part of an image.
    LOOSE("Not part of an image", false),
    /// Whatever isn't in use now.
    ALL("All that isn't in use", true);

    private static final Duration WEEK = Duration.ofDays(7);

    private final String title;
    private final boolean all;

    CachePrune(String title, boolean all) {
        this.title = title;
        this.all = all;
    }

    String title() {
        return title;
    }

    /// Whether the engine is to take what images share, and its own records.
    public boolean all() {
        return all;
    }

    public Filters filters() {
        return this == OLD ? Filters.of("until", WEEK.toHours() + "h") : Filters.none();
    }

    /// Which of these go: those that are meant, unless something that stays was built on them.
    public List<BuildCacheEntry> of(List<BuildCacheEntry> entries, Instant now) {
        Set<String> staying = new HashSet<>();
        entries.stream()
                .filter(entry -> !isMeant(entry, now))
                .map(BuildCacheEntry::id)
                .forEach(staying::add);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (BuildCacheEntry entry : entries) {
                if (staying.contains(entry.id())) {
                    grew |= staying.addAll(entry.parents());
                }
            }
        }
        return entries.stream().filter(entry -> !staying.contains(entry.id())).toList();
    }

    private boolean isMeant(BuildCacheEntry entry, Instant now) {
        if (entry.inUse()) {
            return false;
        }
        return switch (this) {
            case ALL -> true;
            case LOOSE ->
                !entry.shared()
                        && !entry.type().equals("internal")
                        && !entry.type().equals("frontend");
            case OLD ->
                entry.lastUsed()
                        .or(entry::created)
                        .map(at -> at.isBefore(now.minus(WEEK)))
                        .orElse(false);
        };
    }

    /// Bytes that these take, without what image layers take anyway.
    public static long size(List<BuildCacheEntry> entries) {
        return entries.stream()
                .filter(entry -> !entry.shared())
                .mapToLong(BuildCacheEntry::size)
                .sum();
    }
}
