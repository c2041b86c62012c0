package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;

/// A new container like one that is there.
final class StartFrom {
    private static final String COMPOSE = "com.docker.compose.";

    private StartFrom() {}

    /// Without the name, which is taken, and without the labels by which compose would take it for its own.
    static RunSpec line(RunSpec other) {
        return other.with(RunFlag.NAME, "")
                .with(
                        RunFlag.LABEL,
                        other.values(RunFlag.LABEL).stream()
                                .filter(label -> !label.startsWith(COMPOSE))
                                .toList())
                .with(RunFlag.DETACH, true);
    }
}
