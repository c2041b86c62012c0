package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.SearchResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Looks for what is typed in the registry that it names, once typing has paused. FX thread.
public final class ImageSearch {
    /// What was found.
    ///
    /// @param term what was looked for; empty for nothing
    /// @param results the best first; empty optional if the registry can't be searched
    public record Found(String term, Optional<List<SearchResult>> results) {
        static final Found NOTHING = new Found("", Optional.of(List.of()));
    }

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int SHORTEST = 3;
    private static final int MOST = 10;

    private final ContainersParts parts;
    private final LatestAnswer asked;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private Subscription pause = () -> {};

    public ImageSearch(ContainersParts parts) {
        this.parts = parts;
        this.asked = new LatestAnswer(parts.fx(), "image-search");
    }

    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// This is in the field now. A tag or digest is no part of what is looked for.
    void typed(String text) {
        String term = TypedName.bare(text);
        if (term.equals(found.get().term())) {
            return;
        }
        stop();
        found.set(Found.NOTHING);
        if (term.length() >= SHORTEST) {
            pause = parts.fx().after(PAUSE, () -> search(term));
        }
    }

    /// Nobody waits for an answer any more.
    public void stop() {
        pause.close();
        asked.stop();
    }

    private void search(String term) {
        parts.session().engine().ifPresent(engine -> asked.ask(() -> answer(engine, term), found::set));
    }

    private static Found answer(Engine engine, String term) {
        try {
            return new Found(term, Optional.of(engine.images().search(term, MOST, Filters.none(), Optional.empty())));
        } catch (EngineException e) {
            return new Found(term, Optional.empty());
        }
    }
}
