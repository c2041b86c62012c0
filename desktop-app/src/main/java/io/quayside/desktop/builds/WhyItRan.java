package io.quayside.desktop.builds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Why a step wasn't taken from the cache, as far as the builds prove it; nothing is guessed.
public sealed interface WhyItRan {
    /// The build was told to use no cache.
    record NotAsked() implements WhyItRan {}

    /// An earlier step ran, and nothing behind one that ran is in the cache.
    ///
    /// @param first the step at which the cache ended
    record After(BuildStep first) implements WhyItRan {}

    /// The last build of the same file had no such instruction there.
    record Changed() implements WhyItRan {}

    /// There is no earlier build of this file.
    record First() implements WhyItRan {}

    /// The same instruction ran before, after the same cached steps: its files, or the cache, are others now.
    record Unknown() implements WhyItRan {}

    /// @param earlier all builds that are known, the newest first
    static WhyItRan of(BuildStep step, BuildRecord build, List<BuildRecord> earlier) {
        if (build.request().noCache()) {
            return new NotAsked();
        }
        Optional<BuildStep> first = firstThatRan(step, build);
        if (first.isPresent()) {
            return new After(first.get());
        }
        Optional<BuildRecord> last = earlier.stream()
                .filter(each -> each.begun().isBefore(build.begun())
                        && each.request().folder().equals(build.request().folder())
                        && each.request().dockerfile().equals(build.request().dockerfile())
                        && each.engine().equals(build.engine())
                        && each.steps().stream().anyMatch(BuildStep::isInstruction))
                .findFirst();
        if (last.isEmpty()) {
            return new First();
        }
        boolean same = last.get().instructions().stream()
                .anyMatch(each ->
                        each.stage().equals(step.stage()) && each.instruction().equals(step.instruction()));
        return same ? new Unknown() : new Changed();
    }

    /// The earliest instruction among those that the step comes after, itself aside, that wasn't cached.
    private static Optional<BuildStep> firstThatRan(BuildStep step, BuildRecord build) {
        Map<Integer, BuildStep> byId = new HashMap<>();
        build.steps().forEach(each -> byId.put(each.id(), each));
        List<BuildStep> ran = new ArrayList<>();
        gather(step, byId, new HashSet<>(), ran);
        return ran.stream()
                .filter(each -> each.isInstruction()
                        && each.state() == BuildStep.State.DONE
                        // A FROM that is fetched or looked up says nothing about the cache.
                        && !each.instruction().regionMatches(true, 0, "FROM ", 0, 5))
                .min(java.util.Comparator.comparingInt(BuildStep::id));
    }

    private static void gather(BuildStep step, Map<Integer, BuildStep> byId, Set<Integer> seen, List<BuildStep> found) {
        for (int id : step.after()) {
            BuildStep before = byId.get(id);
            if (before != null && seen.add(id)) {
                found.add(before);
                gather(before, byId, seen, found);
            }
        }
    }
}
