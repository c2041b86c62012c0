package io.quayside.engine.host;

import java.util.EnumSet;
import java.util.Set;

/// How far an engine is in its life.
public enum HostPhase {
    /// It can't run here, because something is missing; the problem says what.
    ABSENT,
    /// It doesn't run.
    STOPPED,
    /// It is being started, by this process.
    STARTING,
    /// It answers.
    RUNNING,
    /// It is there and doesn't answer properly: frozen, overloaded, or another thing behind its address.
    DEGRADED,
    /// It is being stopped, by this process.
    STOPPING,
    /// The last start or stop failed, or it ended by itself; the problem says why.
    FAILED;

    /// Whether a state of this phase may follow one of that phase. While a start or stop is under way only its outcome
    /// may follow: a measurement made before can't end it.
    boolean mayFollow(HostPhase earlier) {
        return switch (earlier) {
            case STARTING ->
                EnumSet.of(STARTING, RUNNING, FAILED, ABSENT, STOPPED).contains(this);
            case STOPPING -> EnumSet.of(STOPPING, STOPPED, FAILED).contains(this);
            default -> true;
        };
    }

    /// The phases in which nothing is under way.
    public static Set<HostPhase> settled() {
        return EnumSet.complementOf(EnumSet.of(STARTING, STOPPING));
    }
}
