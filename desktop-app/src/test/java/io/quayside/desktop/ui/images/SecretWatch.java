package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import org.slf4j.LoggerFactory;

/// Hears everything that is logged and sees the arguments of every program while it is open, and collects what else a
/// test has seen.
final class SecretWatch implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Set<String> everything = ConcurrentHashMap.newKeySet();
    private final Set<String> arguments = ConcurrentHashMap.newKeySet();
    private final Thread programs = Thread.ofPlatform().name("secret-watch").unstarted(this::watchPrograms);
    private volatile boolean open = true;

    private SecretWatch() {}

    static SecretWatch start() {
        SecretWatch watch = new SecretWatch();
        watch.log.start();
        watch.root.addAppender(watch.log);
        watch.root.setLevel(Level.TRACE);
        watch.programs.start();
        return watch;
    }

    private void watchPrograms() {
        while (open) {
            ProcessHandle.current().descendants().forEach(program -> {
                try {
                    arguments.add(Files.readString(
                                    Path.of("/proc/" + program.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
                            .replace('\0', ' '));
                } catch (IOException e) {
                    // It has ended.
                }
            });
            LockSupport.parkNanos(5_000_000);
        }
    }

    void add(String text) {
        everything.add(text);
    }

    /// What the window says in words. What is typed into a field for secrets isn't painted.
    void look(PageFixture page) {
        Fx.run(() -> page.root().lookupAll("*").forEach(node -> {
            if (node instanceof Labeled label && label.getText() != null) {
                add(label.getText());
            }
            if (node.getAccessibleText() != null) {
                add(node.getAccessibleText());
            }
        }));
    }

    /// All files below a folder.
    void files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(this::file);
        }
    }

    private void file(Path file) {
        try {
            add(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of a folder, and of its folders that begin so, that other users may read.
    void readableByOthers(Path folder, String beginning) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(path -> path.getFileName().toString().startsWith(beginning))
                    .toList()) {
                try (Stream<Path> files = Files.walk(each, 2)) {
                    files.filter(Files::isRegularFile)
                            .filter(SecretWatch::isOpen)
                            .forEach(this::file);
                } catch (UncheckedIOException | java.nio.file.NoSuchFileException e) {
                    // Another test's, gone meanwhile.
                }
            }
        }
    }

    private static boolean isOpen(Path file) {
        try {
            return Files.size(file) < 1 << 20
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
                    && Files.getPosixFilePermissions(file.getParent()).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether some program was given this.
    boolean wasGiven(String text) {
        return arguments.stream().anyMatch(one -> one.contains(text));
    }

    /// Every form in which a secret can be on its way: as it is, in a header, in the engine's own form of a login.
    private static List<String> forms(String user, String secret) {
        Base64.Encoder header = Base64.getEncoder();
        Base64.Encoder engines = Base64.getUrlEncoder().withoutPadding();
        String pair = "\"password\":\"" + secret + "\"";
        // Base64 of text within other text, in each of the three places it can have.
        return Stream.concat(
                        Stream.of(
                                secret,
                                header.encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                                header.encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8))),
                        Stream.of("", "x", "xx")
                                .map(front -> engines.encodeToString((front + pair).getBytes(StandardCharsets.UTF_8))
                                        .substring(4, 28)))
                .toList();
    }

    void assertNowhere(String user, String secret) {
        List.copyOf(log.list).forEach(event -> add(all(event)));
        everything.addAll(arguments);
        for (String form : forms(user, secret)) {
            assertEquals(
                    List.of(),
                    everything.stream().filter(text -> text.contains(form)).toList(),
                    form);
        }
    }

    private static String all(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy why = event.getThrowableProxy(); why != null; why = why.getCause()) {
            text.append('\n').append(why.getMessage());
        }
        return text.toString();
    }

    @Override
    public void close() {
        open = false;
        root.setLevel(before);
        root.detachAppender(log);
    }
}
