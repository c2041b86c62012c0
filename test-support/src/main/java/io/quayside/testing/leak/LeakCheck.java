package io.quayside.testing.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test that leaves something behind which wasn't there before it. Registered as a field:
///
/// ```java
/// @RegisterExtension
/// final LeakCheck leaks = LeakCheck.ofThreads("quayside-").andTempFiles("quayside-").andProcesses("dockerd");
/// ```
///
/// Threads and processes may take two seconds to end after the test.
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {
    private static final int ROUNDS = 100;
    private static final long PAUSE_MILLIS = 20;

    private final List<String> threads;
    private final List<String> files;
    private final List<String> processes;
    private Set<String> before = Set.of();

    private LeakCheck(List<String> threads, List<String> files, List<String> processes) {
        this.threads = threads;
        this.files = files;
        this.processes = processes;
    }

    /// Watches threads, virtual ones too, whose names begin so.
    public static LeakCheck ofThreads(String prefix) {
        return new LeakCheck(List.of(prefix), List.of(), List.of());
    }

    /// Watches threads with names that begin so as well.
    public LeakCheck andThreads(String prefix) {
        List<String> more = new ArrayList<>(threads);
        more.add(prefix);
        return new LeakCheck(more, files, processes);
    }

    /// Watches the folder for temporary files as well.
    public LeakCheck andTempFiles(String prefix) {
        return new LeakCheck(threads, List.of(prefix), processes);
    }

    /// Watches the processes started by this JVM whose program has this name as well.
    public LeakCheck andProcesses(String program) {
        List<String> more = new ArrayList<>(processes);
        more.add(program);
        return new LeakCheck(threads, files, more);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        remember();
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        verify();
    }

    void remember() {
        before = present();
    }

    void verify() throws InterruptedException {
        Set<String> left = left();
        for (int round = 0; !left.isEmpty() && round < ROUNDS; round++) {
            Thread.sleep(PAUSE_MILLIS);
            left = left();
        }
        if (!left.isEmpty()) {
            throw new AssertionError("left behind: " + String.join(", ", left));
        }
    }

    private Set<String> left() {
        Set<String> left = present();
        left.removeAll(before);
        return left;
    }

    private Set<String> present() {
        Set<String> found = new TreeSet<>();
        threads.forEach(prefix -> found.addAll(LiveThreads.named(prefix)));
        files.forEach(prefix -> found.addAll(tempFiles(prefix)));
        ProcessHandle.current()
                .descendants()
                .forEach(process -> process.info()
                        .command()
                        .map(program -> Path.of(program).getFileName().toString())
                        .filter(processes::contains)
                        .ifPresent(program -> found.add("process " + process.pid() + " " + program)));
        return found;
    }

    private static Set<String> tempFiles(String prefix) {
        Set<String> found = new TreeSet<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), prefix + "*")) {
            files.forEach(file -> found.add("file " + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
