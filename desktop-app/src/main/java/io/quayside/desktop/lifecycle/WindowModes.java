package io.quayside.desktop.lifecycle;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// Decides what closing, quitting and coming back mean. FX thread; [#mode()] may be asked by any.
///
/// Closing the window isn't quitting: with the tray it goes on there; with tasks running it asks; without either it
/// quits.
public final class WindowModes {
    private final AtomicReference<WindowMode> mode = new AtomicReference<>(WindowMode.NEW);
    private final AppWindow window;
    private final BooleanSupplier staysInTray;
    private final IntSupplier runningTasks;
    private final Runnable shutdown;
    private boolean quitsWhenIdle;
    /// What was typed may be lost, as was answered since the window was last shown.
    private boolean mayLoseText;

    /// @param staysInTray whether there is a tray and the user wants Quayside to stay in it
    /// @param shutdown begins the steps of the end; called once
    public WindowModes(AppWindow window, BooleanSupplier staysInTray, IntSupplier runningTasks, Runnable shutdown) {
        this.window = window;
        this.staysInTray = staysInTray;
        this.runningTasks = runningTasks;
        this.shutdown = shutdown;
    }

    public WindowMode mode() {
        return Objects.requireNonNull(mode.get());
    }

    private boolean become(WindowMode next) {
        WindowMode now = mode();
        return now.canBecome(next) && mode.compareAndSet(now, next);
    }

    /// Shows the window, or brings it to the front.
    public void show() {
        quitsWhenIdle = false;
        mayLoseText = false;
        if (become(WindowMode.SHOWN) || mode() == WindowMode.SHOWN) {
            window.show();
        }
    }

    /// The user closed the window.
    public void closeRequested() {
        if (mode() != WindowMode.SHOWN) {
            return;
        }
        if (staysInTray.getAsBoolean()) {
            hide();
        } else {
            askOrQuit();
        }
    }

    private void askOrQuit() {
        if (!mayLoseText && window.hasUnsavedText()) {
            window.askAboutUnsavedText();
        } else if (runningTasks.getAsInt() > 0) {
            window.askAboutTasks(runningTasks.getAsInt());
        } else {
            quitNow();
        }
    }

    /// The answer "Quit without saving".
    public void loseTextAndGoOn() {
        mayLoseText = true;
        askOrQuit();
    }

    /// The user wants Quayside to end, by menu, key or tray. Asks about text that isn't saved and about running tasks,
    /// in the window.
    public void quitRequested() {
        if (runningTasks.getAsInt() == 0 && !window.hasUnsavedText()) {
            quitNow();
        } else if (mode() != WindowMode.QUITTING) {
            show();
            askOrQuit();
        }
    }

    /// The answer "Keep going": the window goes, the tasks stay, and Quayside quits with the last of them.
    public void keepGoing() {
        quitsWhenIdle = !staysInTray.getAsBoolean();
        hide();
        tasksChanged();
    }

    /// The answer "Cancel tasks and quit". Cancelling is a step of the end.
    public void cancelTasksAndQuit() {
        quitNow();
    }

    /// A task began or ended.
    public void tasksChanged() {
        if (quitsWhenIdle && mode() == WindowMode.BACKGROUND && runningTasks.getAsInt() == 0) {
            quitNow();
        }
    }

    /// A task failed. Without a window or a tray nobody would hear of it, so the window comes back.
    public void taskFailed() {
        if (quitsWhenIdle && mode() == WindowMode.BACKGROUND) {
            show();
        }
    }

    private void hide() {
        if (become(WindowMode.BACKGROUND)) {
            window.hide();
        }
    }

    private void quitNow() {
        WindowMode before = mode();
        if (become(WindowMode.QUITTING)) {
            if (before == WindowMode.SHOWN) {
                window.hide();
            }
            shutdown.run();
        }
    }
}
