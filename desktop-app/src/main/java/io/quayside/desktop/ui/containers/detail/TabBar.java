package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.TabNames;
import io.quayside.desktop.ui.control.Tip;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.util.Subscription;

/// The names of a container's tabs, with their keys, and what there is to count in them.
final class TabBar extends TabNames {
    private final DetailContext context;
    private final List<DetailTabEntry> entries;
    private Subscription counting = Subscription.EMPTY;

    /// @param keys the key of a tab, by its id
    TabBar(DetailContext context, List<DetailTabEntry> entries, UnaryOperator<String> keys, Consumer<String> open) {
        super(entries.stream().map(entry -> new Tab(entry.id(), entry.title())).toList(), open);
        this.context = context;
        this.entries = List.copyOf(entries);
        for (DetailTabEntry entry : entries) {
            Tip.on(button(entry.id()), keys.apply(entry.id()));
            button(entry.id()).setOnMouseEntered(event -> Tip.on(button(entry.id()), keys.apply(entry.id())));
        }
    }

    /// Puts the numbers of a container behind the titles.
    void count(Optional<ContainerLine> container) {
        counting.unsubscribe();
        counting = Subscription.EMPTY;
        for (DetailTabEntry entry : entries) {
            counting = counting.and(container
                    .map(line -> entry.count().follow(context, line, number -> count(entry.id(), number)))
                    .orElse(Subscription.EMPTY));
        }
    }
}
