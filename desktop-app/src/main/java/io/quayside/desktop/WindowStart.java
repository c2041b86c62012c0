package io.quayside.desktop;

import io.quayside.desktop.instance.SingleInstance;
import io.quayside.desktop.log.AppLog;
import io.quayside.desktop.log.Secrets;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rung that opens the window, or brings the one that is open already to the front.
public final class WindowStart {
    /// Names this program in what it tells the user; `./run` sets it to itself.
    private static final String COMMAND = "QUAYSIDE_COMMAND";

    private WindowStart() {}

    /// Returns the exit code when the window has closed.
    public static int run(StartOptions options) {
        String command = Optional.ofNullable(System.getenv(COMMAND)).orElse("quayside");
        Optional<String> missing =
                Display.missing(System.getenv(), PlatformInfo.current().system(), command);
        if (missing.isPresent() && System.getProperty("glass.platform") == null) {
            System.err.println(missing.get());
            return 1;
        }
        ToolkitStart toolkit = ToolkitStart.begin();
        AppDirs dirs = AppDirs.of(options.dataDir());
        try {
            dirs.create();
        } catch (IOException e) {
            System.err.println("Quayside can't make its folders: " + Secrets.mask(String.valueOf(e.getMessage())));
            return 1;
        }
        return run(options, dirs, toolkit);
    }

    private static int run(StartOptions options, AppDirs dirs, ToolkitStart toolkit) {
        AppLog.toFile(dirs.state());
        Logger log = LoggerFactory.getLogger(WindowStart.class);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> log.error("Unexpected failure in {}", thread.getName(), failure));
        try {
            Optional<SingleInstance> place = SingleInstance.take(dirs.runtime());
            if (place.isEmpty()) {
                return showOther(dirs);
            }
            try (SingleInstance mine = place.get()) {
                log.info("Quayside {} on Java {}", Version.text(), Runtime.version());
                return QuaysideApp.run(options, dirs, mine, toolkit);
            }
        } catch (ExecutionException e) {
            log.error("The toolkit doesn't start", e.getCause());
            System.err.println("Quayside can't open a window here: " + e.getCause());
            return 1;
        } catch (IOException e) {
            log.error("The place of the window couldn't be taken", e);
            System.err.println(
                    "Quayside can't use " + Secrets.mask(dirs.runtime().toString()) + ": " + e.getMessage());
            return 1;
        }
    }

    private static int showOther(AppDirs dirs) {
        if (SingleInstance.show(dirs.runtime())) {
            System.out.println("Quayside is open already; its window comes to the front.");
            return 0;
        }
        System.err.println("Quayside runs already and doesn't answer. Its log is in "
                + Secrets.mask(dirs.state().toString()) + ".");
        return 1;
    }
}
