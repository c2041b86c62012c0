package io.quayside.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ImportSpec;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Quayside's own engine, rootful, for one test, and what stands between it and a window.
public final class OwnEngine {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Path top;
    private final Backend backend;

    private OwnEngine(Path top) throws Exception {
        this.top = top;
        backend = new Backend(
                new StartOptions(Optional.empty(), Optional.of(top)),
                AppDirs.of(Optional.of(top)).create());
    }

    /// Starts it and connects to it.
    public static OwnEngine start() throws Exception {
        if (!PlatformInfo.current().isRoot() || Command.find("dockerd").isEmpty()) {
            TestEngines.unavailable("a rootful engine needs root and dockerd");
        }
        OwnEngine own = new OwnEngine(Files.createTempDirectory(Path.of("/var/tmp"), "qs-own-"));
        own.backend.session().useAndStart(own.backend.engines().own());
        await("connected", () -> own.backend.session().status() instanceof EngineStatus.Connected);
        return own;
    }

    /// Where all of it is kept.
    public Path top() {
        return top;
    }

    public Backend backend() {
        return backend;
    }

    public Engine engine() {
        return backend.session().engine().orElseThrow();
    }

    /// An image of busybox with the tag 1, other than those of other names.
    public void image(String name) throws EngineException {
        engine().images()
                .importImage(
                        new ImportSpec(
                                name, "1", "of a test", "", List.of("CMD [\"sleep\", \"1000\"]", "LABEL n=" + name)),
                        out -> out.write(TestImages.busyboxArchive()));
    }

    /// Until the window says so.
    public static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!Fx.call(condition::getAsBoolean)) {
            assertTrue(Instant.now().isBefore(end), "Still not: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /// Stops it, and nothing of it is left.
    public void end() throws Exception {
        if (backend.own().refresh().runs()) {
            backend.own().stop();
        }
        backend.close();
        Command.of("rm", "-rf", "--one-file-system", top.toString()).run().orFail();
    }
}
