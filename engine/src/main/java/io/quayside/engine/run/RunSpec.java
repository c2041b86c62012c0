package io.quayside.engine.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a `docker run` line says: its options in their order, the image, and the command.
///
/// @param options the options
/// @param image the image; empty in a draft
/// @param command what follows the image
public record RunSpec(List<RunOption> options, String image, List<String> command) {
    public RunSpec {
        options = List.copyOf(options);
        command = List.copyOf(command);
    }

    /// A container of this image in the background, as it is by default.
    public static RunSpec detached(String image) {
        return new RunSpec(List.of(RunOption.on(RunFlag.DETACH)), image, List.of());
    }

    /// The value of an option that has one, the last if it was given several times.
    public Optional<String> value(RunFlag flag) {
        List<String> values = values(flag);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /// All values of an option.
    public List<String> values(RunFlag flag) {
        return options.stream()
                .filter(option -> option.flag() == flag)
                .map(RunOption::value)
                .toList();
    }

    /// Whether a switch is on.
    public boolean isOn(RunFlag flag) {
        return value(flag).filter(Switches::isOn).isPresent();
    }

    /// The same with these values for an option, in the place of those it had.
    public RunSpec with(RunFlag flag, Collection<String> values) {
        return with(
                option -> option.flag() == flag,
                values.stream().map(value -> new RunOption(flag, value)).toList());
    }

    /// The same with one value for an option, or without it when the value is empty.
    public RunSpec with(RunFlag flag, String value) {
        return with(flag, value.isEmpty() ? List.of() : List.of(value));
    }

    /// The same with a switch on, or without it.
    public RunSpec with(RunFlag flag, boolean on) {
        return with(flag, on ? List.of("true") : List.of());
    }

    /// The same with these options where the first of those that they replace was, or at the place of their kind.
    public RunSpec with(Predicate<RunOption> replaced, List<RunOption> others) {
        List<RunOption> next = new ArrayList<>();
        int place = -1;
        for (RunOption option : options) {
            if (!replaced.test(option)) {
                next.add(option);
            } else if (place < 0) {
                place = next.size();
            }
        }
        if (place < 0) {
            place = others.isEmpty() ? 0 : placeOf(others.getFirst().flag(), next);
        }
        next.addAll(place, others);
        return new RunSpec(next, image, command);
    }

    private static int placeOf(RunFlag flag, List<RunOption> among) {
        int place = 0;
        while (place < among.size() && among.get(place).flag().compareTo(flag) <= 0) {
            place++;
        }
        return place;
    }

    /// The same with another image.
    public RunSpec withImage(String other) {
        return new RunSpec(options, other, command);
    }

    /// The same with another command.
    public RunSpec withCommand(List<String> other) {
        return new RunSpec(options, image, other);
    }
}
