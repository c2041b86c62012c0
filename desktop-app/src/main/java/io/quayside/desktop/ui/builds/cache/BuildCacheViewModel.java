package io.quayside.desktop.ui.builds.cache;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.BuildCacheEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the build cache of the engine holds, as it was when it was asked last. FX thread.
public final class BuildCacheViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(BuildCacheViewModel.class);

    private final ContainersParts parts;
    private final LatestAnswer measure;
    private final ReadOnlyObjectWrapper<Optional<List<BuildCacheEntry>>> entries =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pruning = new ReadOnlyBooleanWrapper();

    /// What became of a prune.
    private record Freed(List<BuildCacheEntry> after, String words) {}

    public BuildCacheViewModel(ContainersParts parts) {
        this.parts = parts;
        this.measure = new LatestAnswer(parts.fx(), "build-cache");
    }

    /// The largest first; empty until the engine has answered.
    ReadOnlyObjectProperty<Optional<List<BuildCacheEntry>>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /// What the last prune freed, or nothing.
    ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pruningProperty() {
        return pruning.getReadOnlyProperty();
    }

    /// "Build cache 5.2 GB"; nothing until that is known.
    public String words() {
        return entries.get()
                .map(all -> "Build cache " + Sizes.of(CachePrune.size(all)))
                .orElse("");
    }

    /// Calls `listener` now and whenever the words may be others.
    public void onWords(Runnable listener) {
        entries.subscribe(ignored -> listener.run());
    }

    /// Asks the engine, unless an answer is on its way.
    public void ask() {
        Optional<Engine> engine = parts.session().engine();
        if (engine.isPresent() && !measure.isWaiting()) {
            measure.ask(() -> read(engine.get()), answer -> answer.ifPresent(now -> entries.set(Optional.of(now))));
        }
    }

    /// Nobody looks any more.
    public void hidden() {
        measure.stop();
    }

    public boolean settled() {
        return !measure.isWaiting();
    }

    void begin() {
        result.set("");
        problem.set(Optional.empty());
    }

    /// Which entries would go now.
    List<BuildCacheEntry> going(CachePrune what) {
        return what.of(entries.get().orElse(List.of()), now());
    }

    /// Has the engine delete a part of it.
    void prune(CachePrune what) {
        begin();
        pruning.set(true);
        parts.tasks()
                .task("Deleting build cache")
                .doneTitle("Deleted build cache")
                .kind(TaskKind.BUILD)
                .location("builds")
                .explain(failure -> parts.problems().map(failure, new Attempt("delete", "the build cache")))
                .onFailure(why -> problem.set(Optional.of(why)))
                .onEnd(() -> pruning.set(false))
                .start(context -> prune(what, context), freed -> {
                    entries.set(Optional.of(freed.after()));
                    result.set(freed.words());
                });
    }

    private Freed prune(CachePrune what, TaskContext context) throws EngineException {
        Engine engine = parts.connected();
        long before = CachePrune.size(engine.system().diskUsage().buildCache());
        engine.builds().prune(what.all(), what.filters());
        List<BuildCacheEntry> left = sorted(engine.system().diskUsage().buildCache());
        long after = CachePrune.size(left);
        String words = "Freed " + Sizes.of(Math.max(0, before - after)) + ": " + Sizes.of(before) + " before, "
                + Sizes.of(after) + " now.";
        context.outcome(words);
        return new Freed(left, words);
    }

    private static Optional<List<BuildCacheEntry>> read(Engine engine) {
        try {
            return Optional.of(sorted(engine.system().diskUsage().buildCache()));
        } catch (EngineException e) {
            LOG.debug("The engine can't say what its build cache holds", e);
            return Optional.empty();
        }
    }

    private static List<BuildCacheEntry> sorted(List<BuildCacheEntry> all) {
        return all.stream()
                .sorted(Comparator.comparingLong(BuildCacheEntry::size)
                        .reversed()
                        .thenComparing(BuildCacheEntry::id))
                .toList();
    }

    Instant now() {
        return parts.clock().instant();
    }
}
