package io.quayside.desktop.lifecycle;

/// The one window, as the modes see it. FX thread.
public interface AppWindow {
    /// Puts it on the screen, in front, with the focus.
    void show();

    /// Takes it off the screen; it keeps its pages.
    void hide();

    /// Whether something was typed in it that isn't saved.
    boolean hasUnsavedText();

    /// Asks whether what was typed may be lost. The answer that loses it is [WindowModes#loseTextAndGoOn()]; no answer
    /// leaves everything as it is.
    void askAboutUnsavedText();

    /// Asks "2 tasks are running. Keep them going in the background?" in the window. The answers are
    /// [WindowModes#keepGoing()] and [WindowModes#cancelTasksAndQuit()]; no answer leaves everything as it is.
    void askAboutTasks(int running);
}
