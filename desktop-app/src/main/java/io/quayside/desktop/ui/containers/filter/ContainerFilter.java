package io.quayside.desktop.ui.containers.filter;

import io.quayside.desktop.state.model.Container;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A filter as typed: every term has to match.
///
/// @param terms what each asks for
/// @param fault what is wrong with the text, in words; the terms that could be read apply all the same
public record ContainerFilter(List<Predicate<Container>> terms, Optional<String> fault)
        implements Predicate<Container> {
    public static final ContainerFilter EVERYTHING = new ContainerFilter(List.of(), Optional.empty());

    public ContainerFilter {
        terms = List.copyOf(terms);
    }

    @Override
    public boolean test(Container container) {
        for (Predicate<Container> term : terms) {
            if (!term.test(container)) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }
}
