package io.quayside.desktop.task;

import io.quayside.desktop.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/// One long action: title, progress, cancel and outcome. The properties change on the FX thread only.
public interface AppTask {
    /// Where a task stands.
    enum State {
        /// Its work runs.
        RUNNING,
        /// Its work returned.
        SUCCEEDED,
        /// Its work threw; [#problem()] says what.
        FAILED,
        /// The user ended it.
        CANCELLED
    }

    /// A result's one next step, such as "Run" after a pull.
    record NextStep(String label, Runnable run) {}

    /// The name of the action with its object: "Pulling postgres:17.2" while it runs, "Pulled postgres:17.2" after.
    ReadOnlyStringProperty titleProperty();

    TaskKind kind();

    /// The page address its row links to, in the grammar of `--page`.
    Optional<String> location();

    ReadOnlyObjectProperty<State> stateProperty();

    /// 0 to 1, or negative while the amount is unknown.
    ReadOnlyDoubleProperty progressProperty();

    ReadOnlyStringProperty detailProperty();

    ReadOnlyStringProperty rateProperty();

    /// How long it has been running, or ran. No change of the computer's clock moves it.
    Duration elapsed();

    Optional<Instant> ended();

    /// Present once failed.
    Optional<Problem> problem();

    /// Present once succeeded or cancelled, if there is one.
    Optional<NextStep> next();

    /// Whether it is brief and belongs in Tasks only when it fails or takes longer than a second.
    boolean isBrief();

    /// Asks the work to end. Does nothing once ended. Any thread.
    void cancel();
}
