package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.StartOptions;
import io.quayside.desktop.Version;
import io.quayside.desktop.WindowStart;
import io.quayside.desktop.log.AppLog;
import io.quayside.engine.platform.AppDirs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `quayside` itself: without a command it opens the window.
@Command(
        name = "quayside",
        description = "Container manager for the Docker engine. Without a command it opens the window.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = QuaysideCommand.Versions.class,
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {
            StatusCommand.class,
            StartCommand.class,
            StopCommand.class,
            EnginesCommand.class,
            ScreenshotCommand.class,
            DiagnoseCommand.class,
            VmCommand.class
        })
final class QuaysideCommand implements Callable<Integer> {
    @Option(
            names = "--engine",
            paramLabel = "HOST",
            scope = ScopeType.INHERIT,
            description =
                    "Engine to use: a unix://, tcp://, ssh:// or npipe:// address, or a context's or a machine's name.")
    private @Nullable String engine;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where Quayside keeps everything, in place of the system's usual folders.")
    private @Nullable Path dataDir;

    StartOptions options() {
        return new StartOptions(Optional.ofNullable(engine), Optional.ofNullable(dataDir));
    }

    /// What the commands stand on. Creates the folders and begins the log.
    Backend backend() throws CommandFailure {
        AppDirs dirs = AppDirs.of(options().dataDir());
        try {
            dirs.create();
        } catch (IOException e) {
            throw new CommandFailure("Quayside can't make its folders: " + e.getMessage(), e);
        }
        AppLog.toFile(dirs.state());
        return new Backend(options(), dirs);
    }

    @Override
    public Integer call() {
        return WindowStart.run(options());
    }

    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"quayside " + Version.text()};
        }
    }
}
