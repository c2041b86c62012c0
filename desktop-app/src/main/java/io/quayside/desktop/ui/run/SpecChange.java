package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunOption;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.ShellQuote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// One thing in which a line differs from the one before, such as one variable of the environment.
///
/// @param part what of the line it is about
/// @param flag the option, where it is about one
/// @param key by what its values are found among those of the option, empty where there is only one
/// @param title as the user knows it: "Memory", "Port 80", "WORKERS"
/// @param before empty where there was nothing
/// @param now empty where there is nothing any more
/// @param undo takes it back, and nothing else
record SpecChange(
        Part part,
        Optional<RunFlag> flag,
        String key,
        String title,
        Optional<String> before,
        Optional<String> now,
        UnaryOperator<RunSpec> undo) {
    enum Part {
        IMAGE,
        OPTION,
        COMMAND
    }

    /// The values of an option's part that it is about, in any line.
    List<String> valuesIn(RunSpec spec) {
        RunFlag option = flag.orElseThrow();
        return key.isEmpty() ? spec.values(option) : of(option, spec, key);
    }

    /// All of them, in the order of the form.
    static List<SpecChange> between(RunSpec before, RunSpec now) {
        List<SpecChange> all = new ArrayList<>();
        if (!before.image().equals(now.image())) {
            all.add(new SpecChange(
                    Part.IMAGE,
                    Optional.empty(),
                    "",
                    "Image",
                    Optional.of(before.image()),
                    Optional.of(now.image()),
                    spec -> spec.withImage(before.image())));
        }
        for (RunFlag flag : RunFlag.values()) {
            if (!before.values(flag).equals(now.values(flag))) {
                options(flag, before, now, all);
            }
        }
        if (!before.command().equals(now.command())) {
            all.add(new SpecChange(
                    Part.COMMAND,
                    Optional.empty(),
                    "",
                    "Command",
                    command(before),
                    command(now),
                    spec -> spec.withCommand(before.command())));
        }
        return all;
    }

    /// A command in words.
    static Optional<String> command(RunSpec spec) {
        return Optional.of(spec.command().isEmpty() ? "From the image" : ShellQuote.words(spec.command()));
    }

    private static void options(RunFlag flag, RunSpec before, RunSpec now, List<SpecChange> all) {
        boolean oneNetwork = flag == RunFlag.NETWORK
                && before.values(flag).size() <= 1
                && now.values(flag).size() <= 1;
        if (flag.kind() != RunFlag.Kind.MANY || oneNetwork) {
            all.add(new SpecChange(
                    Part.OPTION,
                    Optional.of(flag),
                    "",
                    title(flag, ""),
                    before.value(flag),
                    now.value(flag),
                    spec -> spec.with(flag, before.values(flag))));
            return;
        }
        Set<String> keys = new LinkedHashSet<>();
        before.values(flag).forEach(value -> keys.add(key(flag, value)));
        now.values(flag).forEach(value -> keys.add(key(flag, value)));
        int known = all.size();
        for (String key : keys) {
            List<String> old = of(flag, before, key);
            List<String> next = of(flag, now, key);
            if (!old.equals(next)) {
                all.add(new SpecChange(
                        Part.OPTION,
                        Optional.of(flag),
                        key,
                        title(flag, key),
                        text(flag, old),
                        text(flag, next),
                        spec -> restored(spec, flag, key, old)));
            }
        }
        if (all.size() == known) {
            all.add(new SpecChange(
                    Part.OPTION,
                    Optional.of(flag),
                    "",
                    title(flag, ""),
                    Optional.of(String.join(", ", before.values(flag))),
                    Optional.of(String.join(", ", now.values(flag))),
                    spec -> spec.with(flag, before.values(flag))));
        }
    }

    private static List<String> of(RunFlag flag, RunSpec spec, String key) {
        return spec.values(flag).stream()
                .filter(value -> key(flag, value).equals(key))
                .toList();
    }

    /// Where the present value is, or at the end.
    private static RunSpec restored(RunSpec spec, RunFlag flag, String key, List<String> old) {
        List<String> values = new ArrayList<>();
        boolean placed = false;
        for (String value : spec.values(flag)) {
            if (!key(flag, value).equals(key)) {
                values.add(value);
            } else if (!placed) {
                values.addAll(old);
                placed = true;
            }
        }
        if (!placed) {
            values.addAll(old);
        }
        return spec.with(
                option -> option.flag() == flag,
                values.stream().map(value -> new RunOption(flag, value)).toList());
    }

    /// By what two values are about the same thing.
    static String key(RunFlag flag, String value) {
        return switch (flag) {
            case ENV, LABEL, ANNOTATION, SYSCTL, LOG_OPT, ULIMIT, STORAGE_OPT -> value.split("=", 2)[0];
            case PUBLISH -> PortValue.of(value).map(PortValue::inside).orElse(value);
            case VOLUME -> MountValue.of(value).map(MountValue::target).orElse(value);
            default -> value;
        };
    }

    /// Values in words; empty where there are none.
    static Optional<String> text(RunFlag flag, List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join(", ", values);
        int equals = all.indexOf('=');
        return Optional.of(flag == RunFlag.ENV && values.size() == 1 && equals >= 0 ? all.substring(equals + 1) : all);
    }

    private static String title(RunFlag flag, String key) {
        return switch (flag) {
            case ENV -> key;
            case PUBLISH -> key.isEmpty() ? "Ports" : "Port " + key;
            case VOLUME -> key.isEmpty() ? "Mounts" : key;
            case NAME -> "Name";
            case MEMORY -> "Memory";
            case CPUS -> "CPUs";
            case RESTART -> "Restart";
            case NETWORK -> "Network";
            default -> "--" + flag.longName();
        };
    }
}
