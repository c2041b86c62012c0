package io.quayside.desktop.ui.run;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.model.Limits;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.run.RunCheck.Kind;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What is known about a container that could be, before it runs. Only what was read or measured is said.
///
/// @param image what the image says, once that was read
/// @param toPull how many bytes the layers of one that isn't here have
/// @param faults what is wrong with the form
/// @param now for ages
record BeforeRun(
        RunSpec spec,
        RunViewModel.ImageState state,
        Optional<ImageDetails> image,
        OptionalLong toPull,
        List<RunFault> faults,
        MirrorSnapshot engine,
        EngineFigures figures,
        EngineLook.Seen seen,
        Instant now) {
    /// Images that are built to be the same each time carry a date long past.
    private static final Instant OLDEST = Instant.parse("2013-03-01T00:00:00Z");

    List<RunCheck> checks() {
        List<RunCheck> all = new ArrayList<>();
        image(all);
        platform(all);
        faults.forEach(fault -> all.add(RunCheck.of(fault)));
        if (faults.isEmpty()) {
            free(all);
        }
        folders(all);
        memory(all);
        health(all);
        return all;
    }

    private void image(List<RunCheck> all) {
        switch (state) {
            case HERE ->
                all.add(RunCheck.of(
                        Kind.FINE,
                        "The image is on this engine"
                                + image.map(one -> ", " + Sizes.of(one.size()) + built(one))
                                        .orElse("")));
            case MISSING ->
                all.add(RunCheck.of(
                        Kind.PULL,
                        "The image is not on this engine and is pulled first"
                                + (toPull.isPresent()
                                        ? ": " + Sizes.of(toPull.getAsLong()) + ", less what other images share"
                                        : "")));
            case UNKNOWN -> {}
        }
    }

    private String built(ImageDetails one) {
        return one.created()
                .filter(time -> time.isAfter(OLDEST) && time.isBefore(now))
                .map(time -> ", built " + Times.coarse(Duration.between(time, now)) + " ago")
                .orElse("");
    }

    private void platform(List<RunCheck> all) {
        if (image.isEmpty()
                || seen.engine().isEmpty()
                || image.get().architecture().isEmpty()) {
            return;
        }
        EngineInfo machine = seen.engine().get();
        String of = Platforms.of(image.get().os(), image.get().architecture());
        String its = Platforms.of(machine.osType(), machine.architecture());
        String wanted = spec.value(RunFlag.PLATFORM).orElse("");
        if (!wanted.isEmpty() && !Platforms.matches(wanted, of)) {
            all.add(RunCheck.of(
                    Kind.WARNING,
                    RunFlag.PLATFORM,
                    "The image that is here is for " + SafeText.line(of) + ", not " + SafeText.line(wanted)));
        } else if (Platforms.runs(its, of)) {
            all.add(RunCheck.of(Kind.FINE, "It is for " + SafeText.line(of) + ", as the engine"));
        } else {
            all.add(new RunCheck(
                    Kind.WARNING,
                    "The image is for " + SafeText.line(of) + ", the engine is " + SafeText.line(its)
                            + ". It runs only where that is emulated, and slower",
                    Optional.of(new RunFault(Optional.empty(), "", ""))));
        }
    }

    private void free(List<RunCheck> all) {
        if (spec.value(RunFlag.NAME).isPresent()) {
            all.add(RunCheck.of(Kind.FINE, "The name is free"));
        }
        if (!spec.values(RunFlag.PUBLISH).isEmpty()) {
            all.add(RunCheck.of(Kind.FINE, "No running container has these ports"));
        }
    }

    private void folders(List<RunCheck> all) {
        for (BindSource source : BindSource.of(spec)) {
            EngineLook.At at = seen.paths().get(source.path());
            if (at != null) {
                all.add(folder(source, at));
            }
        }
    }

    private static RunCheck folder(BindSource source, EngineLook.At at) {
        String path = SafeText.line(source.path());
        return switch (at) {
            case FOLDER -> RunCheck.of(Kind.FINE, "The folder " + path + " is there");
            case FILE -> RunCheck.of(Kind.FACT, source.flag(), path + " is a file, and will be one in the container");
            case UNSEEN ->
                RunCheck.of(Kind.FACT, path + " is a path on the engine's machine, which can't be looked at from here");
            case NOTHING ->
                RunCheck.of(
                        Kind.WARNING,
                        source.flag(),
                        path
                                + (source.isMade()
                                        ? " isn't there. The engine makes an empty folder of it, which belongs to root"
                                        : " isn't there, and the engine refuses that with --mount"));
        };
    }

    private void memory(List<RunCheck> all) {
        OptionalDouble limit =
                spec.value(RunFlag.MEMORY).map(ResourcesSection::bytes).orElse(OptionalDouble.empty());
        if (limit.isEmpty() || limit.getAsDouble() == 0 || figures.memoryTotal() == 0) {
            return;
        }
        long wanted = (long) limit.getAsDouble();
        long free = figures.memoryTotal() - figures.memoryUsed();
        String size = Sizes.of(wanted);
        if (wanted > figures.memoryTotal()) {
            all.add(RunCheck.of(
                    Kind.WARNING,
                    RunFlag.MEMORY,
                    size + " is more than the " + Sizes.of(figures.memoryTotal()) + " that the engine has"));
        } else if (figures.measured() && wanted > free) {
            all.add(RunCheck.of(
                    Kind.WARNING,
                    RunFlag.MEMORY,
                    size + " is more than the " + Sizes.of(free)
                            + " of the engine's memory that containers leave now"));
        } else if (figures.measured()) {
            all.add(RunCheck.of(
                    Kind.FINE, size + " fits: containers leave " + Sizes.of(free) + " of the engine's memory"));
        }
        limits(all);
    }

    /// What the containers that run may use at most.
    private void limits(List<RunCheck> all) {
        List<Limits> running = engine.containers().orElse(Map.of()).values().stream()
                .filter(Container::isUp)
                .map(Container::limits)
                .toList();
        if (running.isEmpty() || running.contains(Limits.UNKNOWN)) {
            return;
        }
        long sum = running.stream().mapToLong(Limits::memory).sum();
        long without = running.stream().filter(one -> one.memory() == 0).count();
        String limited = sum == 0 ? "" : "The limits of running containers come to " + Sizes.of(sum);
        String free = without == 0
                ? ""
                : without == 1 ? "1 running container has no limit" : without + " running containers have no limit";
        all.add(RunCheck.of(Kind.FACT, limited + (limited.isEmpty() || free.isEmpty() ? "" : ". ") + free));
    }

    private void health(List<RunCheck> all) {
        boolean none = image.filter(one -> one.config().healthcheck().isEmpty()).isPresent();
        if (none && spec.value(RunFlag.HEALTH_CMD).isEmpty()) {
            all.add(RunCheck.of(Kind.FACT, "The image has no health check. Status will show running or stopped only"));
        }
    }
}
