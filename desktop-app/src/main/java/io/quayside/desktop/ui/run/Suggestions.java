package io.quayside.desktop.ui.run;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.SearchResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which images could be meant by what somebody typed. Registries are asked only when somebody wants that: they would
/// learn each name that is typed.
final class Suggestions {
    /// How many a search asks for.
    static final int MOST_FOUND = 12;

    private static final int MOST = 7;
    private static final int SHORTEST_SEARCH = 2;

    private Suggestions() {}

    /// Images of the engine, those that begin with the text first, and the way to a search.
    static List<Suggestion> of(String typed, MirrorSnapshot engine) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        List<Suggestion> all = new ArrayList<>();
        engine.images()
                .orElse(List.of())
                .forEach(image -> image.tags().stream()
                        .filter(tag -> !tag.startsWith("<none>"))
                        .filter(tag -> tag.toLowerCase(Locale.ROOT).contains(text) && !tag.equals(typed.strip()))
                        .forEach(tag -> all.add(here(image, tag))));
        List<Suggestion> shown = new ArrayList<>(all.stream()
                .sorted(Comparator.<Suggestion, Boolean>comparing(
                                one -> !one.reference().toLowerCase(Locale.ROOT).startsWith(text))
                        .thenComparing(Suggestion::reference))
                .limit(MOST)
                .toList());
        if (text.length() >= SHORTEST_SEARCH && !text.contains(" ")) {
            shown.add(new Suggestion(Suggestion.Kind.SEARCH, typed.strip(), ""));
        }
        return shown;
    }

    private static Suggestion here(ImageSummary image, String tag) {
        return new Suggestion(Suggestion.Kind.HERE, tag, Sizes.of(image.size()));
    }

    /// What a registry has.
    static List<Suggestion> found(List<SearchResult> results) {
        return results.stream()
                .map(one -> new Suggestion(Suggestion.Kind.FOUND, one.name(), words(one)))
                .toList();
    }

    private static String words(SearchResult one) {
        String stars = one.stars() == 0 ? "" : String.format(Locale.ROOT, "%,d stars", one.stars());
        String mark = one.official() ? "official" + (stars.isEmpty() ? "" : ", ") : "";
        String about = SafeText.line(one.description());
        String facts = mark + stars;
        return facts + (facts.isEmpty() || about.isEmpty() ? "" : "  ") + about;
    }
}
