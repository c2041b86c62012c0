package io.quayside.desktop.ui.containers.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.HealthStatus;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatusTextTest {
    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(Samples.running("a"), StateGlyph.RUNNING, "Running", "2 h 14 min", false),
                Arguments.of(
                        Samples.running("a").health(HealthStatus.HEALTHY),
                        StateGlyph.RUNNING,
                        "Running",
                        "2 h 14 min, healthy",
                        false),
                Arguments.of(
                        Samples.running("a").health(HealthStatus.STARTING),
                        StateGlyph.STARTING,
                        "Starting",
                        "Waiting for health check",
                        false),
                Arguments.of(
                        Samples.running("a").health(HealthStatus.UNHEALTHY),
                        StateGlyph.UNHEALTHY,
                        "Unhealthy",
                        "3 checks failed, 2 h",
                        true),
                Arguments.of(
                        Samples.running("a").state(ContainerState.PAUSED),
                        StateGlyph.PAUSED,
                        "Paused",
                        "2 h 14 min",
                        false),
                Arguments.of(Samples.exited("a", 0), StateGlyph.STOPPED, "Finished", "Exit code 0, 6 h ago", false),
                Arguments.of(Samples.exited("a", 143), StateGlyph.STOPPED, "Stopped", "6 h ago", false),
                Arguments.of(
                        Samples.exited("a", 0).ended(137, false, true, ""),
                        StateGlyph.STOPPED,
                        "Stopped",
                        "6 h ago",
                        false),
                Arguments.of(Samples.exited("a", 137), StateGlyph.FAILED, "Stopped", "Exit code 137, 6 h ago", false),
                Arguments.of(
                        Samples.exited("a", 0).ended(137, true, false, ""),
                        StateGlyph.FAILED,
                        "Stopped",
                        "Out of memory (137), 6 h ago",
                        false),
                Arguments.of(
                        Samples.exited("a", 0).state(ContainerState.CREATED),
                        StateGlyph.CREATED,
                        "Not started",
                        "Created 1 d ago",
                        false),
                Arguments.of(
                        Samples.exited("a", 0)
                                .state(ContainerState.CREATED)
                                .ended(128, false, false, "Bind for 0.0.0.0:5432 failed: port is already allocated"),
                        StateGlyph.FAILED,
                        "Couldn’t start",
                        "Port 5432 is in use",
                        false));
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysEachStateAsDesigned(Samples sample, StateGlyph glyph, String word, String detail, boolean warn) {
        assertEquals(new StatusText(glyph, word, detail, warn), StatusText.of(sample.build(), Samples.NOW));
    }
}
