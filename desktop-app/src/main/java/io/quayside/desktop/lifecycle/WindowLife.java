package io.quayside.desktop.lifecycle;

import io.quayside.desktop.lifecycle.tray.AwtTrayIcon;
import io.quayside.desktop.lifecycle.tray.Tray;
import io.quayside.desktop.lifecycle.tray.TrayContainer;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.shell.frame.Shell;
import io.quayside.engine.process.SystemProcessRunner;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window with its modes, its tray and its end, put together. FX thread.
public final class WindowLife {
    private static final Duration TASKS_MAY_TAKE = Duration.ofSeconds(5);

    /// Reading the pictures of the sign needn't hold back the first frame.
    private static final Duration SIGN_AFTER = Duration.ofMillis(200);

    private final TaskRunner tasks;
    private final Shell shell;
    private final Stage stage;
    private final WindowModes modes;
    private final Tray tray;
    private final SystemNotes notes;
    private final Subscription following;

    /// @param containers those of the tray's menu
    /// @param shutdown the steps of the end that come after cancelling the tasks
    /// @param ended runs when all is over, on a thread of the end
    public WindowLife(
            Stage stage,
            Scene scene,
            Shell shell,
            FxThread fx,
            TaskRunner tasks,
            EngineSession session,
            SettingsStore settings,
            Supplier<List<TrayContainer>> containers,
            Shutdown shutdown,
            Runnable ended) {
        this.tasks = tasks;
        this.shell = shell;
        this.stage = stage;
        StageWindow window = new StageWindow(stage, scene, shell, settings::current, settings::update);
        this.tray = new Tray(fx, AwtTrayIcon::open, session, shell.status(), containers, this::show, this::quit);
        this.notes =
                new SystemNotes(new SystemProcessRunner(), (title, text) -> fx.run(() -> tray.notify(title, text)));
        this.modes = new WindowModes(window, tray::isThere, tasks::runningCount, () -> end(shutdown, ended));
        window.connect(modes);
        fx.after(SIGN_AFTER, () -> stage.getIcons().setAll(WindowIcon.images()));
        shell.onTaskEnded(this::taskEnded);
        this.following = Subscription.all(
                tasks.onEnded(modes::tasksChanged),
                settings.onChange(
                        now -> fx.run(() -> tray.setWanted(now.general().keepInTray()))),
                session.mirror().onChange(snapshot -> fx.run(tray::changed)));
        if (settings.current().general().keepInTray()) {
            tray.setWanted(true);
        }
    }

    /// Shows the window, or brings it to the front.
    public void show() {
        modes.show();
    }

    /// Ends the app, after asking about running tasks.
    public void quit() {
        modes.quitRequested();
    }

    /// A failure has to be heard of, also when nobody looks at the window.
    private void taskEnded(AppTask task) {
        if (task.problem().isPresent()) {
            modes.taskFailed();
            if (!stage.isFocused()) {
                notes.tell(task.problem().get().title(), task.problem().get().why());
            }
        }
    }

    /// Tasks first, as they use everything else.
    private void end(Shutdown shutdown, Runnable ended) {
        following.close();
        tray.close();
        shell.windowVisible(false);
        new Shutdown()
                .step("cancel tasks", TASKS_MAY_TAKE, () -> tasks.cancelAll(TASKS_MAY_TAKE))
                .begin(() -> shutdown.begin(ended));
    }
}
