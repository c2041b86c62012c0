package io.quayside.desktop.state.session;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import java.util.List;

/// What can happen to a session.
sealed interface SessionSignal {
    /// An engine was chosen.
    record Chosen() implements SessionSignal {}

    /// It is time to try, or the user wants to.
    record Try() implements SessionSignal {}

    /// The engine's socket was made: it is on its way, and what failed before counts no more.
    record Appeared() implements SessionSignal {}

    /// The engine answered.
    record Reached(String version, String apiVersion) implements SessionSignal {}

    /// An attempt to connect failed.
    record Failed(Problem problem) implements SessionSignal {}

    /// The connection ended.
    record Lost(Problem problem) implements SessionSignal {}

    /// The user wants Quayside's own engine started.
    record StartAsked() implements SessionSignal {}

    /// The start has come this far.
    record Progress(List<EngineStatus.Step> steps) implements SessionSignal {}

    /// Quayside's own engine runs.
    record HostRuns() implements SessionSignal {}

    /// Quayside's own engine couldn't be started or stopped.
    record HostFailed(Problem problem) implements SessionSignal {}

    /// The user wants Quayside's own engine stopped.
    record StopAsked() implements SessionSignal {}

    /// Quayside's own engine has ended as asked.
    record HostStopped() implements SessionSignal {}
}
