package io.quayside.desktop.ui.images.filter;

import io.quayside.desktop.ui.containers.filter.FilterWords;
import io.quayside.desktop.ui.images.row.ImageLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A filter over images as typed: every term has to match. Words find names, ids, digests and labels; `tag:`, `label:`,
/// `arch:`, `container:` and `is:` ask for one of them.
///
/// @param terms what each asks for
/// @param fault what is wrong with the text, in words; the terms that could be read apply all the same
public record ImageFilter(List<Predicate<ImageLine>> terms, Optional<String> fault) implements Predicate<ImageLine> {
    public static final ImageFilter EVERYTHING = new ImageFilter(List.of(), Optional.empty());

    private static final Set<String> KEYS = Set.of("name", "tag", "label", "arch", "container", "is");
    private static final int ID_FROM = 4;

    public ImageFilter {
        terms = List.copyOf(terms);
    }

    public static ImageFilter parse(String text) {
        FilterWords read = FilterWords.of(text);
        Optional<String> fault = read.fault();
        List<Predicate<ImageLine>> terms = new ArrayList<>();
        for (FilterWords.Word word : read.words()) {
            Optional<Predicate<ImageLine>> term = term(word);
            term.ifPresent(found -> terms.add(word.not() ? found.negate() : found));
            boolean unknown = term.isEmpty()
                    && word.key(Set.of("is")).isPresent()
                    && !word.value().isEmpty();
            if (unknown && fault.isEmpty()) {
                fault = Optional.of(
                        "“is:" + word.value() + "” is not known. Use used, unused, untagged, pulled, local.");
            }
        }
        return new ImageFilter(terms, fault);
    }

    @Override
    public boolean test(ImageLine line) {
        return terms.stream().allMatch(term -> term.test(line));
    }

    private static Optional<Predicate<ImageLine>> term(FilterWords.Word word) {
        String key = word.key(KEYS).orElse("");
        String wanted = (key.isEmpty() ? word.body() : word.value()).toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.empty(); // still being typed
        }
        return switch (key) {
            case "" -> Optional.of(text(wanted));
            case "name" -> Optional.of(line -> has(line.name().repository(), wanted));
            case "tag" -> Optional.of(line -> has(line.name().tag(), wanted));
            case "label" -> Optional.of(label(word.value()));
            case "arch" -> Optional.of(line -> has(line.arch(), wanted));
            case "container" -> Optional.of(line -> line.usedBy().stream().anyMatch(user -> has(user.name(), wanted)));
            default -> is(wanted);
        };
    }

    private static Predicate<ImageLine> text(String wanted) {
        String id = wanted.startsWith("sha256:") ? wanted.substring(7) : wanted;
        return line -> has(
                        line.name().isTagged()
                                ? line.name().reference()
                                : line.name().repository(),
                        wanted)
                || (id.length() >= ID_FROM && line.image().id().startsWith("sha256:" + id))
                || (id.length() >= ID_FROM
                        && line.image().digests().stream().anyMatch(digest -> digest.contains("sha256:" + id)))
                || line.image().labels().entrySet().stream()
                        .anyMatch(label -> has(label.getKey(), wanted) || has(label.getValue(), wanted));
    }

    /// `key=value` exactly, or `key` with any value.
    private static Predicate<ImageLine> label(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return line -> line.image().labels().containsKey(text);
        }
        return line -> text.substring(equals + 1).equals(line.image().labels().get(text.substring(0, equals)));
    }

    private static Optional<Predicate<ImageLine>> is(String state) {
        return switch (state) {
            case "used" -> Optional.of(line -> !line.usedBy().isEmpty());
            case "unused" -> Optional.of(line -> line.usedBy().isEmpty());
            case "untagged" -> Optional.of(line -> !line.name().isTagged());
            case "pulled" -> Optional.of(ImageLine::isPullable);
            case "local" -> Optional.of(line -> !line.isPullable());
            default -> Optional.empty();
        };
    }

    private static boolean has(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
