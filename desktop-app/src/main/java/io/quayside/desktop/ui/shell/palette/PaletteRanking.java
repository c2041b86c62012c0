package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.ui.shell.palette.PaletteResult.Group;
import io.quayside.desktop.ui.shell.palette.PaletteResult.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Decides what a query shows, in which groups and in which order. Without state; any thread.
final class PaletteRanking {
    /// In the search over everything, so that every kind has its place on the screen.
    static final int PER_GROUP = 5;
    /// In the search over one kind.
    static final int PER_SCOPE = 50;
    /// How many recent items and how many commands an empty query shows.
    static final int RECENT = 5;

    private static final int USED_BEFORE = 30 * 100;

    private final List<PaletteSource> sources;

    PaletteRanking(List<PaletteSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /// @param used ids of what was run before, newest first, repeated as often as it was run
    PaletteResult rank(PaletteQuery query, List<String> used) {
        FuzzyMatcher matcher = new FuzzyMatcher(query.text());
        if (!matcher.isEmpty()) {
            return new PaletteResult(query, found(query, matcher, used), elsewhere(query));
        }
        List<Group> groups = query.scope() == PaletteScope.EVERYTHING ? recent(used) : all(query.scope());
        return new PaletteResult(query, groups, List.of());
    }

    /// The entry with this id as its source has it now.
    Optional<PaletteEntry> find(String id) {
        return sources.stream()
                .flatMap(source -> source.entries().stream())
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    // With a query.

    private List<Group> found(PaletteQuery query, FuzzyMatcher matcher, List<String> used) {
        boolean everything = query.scope() == PaletteScope.EVERYTHING;
        int limit = everything ? PER_GROUP : PER_SCOPE;
        Map<String, PriorityQueue<Ranked>> best = new LinkedHashMap<>();
        int order = 0;
        for (PaletteSource source : sources) {
            if (!everything && source.scope() != query.scope()) {
                continue;
            }
            PriorityQueue<Ranked> hits =
                    best.computeIfAbsent(source.group(), group -> new PriorityQueue<>(Ranked.BEST_FIRST.reversed()));
            for (PaletteEntry entry : source.entries()) {
                Optional<Match> match = matcher.match(entry);
                if (match.isPresent()) {
                    int score = match.get().score() + (used.contains(entry.id()) ? USED_BEFORE : 0);
                    hits.add(new Ranked(new Hit(entry, match.get()), score, order++));
                    if (hits.size() > limit) {
                        hits.remove();
                    }
                }
            }
        }
        return groups(best);
    }

    private static List<Group> groups(Map<String, PriorityQueue<Ranked>> best) {
        record Scored(Group group, Ranked top) {}
        List<Scored> scored = new ArrayList<>();
        best.forEach((heading, hits) -> {
            List<Ranked> sorted = new ArrayList<>(hits);
            sorted.sort(Ranked.BEST_FIRST);
            if (!sorted.isEmpty()) {
                List<Hit> list = sorted.stream().map(Ranked::hit).toList();
                scored.add(new Scored(new Group(heading, list), sorted.getFirst()));
            }
        });
        scored.sort(Comparator.comparing(Scored::top, Ranked.BEST_FIRST));
        return scored.stream().map(Scored::group).toList();
    }

    private record Ranked(Hit hit, int score, int order) {
        static final Comparator<Ranked> BEST_FIRST =
                Comparator.comparingInt(Ranked::score).reversed().thenComparingInt(Ranked::order);
    }

    private List<Hit> elsewhere(PaletteQuery query) {
        if (query.scope() != PaletteScope.EVERYTHING) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (PaletteSource source : sources) {
            source.elsewhere(query.text()).ifPresent(entry -> hits.add(marked(entry, query.text())));
        }
        return hits;
    }

    private static Hit marked(PaletteEntry entry, String text) {
        int at = entry.title().indexOf(text);
        return new Hit(entry, at < 0 ? Match.PLAIN : new Match(0, List.of(new Match.Span(at, at + text.length()))));
    }

    // Without a query.

    private List<Group> recent(List<String> used) {
        Map<String, PaletteEntry> byId = new HashMap<>();
        List<PaletteEntry> commands = new ArrayList<>();
        for (PaletteSource source : sources) {
            source.entries().forEach(entry -> byId.putIfAbsent(entry.id(), entry));
            if (source.scope() == PaletteScope.COMMANDS) {
                commands.addAll(source.entries());
            }
        }
        List<Hit> items = used.stream()
                .distinct()
                .map(byId::get)
                .filter(entry -> entry != null && !commands.contains(entry))
                .limit(RECENT)
                .map(entry -> new Hit(entry, Match.PLAIN))
                .toList();
        List<Hit> most = mostUsed(commands, used);
        List<Group> groups = new ArrayList<>();
        if (!items.isEmpty()) {
            groups.add(new Group("Recent", items));
        }
        if (!most.isEmpty()) {
            groups.add(new Group("Commands", most));
        }
        return groups;
    }

    private static List<Hit> mostUsed(List<PaletteEntry> commands, List<String> used) {
        Map<String, Integer> counts = new HashMap<>();
        used.forEach(id -> counts.merge(id, 1, Integer::sum));
        return commands.stream()
                .sorted(Comparator.comparingInt((PaletteEntry entry) -> -counts.getOrDefault(entry.id(), 0)))
                .limit(RECENT)
                .map(entry -> new Hit(entry, Match.PLAIN))
                .toList();
    }

    private List<Group> all(PaletteScope scope) {
        Map<String, List<Hit>> byGroup = new LinkedHashMap<>();
        for (PaletteSource source : sources) {
            if (source.scope() == scope) {
                List<Hit> hits = byGroup.computeIfAbsent(source.group(), group -> new ArrayList<>());
                source.entries().stream().limit(PER_SCOPE).forEach(entry -> hits.add(new Hit(entry, Match.PLAIN)));
            }
        }
        List<Group> groups = new ArrayList<>();
        byGroup.forEach((heading, hits) -> {
            if (!hits.isEmpty()) {
                groups.add(new Group(heading, hits));
            }
        });
        return groups;
    }
}
