package io.quayside.desktop.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sets logback up in code: no XML is looked for or parsed at start.
///
/// logback finds this class as a service at the first use of a logger; so [#toFile(Path)] has to come before it.
/// Without
/// it (tests, `--version`) warnings go to standard error.
public final class AppLog extends ContextAwareBase implements Configurator {
    /// The name of the log file inside its directory; older ones end in `.1` and `.2`.
    public static final String FILE_NAME = "quayside.log";

    private static final FileSize MAX_SIZE = FileSize.valueOf("4 MB");
    private static final int OLDER_FILES = 2;
    private static final AtomicReference<@Nullable Path> DIRECTORY = new AtomicReference<>();

    /// Sends everything from now on to a file in `directory`, which has to exist.
    public static void toFile(Path directory) {
        DIRECTORY.set(directory);
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Path directory = DIRECTORY.get();
        OutputStreamAppender<ILoggingEvent> appender = directory == null ? console(context) : file(context, directory);
        MaskingEncoder encoder = new MaskingEncoder();
        encoder.setContext(context);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        if (directory != null) {
            context.getLogger("io.quayside").setLevel(Level.INFO);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static OutputStreamAppender<ILoggingEvent> console(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        appender.setContext(context);
        return appender;
    }

    private static OutputStreamAppender<ILoggingEvent> file(LoggerContext context, Path directory) {
        String path = directory.resolve(FILE_NAME).toString();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(path);
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLDER_FILES);
        rolling.setFileNamePattern(path + ".%i");
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(MAX_SIZE);
        // logback would look at the size once a minute, and a storm of messages fills a disk in less.
        trigger.setCheckIncrement(Duration.buildByMilliseconds(0));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        return appender;
    }
}
