package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.problem.Problem;

/// A problem, under the container it belongs to.
///
/// @param containerId whose problem it is
/// @param fromAction whether an action failed with it; otherwise the engine's record of the container says so
public record ProblemRow(String containerId, Problem problem, boolean fromAction) implements RowItem {
    @Override
    public String key() {
        return "problem:" + containerId;
    }
}
