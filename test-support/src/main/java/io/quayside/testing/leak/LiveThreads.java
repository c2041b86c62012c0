package io.quayside.testing.leak;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The threads that live in this JVM, virtual ones included. Those are only in the diagnostic dump of the JVM.
final class LiveThreads {
    private static final Pattern THREAD = Pattern.compile("^#(\\d+) \"([^\"]*)\"", Pattern.MULTILINE);

    private LiveThreads() {}

    /// Number and name of each thread whose name begins so.
    static Set<String> named(String prefix) {
        Set<String> found = new TreeSet<>();
        Matcher threads = THREAD.matcher(dump());
        while (threads.find()) {
            if (threads.group(2).startsWith(prefix)) {
                found.add("thread #" + threads.group(1) + " " + threads.group(2));
            }
        }
        return found;
    }

    private static String dump() {
        try {
            Path folder = Files.createTempDirectory("test-threads-");
            Path file = folder.resolve("dump.txt");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return Files.readString(file, StandardCharsets.UTF_8);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
