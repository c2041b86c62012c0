package io.quayside.desktop.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.engine.build.BuildEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Steps that run beside each other, and how they end when the build does.
class BuildStepsTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private final BuildSteps steps = new BuildSteps();

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    private void add(int step, int number, Integer... after) {
        steps.accept(new BuildEvent.StepAdded(step, "s", number, 4, "RUN " + step, Set.of(after)));
    }

    private List<BuildStep.State> states() {
        return steps.snapshot().stream().map(BuildStep::state).toList();
    }

    @Test
    void stepsBesideEachOtherKeepTheirOwnTimes() {
        add(1, 1);
        add(2, 2, 1);
        add(3, 3, 1);
        add(4, 4, 2, 3);
        steps.accept(new BuildEvent.StepCached(1));
        steps.accept(new BuildEvent.StepStarted(2, at(0)));
        steps.accept(new BuildEvent.StepStarted(3, at(10)));
        assertEquals(
                List.of(
                        BuildStep.State.CACHED,
                        BuildStep.State.RUNNING,
                        BuildStep.State.RUNNING,
                        BuildStep.State.WAITING),
                states());
        steps.accept(new BuildEvent.StepEnded(3, at(40), Optional.empty()));
        steps.accept(new BuildEvent.StepEnded(2, at(90), Optional.empty()));
        List<BuildStep> now = steps.snapshot();
        assertEquals(Optional.of(Duration.ofMillis(90)), now.get(1).took(at(500)));
        assertEquals(Optional.of(Duration.ofMillis(30)), now.get(2).took(at(500)));
        assertEquals(Optional.empty(), now.get(3).took(at(500)));
        assertEquals(Set.of(2, 3), now.get(3).after());
    }

    @Test
    void aStepThatIsToldAfterItBeganIsntForgotten() {
        add(1, 1);
        steps.accept(new BuildEvent.StepStarted(1, at(0)));
        add(1, 1);
        assertEquals(List.of(BuildStep.State.RUNNING), states());
        steps.accept(new BuildEvent.StepCached(1));
        steps.accept(new BuildEvent.StepEnded(1, at(5), Optional.empty()));
        assertEquals(List.of(BuildStep.State.CACHED), states());
    }

    @Test
    void whenOneFailsItsNeighbourWasStoppedAndTheRestNotReached() {
        add(1, 1);
        add(2, 2);
        add(3, 3, 1, 2);
        steps.accept(new BuildEvent.StepStarted(1, at(0)));
        steps.accept(new BuildEvent.StepStarted(2, at(0)));
        steps.accept(new BuildEvent.StepEnded(1, at(20), Optional.of("exit code: 1")));
        steps.over(at(25), false, 0, "");
        assertEquals(List.of(BuildStep.State.FAILED, BuildStep.State.STOPPED, BuildStep.State.NOT_REACHED), states());
        assertEquals(Optional.of("exit code: 1"), steps.snapshot().getFirst().failure());
        assertEquals(Optional.of(at(25)), steps.snapshot().get(1).ended());
    }

    @Test
    void aFailureThatOnlyTheEndTellsIsThatOfItsStep() {
        add(1, 1);
        steps.accept(new BuildEvent.StepStarted(1, at(0)));
        steps.over(at(9), false, 1, "returned a non-zero code: 3");
        assertEquals(List.of(BuildStep.State.FAILED), states());
        assertEquals(
                Optional.of("returned a non-zero code: 3"),
                steps.snapshot().getFirst().failure());
    }

    @Test
    void whatIsFetchedIsKnownOncePerLayerUntilTheStepIsOver() {
        add(1, 1);
        steps.accept(new BuildEvent.Fetching(1, "a", 1, 10, "Downloading"));
        steps.accept(new BuildEvent.Fetching(1, "b", 2, 10, "Downloading"));
        steps.accept(new BuildEvent.Fetching(1, "a", 5, 10, "Downloading"));
        assertEquals(
                List.of(5L, 2L),
                steps.fetching(1).stream().map(BuildEvent.Fetching::current).toList());
        steps.accept(new BuildEvent.StepEnded(1, at(1), Optional.empty()));
        assertEquals(List.of(), steps.fetching(1));
    }

    @Test
    void baseImagesAreThoseOfRegistriesOnly() {
        String dockerfile = """
                # syntax=registry.example.com/front/end:1
                ARG BASE=registry.example.com/base
                ARG TAG
                FROM --platform=$BUILDPLATFORM ${BASE}:${TAG:-1} AS deps
                ARG BASE=not-this-one
                RUN --mount=type=bind,from=tools:2,target=/t true
                FROM deps AS final
                COPY --from=deps /a /b
                COPY --from=0 /a /c
                COPY --from=nginx:1.27 /a /d
                FROM scratch
                """;
        assertEquals(
                Set.of("registry.example.com/front/end:1", "registry.example.com/base:1", "tools:2", "nginx:1.27"),
                BaseImages.of(dockerfile, java.util.Map.of()));
        assertEquals(
                true, BaseImages.of(dockerfile, java.util.Map.of("TAG", "9")).contains("registry.example.com/base:9"));
    }
}
