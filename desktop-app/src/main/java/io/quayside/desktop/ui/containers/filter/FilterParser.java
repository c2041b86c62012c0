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
        int i = 0;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else {
                i = word(text, i);
            }
        }
    }

    /// Reads one term from `start` on and returns where it ends.
    private int word(String text, int start) {
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        int i = start;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (Character.isWhitespace(c) && !quoted) {
                break;
            } else {
                word.append(c);
            }
        }
        if (quoted) {
            fault("A closing quotation mark is missing.");
        }
        boolean literal = text.charAt(start) == '"';
        add(word.toString(), literal);
        return i;
    }

    private void add(String word, boolean literal) {
        boolean not = !literal && word.startsWith("-") && word.length() > 1;
        String body = not ? word.substring(1) : word;
        Optional<Predicate<Container>> term = literal ? FilterTerms.text(body) : term(body);
        term.ifPresent(found -> terms.add(not ? found.negate() : found));
    }

    private Optional<Predicate<Container>> term(String body) {
        int colon = body.indexOf(':');
        if (colon <= 0 || !FilterTerms.KEYS.contains(body.substring(0, colon))) {
            return FilterTerms.text(body); // also "redis:7": a colon alone makes no key
        }
        String key = body.substring(0, colon);
        String value = body.substring(colon + 1);
        if (value.isEmpty()) {
            return Optional.empty(); // still being typed
        }
        return switch (key) {
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
