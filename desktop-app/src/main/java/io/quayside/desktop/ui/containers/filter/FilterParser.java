package io.quayside.desktop.ui.containers.filter;

import io.quayside.desktop.state.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads the text of the filter field.
public final class FilterParser {
    private final List<Predicate<Container>> terms = new ArrayList<>();
    private Optional<String> fault = Optional.empty();

    private FilterParser() {}

    public static ContainerFilter parse(String text) {
        if (text.isBlank()) {
            return ContainerFilter.EVERYTHING;
        }
        FilterParser parser = new FilterParser();
        parser.read(text);
        return new ContainerFilter(parser.terms, parser.fault);
    }

    private void read(String text) {
        FilterWords read = FilterWords.of(text);
        read.fault().ifPresent(this::fault);
        for (FilterWords.Word word : read.words()) {
            term(word).ifPresent(found -> terms.add(word.not() ? found.negate() : found));
        }
    }

    private Optional<Predicate<Container>> term(FilterWords.Word word) {
        Optional<String> key = word.key(FilterTerms.KEYS);
        if (key.isEmpty()) {
            return FilterTerms.text(word.body());
        }
        String value = word.value();
        if (value.isEmpty()) {
            return Optional.empty(); // still being typed
        }
        return switch (key.get()) {
            case "port" -> port(value);
            case "is" -> is(value);
            case "label" -> FilterTerms.label(value);
            case "image" -> FilterTerms.image(value);
            default -> FilterTerms.name(value);
        };
    }

    private Optional<Predicate<Container>> port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= 65_535) {
                return FilterTerms.port(port);
            }
        } catch (NumberFormatException e) {
            // said below, with the same words as for a number that is no port
        }
        fault("“" + value + "” is not a port. A port is a number from 1 to 65535.");
        return Optional.empty();
    }

    private Optional<Predicate<Container>> is(String value) {
        Optional<Predicate<Container>> term = FilterTerms.is(value);
        if (term.isEmpty()) {
            fault("“is:" + value + "” is not known. Use " + String.join(", ", FilterTerms.STATES) + ".");
        }
        return term;
    }

    private void fault(String words) {
        if (fault.isEmpty()) {
            fault = Optional.of(words);
        }
    }
}
