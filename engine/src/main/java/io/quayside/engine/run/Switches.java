package io.quayside.engine.run;

import java.util.Set;

/// On and off, as the `docker` command line reads them.
final class Switches {
    private static final Set<String> ON = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> OFF = Set.of("0", "f", "F", "FALSE", "false", "False");

    private Switches() {}

    static boolean isOn(String value) {
        return ON.contains(value);
    }

    static boolean isOneOf(String value) {
        return ON.contains(value) || OFF.contains(value);
    }
}
