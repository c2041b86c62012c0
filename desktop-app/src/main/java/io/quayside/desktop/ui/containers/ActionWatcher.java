package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Problem;

/// Hears how actions on containers go. Any thread.
public interface ActionWatcher {
    /// Nobody listens.
    ActionWatcher NONE = new ActionWatcher() {
        @Override
        public void begun(String id, String word) {}

        @Override
        public void ended(String id) {}

        @Override
        public void failed(String id, Problem problem, Runnable again) {}
    };

    /// An action on a container began; the word is "Stopping".
    void begun(String id, String word);

    void ended(String id);

    /// @param again does the same once more, on the FX thread
    void failed(String id, Problem problem, Runnable again);
}
