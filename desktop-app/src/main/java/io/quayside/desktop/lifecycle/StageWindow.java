package io.quayside.desktop.lifecycle;

import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.settings.WindowSettings;
import io.quayside.desktop.ui.shell.Modal;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.shell.frame.Shell;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window of the desktop. Opens where it was last, if a screen is still there, and keeps where it is. FX thread.
public final class StageWindow implements AppWindow {
    public static final double WIDTH = 1280;
    public static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 600;
    /// At least this much of the title bar has to be on a screen, or the window can't be caught.
    private static final double CATCH = 64;

    private final Stage stage;
    private final Modal modal;
    private final Shell shell;
    private final Supplier<Settings> settings;
    private final Consumer<UnaryOperator<Settings>> update;
    private Runnable closeRequested = () -> {};
    private Runnable keepGoing = () -> {};
    private Runnable cancelAndQuit = () -> {};
    private Runnable loseText = () -> {};
    private boolean askedNow;

    public StageWindow(
            Stage stage,
            Scene scene,
            Shell shell,
            Supplier<Settings> settings,
            Consumer<UnaryOperator<Settings>> update) {
        this.stage = stage;
        this.shell = shell;
        this.modal = shell.modal();
        this.settings = settings;
        this.update = update;
        stage.setTitle("Quayside");
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        restore();
        stage.setOnCloseRequest(event -> {
            event.consume();
            closeRequested.run();
        });
        stage.showingProperty().subscribe(ignored -> shell.windowVisible(isVisible()));
        stage.iconifiedProperty().subscribe(ignored -> shell.windowVisible(isVisible()));
        stage.focusedProperty().subscribe(shell::windowFocused);
    }

    /// Connects it with the modes, which need the window first.
    public void connect(WindowModes modes) {
        closeRequested = modes::closeRequested;
        keepGoing = modes::keepGoing;
        cancelAndQuit = modes::cancelTasksAndQuit;
        loseText = modes::loseTextAndGoOn;
    }

    private boolean isVisible() {
        return stage.isShowing() && !stage.isIconified();
    }

    private void restore() {
        WindowSettings before = settings.get().window();
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        before.bounds().filter(StageWindow::isReachable).ifPresent(bounds -> {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
            stage.setWidth(Math.max(MIN_WIDTH, bounds.width()));
            stage.setHeight(Math.max(MIN_HEIGHT, bounds.height()));
        });
        stage.setMaximized(before.maximized());
    }

    private static boolean isReachable(WindowSettings.Bounds bounds) {
        Rectangle2D title = new Rectangle2D(bounds.x(), bounds.y(), Math.max(CATCH, bounds.width()), CATCH);
        for (Screen screen : Screen.getScreens()) {
            Rectangle2D area = screen.getVisualBounds();
            double width = Math.min(title.getMaxX(), area.getMaxX()) - Math.max(title.getMinX(), area.getMinX());
            double height = Math.min(title.getMaxY(), area.getMaxY()) - Math.max(title.getMinY(), area.getMinY());
            if (width >= CATCH && height >= CATCH / 2) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void show() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public void hide() {
        remember();
        stage.hide();
    }

    private void remember() {
        boolean maximized = stage.isMaximized();
        if (stage.isIconified()) {
            return;
        }
        WindowSettings.Bounds now =
                new WindowSettings.Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        update.accept(all -> {
            WindowSettings.Bounds kept = maximized ? all.window().bounds().orElse(now) : now;
            return all.withWindow(all.window().withBounds(kept, maximized));
        });
    }

    @Override
    public boolean hasUnsavedText() {
        return !shell.unsaved().isEmpty();
    }

    @Override
    public void askAboutUnsavedText() {
        List<UnsavedText> texts = shell.unsaved();
        ask(CloseQuestion.aboutText(
                texts.stream().map(UnsavedText::name).toList(),
                () -> answer(() -> shell.navigator().go(texts.getFirst().where())),
                () -> answer(loseText)));
    }

    @Override
    public void askAboutTasks(int running) {
        ask(CloseQuestion.aboutTasks(running, () -> answer(keepGoing), () -> answer(cancelAndQuit)));
    }

    private void ask(CloseQuestion question) {
        if (!askedNow) {
            askedNow = true;
            modal.show(question, () -> askedNow = false);
        }
    }

    private void answer(Runnable action) {
        askedNow = false;
        modal.close();
        action.run();
    }
}
