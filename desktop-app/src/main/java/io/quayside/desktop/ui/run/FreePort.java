package io.quayside.desktop.ui.run;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Another port of this computer in the place of one that is taken.
final class FreePort {
    private static final int LAST = 65_535;

    private FreePort() {}

    /// The next port that no container has and that the form doesn't have; empty for ranges and the like.
    static Optional<RunFault.Fix> fix(RunSpec spec, String value, String taken, List<Container> others) {
        Optional<PortValue> parts =
                PortValue.of(value).filter(one -> one.outside().equals(taken));
        if (parts.isEmpty() || !taken.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        Set<String> used = Stream.concat(
                        others.stream()
                                .flatMap(other -> other.ports().stream())
                                .map(port -> String.valueOf(port.publicPort())),
                        spec.values(RunFlag.PUBLISH).stream()
                                .flatMap(one -> PortValue.of(one).stream())
                                .map(PortValue::outside))
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(Integer.parseInt(taken) + 1, LAST)
                .mapToObj(String::valueOf)
                .filter(port -> !used.contains(port))
                .findFirst()
                .map(port -> new RunFault.Fix(
                        "Use " + port, now -> with(now, value, parts.get().at(port))));
    }

    static RunSpec with(RunSpec spec, String value, PortValue next) {
        return spec.with(
                RunFlag.PUBLISH,
                spec.values(RunFlag.PUBLISH).stream()
                        .map(one -> one.equals(value) ? next.written() : one)
                        .toList());
    }
}
