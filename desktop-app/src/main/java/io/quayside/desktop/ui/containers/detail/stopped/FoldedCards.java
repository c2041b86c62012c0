package io.quayside.desktop.ui.containers.detail.stopped;

import io.quayside.desktop.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The containers whose card "Why did it stop?" was folded, as the settings keep them: the latest of them, since nobody
/// says when a container is gone for good. FX thread.
final class FoldedCards {
    static final int MOST = 100;

    private static final String KEY = "container.why-stopped-folded";
    private static final int SHORT_ID = 12;

    private final Supplier<Settings> settings;
    private final Consumer<UnaryOperator<Settings>> update;

    FoldedCards(Supplier<Settings> settings, Consumer<UnaryOperator<Settings>> update) {
        this.settings = settings;
        this.update = update;
    }

    boolean has(String id) {
        return all(settings.get()).contains(shortened(id));
    }

    /// Folds the card of a container, or unfolds it.
    void set(String id, boolean folded) {
        update.accept(before -> {
            List<String> all = new ArrayList<>(all(before));
            all.remove(shortened(id));
            if (folded) {
                all.add(shortened(id));
            }
            List<String> latest = all.subList(Math.max(0, all.size() - MOST), all.size());
            return before.withChoice(KEY, String.join(" ", latest));
        });
    }

    private static List<String> all(Settings settings) {
        String known = settings.choice(KEY, "");
        return known.isEmpty() ? List.of() : List.of(known.split(" "));
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }
}
