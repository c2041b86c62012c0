package io.quayside.desktop;

import io.quayside.desktop.ui.theme.Fonts;
import io.quayside.desktop.ui.theme.Icons;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Starts the toolkit and then loads the fonts on threads of their own, while the program reads its settings and
/// reaches
/// for the engine. The FX thread waits for fonts that aren't there yet when it needs them.
final class ToolkitStart {
    private static final Executor THREAD =
            work -> Thread.ofPlatform().name("toolkit-start").daemon().start(work);

    private final CompletableFuture<Void> started;

    private ToolkitStart(CompletableFuture<Void> started) {
        this.started = started;
    }

    /// Returns at once.
    static ToolkitStart begin() {
        CompletableFuture<Void> started =
                CompletableFuture.runAsync(() -> Platform.startup(() -> Platform.setImplicitExit(false)), THREAD);
        started.thenRunAsync(
                () -> {
                    // What the FX thread makes first has icons; text is measured when all of it is there.
                    Icons.load();
                    Fonts.load();
                },
                THREAD);
        return new ToolkitStart(started);
    }

    /// Waits until the FX thread takes work.
    ///
    /// @throws ExecutionException if there is no toolkit to start, its cause says why
    void await() throws InterruptedException, ExecutionException {
        started.get();
    }
}
