package io.quayside.desktop.builds;

import io.quayside.desktop.builds.BuildStep.State;
import io.quayside.engine.build.BuildEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What is known of the steps of a build, folded from what the builder tells. Any thread: the builder's writes, others
/// take snapshots; the object's lock covers both.
public final class BuildSteps {
    private final TreeMap<Integer, BuildStep> steps = new TreeMap<>(); // guarded by this
    private final Map<Integer, Map<String, BuildEvent.Fetching>> fetching = new TreeMap<>(); // guarded by this

    /// All that are known, in the order in which they were told.
    public synchronized List<BuildStep> snapshot() {
        return List.copyOf(steps.values());
    }

    /// What is being fetched or sent for a step that is at work, each layer once.
    public synchronized List<BuildEvent.Fetching> fetching(int step) {
        return List.copyOf(fetching.getOrDefault(step, Map.of()).values());
    }

    /// Takes what the builder tells; output is for whoever keeps it, see [#wrote].
    public synchronized void accept(BuildEvent event) {
        switch (event) {
            case BuildEvent.StepAdded added -> add(added);
            case BuildEvent.StepStarted(int step, Instant at) ->
                change(step, was -> isOver(was) ? was : was.startedAt(at));
            case BuildEvent.StepCached(int step) -> {
                change(step, was -> was.state() == State.FAILED ? was : was.in(State.CACHED));
                fetching.remove(step);
            }
            case BuildEvent.StepEnded(int step, Instant at, Optional<String> failure) -> {
                change(step, was -> ended(was, at, failure));
                fetching.remove(step);
            }
            case BuildEvent.Fetching layer ->
                fetching.computeIfAbsent(layer.step(), ignored -> new LinkedHashMap<>())
                        .put(layer.layer(), layer);
            case BuildEvent.Output ignored -> {}
            case BuildEvent.Built ignored -> {}
        }
    }

    /// Output of a step is kept there.
    synchronized void wrote(int step, OutputSpan where) {
        change(step, was -> was.wrote(where));
    }

    /// The build is over.
    ///
    /// @param good whether there is an image
    /// @param failed the step that failed, 0 for none, should the builder not have said so itself
    /// @param words what the builder said about it
    public synchronized void over(Instant at, boolean good, int failed, String words) {
        change(failed, was -> was.endedAt(was.ended().orElse(at), State.FAILED, Optional.of(words)));
        steps.replaceAll((id, was) -> switch (was.state()) {
            case RUNNING -> was.endedAt(at, good ? State.DONE : State.STOPPED, Optional.empty());
            case WAITING -> was.in(State.NOT_REACHED);
            case CACHED, DONE, FAILED, STOPPED, NOT_REACHED -> was;
        });
        fetching.clear();
    }

    private void add(BuildEvent.StepAdded added) {
        // A builder that tells a step again knows more about it by now.
        Optional<BuildStep> before = Optional.ofNullable(steps.get(added.step()));
        steps.put(
                added.step(),
                new BuildStep(
                        added.step(),
                        added.stage(),
                        added.number(),
                        added.total(),
                        added.instruction(),
                        Set.copyOf(added.after()),
                        before.map(BuildStep::state).orElse(State.WAITING),
                        before.flatMap(BuildStep::begun),
                        before.flatMap(BuildStep::ended),
                        before.flatMap(BuildStep::failure),
                        before.map(BuildStep::output).orElse(OutputSpan.NONE)));
    }

    private static BuildStep ended(BuildStep was, Instant at, Optional<String> failure) {
        if (failure.isPresent()) {
            return was.endedAt(at, State.FAILED, failure);
        }
        return was.endedAt(at, was.state() == State.CACHED ? State.CACHED : State.DONE, Optional.empty());
    }

    private static boolean isOver(BuildStep step) {
        return step.state() == State.CACHED || step.state() == State.FAILED;
    }

    private void change(int step, UnaryOperator<BuildStep> how) {
        steps.computeIfPresent(step, (id, was) -> how.apply(was));
    }
}
