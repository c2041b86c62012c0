package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.stream.StreamType;
import java.util.Set;

/// Which lines of several containers are wanted.
///
/// @param containers by their places
/// @param out what they print
/// @param err their errors
record LogChoice(Set<Integer> containers, boolean out, boolean err) {
    LogChoice {
        containers = Set.copyOf(containers);
    }

    boolean has(int container, StreamType type) {
        boolean stream = switch (type) {
            case STDERR -> err;
            case STDOUT, STDIN -> out;
            case SYSTEM -> true;
        };
        return stream && containers.contains(container);
    }

    /// Whether nothing is left out.
    boolean isAll(int count) {
        return out && err && containers.size() == count;
    }
}
