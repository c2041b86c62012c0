package io.quayside.desktop.lifecycle.tray;

import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.shell.status.EngineLine;
import io.quayside.desktop.ui.shell.status.StatusViewModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the tray in step with the setting, the engine and the running containers. FX thread.
///
/// The menu is built anew at most twice a second, and only while the sign is there.
public final class Tray implements AutoCloseable {
    static final Duration GAP = Duration.ofMillis(500);

    /// Puts the sign into the tray, where there is one. Blocks.
    @FunctionalInterface
    public interface Opener {
        Optional<TrayIcon> open(FxThread fx, Runnable activated);
    }

    private final FxThread fx;
    private final Opener opener;
    private final EngineSession session;
    private final StatusViewModel status;
    private final Supplier<List<TrayContainer>> containers;
    private final Runnable openWindow;
    private final Runnable quit;
    private final javafx.util.Subscription following;
    private Optional<TrayIcon> icon = Optional.empty();
    private Optional<Subscription> rebuild = Optional.empty();
    private boolean wanted;
    private boolean opening;

    /// @param opener [AwtTrayIcon#open(FxThread, Runnable)] outside of tests
    /// @param containers those that run, in the order of the menu; asked when the menu is built
    public Tray(
            FxThread fx,
            Opener opener,
            EngineSession session,
            StatusViewModel status,
            Supplier<List<TrayContainer>> containers,
            Runnable openWindow,
            Runnable quit) {
        this.fx = fx;
        this.opener = opener;
        this.session = session;
        this.status = status;
        this.containers = containers;
        this.openWindow = openWindow;
        this.quit = quit;
        this.following = status.lineProperty().subscribe((before, now) -> changed());
    }

    /// Whether the sign is in the tray.
    public boolean isThere() {
        return icon.isPresent();
    }

    /// The setting says so. The first time loads what the tray needs, in the background.
    public void setWanted(boolean nowWanted) {
        wanted = nowWanted;
        if (!wanted) {
            remove();
        } else if (icon.isEmpty() && !opening) {
            opening = true;
            Thread.ofPlatform().daemon().name("tray-open").start(() -> {
                Optional<TrayIcon> opened = opener.open(fx, openWindow);
                fx.run(() -> opened(opened));
            });
        }
    }

    private void opened(Optional<TrayIcon> opened) {
        opening = false;
        icon = opened;
        if (wanted) {
            build();
        } else {
            remove();
        }
    }

    /// Something that the menu says changed.
    public void changed() {
        if (icon.isPresent() && rebuild.isEmpty()) {
            rebuild = Optional.of(fx.after(GAP, this::build));
        }
    }

    private void build() {
        rebuild = Optional.empty();
        EngineLine line = status.lineProperty().get();
        String engine = line.version().isEmpty() ? line.word() : line.word() + " " + line.version();
        icon.ifPresent(sign -> sign.setMenu(
                "Quayside, " + engine, TrayMenu.of(engine, startOrStop(line), containers.get(), openWindow, quit)));
    }

    private Optional<TrayItem.Action> startOrStop(EngineLine line) {
        if (!session.canStartAndStop()) {
            return Optional.empty();
        }
        return Optional.of(
                line.hasFigures()
                        ? new TrayItem.Action("Stop engine", session::stop)
                        : new TrayItem.Action("Start engine", session::start));
    }

    /// A note of the desktop's own, if the sign is there.
    public void notify(String title, String text) {
        icon.ifPresent(sign -> sign.notify(title, text));
    }

    private void remove() {
        rebuild.ifPresent(Subscription::close);
        rebuild = Optional.empty();
        icon.ifPresent(TrayIcon::close);
        icon = Optional.empty();
    }

    @Override
    public void close() {
        wanted = false;
        following.unsubscribe();
        remove();
    }
}
