package io.quayside.desktop.ui.theme;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Runs test code on the FX thread of a toolkit that is started once.
public final class Fx {
    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static boolean asked;

    private Fx() {}

    /// Starts the toolkit unless it runs.
    public static synchronized void start() {
        try {
            if (!asked) {
                asked = true;
                try {
                    Platform.startup(STARTED::countDown);
                } catch (IllegalStateException alreadyRunning) {
                    STARTED.countDown();
                }
                Platform.setImplicitExit(false);
            }
            if (!STARTED.await(3, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The toolkit did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Runs `work` on the FX thread, at once when already there, and gives back its result or failure.
    public static <T> T call(Callable<T> work) {
        start();
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(5, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /// Runs `work` on the FX thread and waits for it.
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Writes what a scene shows as a PNG. FX thread.
    public static void png(Scene scene, Path file) throws IOException {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(copy, "png", file.toFile());
    }
}
