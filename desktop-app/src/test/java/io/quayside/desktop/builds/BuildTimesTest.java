package io.quayside.desktop.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quayside.engine.build.BuildEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where the time of a build of several stages went, and why its costliest step ran.
class BuildTimesTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final BuildSteps steps = new BuildSteps();
    private BuildRequest request = BuildRequest.of(Path.of("/src/shop"), "shop:1");
    private int told;

    private static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    private int step(String stage, String instruction, Integer... after) {
        told++;
        steps.accept(new BuildEvent.StepAdded(
                told, stage, stage.isEmpty() ? 0 : told, stage.isEmpty() ? 0 : 9, instruction, Set.of(after)));
        return told;
    }

    private void ran(int step, double from, double to) {
        steps.accept(new BuildEvent.StepStarted(step, at(from)));
        steps.accept(new BuildEvent.StepEnded(step, at(to), Optional.empty()));
    }

    private BuildRecord built(Instant begun, double seconds) {
        return BuildRecord.beginning("b" + begun.toEpochMilli(), request, "test", begun)
                .with(steps.snapshot(), "BuildKit", 0, false)
                .built(begun.plusMillis(Math.round(seconds * 1000)), "sha256:1", Optional.empty());
    }

    /// As in UI.md's picture: two stages beside each other, and the second waits for the first.
    private BuildRecord shop() {
        int load = step("", "Load build context");
        int base = step("deps", "FROM node:20");
        int copy = step("deps", "COPY package.json ./", base, load);
        int install = step("deps", "RUN npm ci", copy);
        int build = step("build", "RUN npm run build", install);
        int test = step("test", "RUN npm test", install);
        int slim = step("final", "FROM node:20-slim");
        int last = step("final", "COPY --from=build /app /app", slim, build);
        ran(load, 0, 2.1);
        steps.accept(new BuildEvent.StepCached(base));
        ran(copy, 2.1, 2.15);
        ran(install, 2.15, 48.3);
        ran(build, 48.3, 82);
        ran(test, 48.3, 70);
        ran(slim, 0, 9.6);
        ran(last, 82, 84);
        return built(START, 84);
    }

    @Test
    void theLongestPathIsTheChainThatTheEndWaitedFor() {
        BuildTimes times = BuildTimes.of(shop(), at(100));
        List<String> path = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (BuildTimes.Row row : times.rows()) {
            (row.longest() ? path : beside).add(row.step().instruction());
        }
        assertEquals(
                List.of("Load build context", "RUN npm ci", "RUN npm run build", "COPY --from=build /app /app"), path);
        assertEquals(List.of("FROM node:20", "RUN npm test", "FROM node:20-slim"), beside);
        assertEquals(1, times.brief(), "the COPY took 50 ms");
        assertEquals("RUN npm ci", times.costliest().orElseThrow().step().instruction());
        assertEquals(Duration.ofMillis(2150), times.costliest().orElseThrow().from());
    }

    @Test
    void aStepRanBecauseAnEarlierOneDid() {
        BuildRecord build = shop();
        BuildStep install = build.steps().get(3);
        WhyItRan.After after = assertInstanceOf(WhyItRan.After.class, WhyItRan.of(install, build, List.of(build)));
        assertEquals("COPY package.json ./", after.first().instruction());
    }

    @Test
    void whatTheBuildsDontProveIsntSaid() {
        int base = step("deps", "FROM node:20");
        int install = step("deps", "RUN npm ci", base);
        steps.accept(new BuildEvent.StepCached(base));
        ran(install, 0, 5);
        BuildRecord first = built(START, 5);
        BuildStep step = first.steps().get(1);
        assertInstanceOf(WhyItRan.First.class, WhyItRan.of(step, first, List.of(first)));
        BuildRecord second = built(START.plusSeconds(60), 5);
        assertInstanceOf(WhyItRan.Unknown.class, WhyItRan.of(step, second, List.of(second, first)));
        BuildStep other = new BuildStep(
                2,
                "deps",
                2,
                9,
                "RUN npm install",
                Set.of(1),
                BuildStep.State.DONE,
                step.begun(),
                step.ended(),
                Optional.empty(),
                OutputSpan.NONE);
        assertInstanceOf(WhyItRan.Changed.class, WhyItRan.of(other, second, List.of(second, first)));
        request = new BuildRequest(
                request.folder(),
                request.dockerfile(),
                request.tags(),
                java.util.Map.of(),
                "",
                "",
                java.util.Map.of(),
                "",
                List.of(),
                true,
                false);
        BuildRecord whole = built(START.plusSeconds(90), 5);
        assertInstanceOf(WhyItRan.NotAsked.class, WhyItRan.of(step, whole, List.of(whole, first)));
    }
}
