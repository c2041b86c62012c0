package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunValueException;
import io.quayside.engine.run.VolumeOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A value of `--volume` in the parts that the form has fields for.
///
/// @param others the options beside `ro` and `rw`, which stay as they are
record MountValue(String source, String target, boolean readOnly, List<String> others) {
    MountValue {
        others = List.copyOf(others);
    }

    /// Empty for a value that these parts can't say.
    static Optional<MountValue> of(String value) {
        try {
            VolumeOption read = VolumeOption.read(value);
            List<String> options = Arrays.stream(read.options().split(","))
                    .filter(one -> !one.isEmpty())
                    .toList();
            return Optional.of(new MountValue(
                    read.source(),
                    read.target(),
                    options.contains("ro"),
                    options.stream()
                            .filter(one -> !one.equals("ro") && !one.equals("rw"))
                            .toList()));
        } catch (RunValueException e) {
            return Optional.empty();
        }
    }

    /// Whether its source is a folder or file of the engine's machine, not a volume.
    boolean isFolder() {
        return source.startsWith("/") || source.startsWith(".") || source.startsWith("~") || source.contains("\\");
    }

    /// As `--volume` takes it; empty for nothing at all.
    String written() {
        if (source.isEmpty() && target.isEmpty()) {
            return "";
        }
        String options = Stream.concat(readOnly ? Stream.of("ro") : Stream.of(), others.stream())
                .collect(Collectors.joining(","));
        return new VolumeOption(source, target, options).written();
    }
}
