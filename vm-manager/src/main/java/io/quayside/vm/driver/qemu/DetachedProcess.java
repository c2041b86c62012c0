package io.quayside.vm.driver.qemu;

import io.quayside.engine.AllowedTo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Starts a program that goes on when this process ends.
@AllowedTo("Starts QEMU with its output in a file: a machine outlives the app, and a pumped process would not")
final class DetachedProcess {
    /// Gives a program a session of its own, so that Ctrl-C in our terminal doesn't end it. The process
    /// stays the same.
    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

    private DetachedProcess() {}

    /// Starts it with no input and its output at the end of the log.
    static ProcessHandle start(List<String> command, Path folder, Path log) throws IOException {
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        Files.writeString(log, "", StandardOpenOption.TRUNCATE_EXISTING);
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(OWN_SESSION)) {
            words.add(OWN_SESSION.toString());
        }
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process.toHandle();
    }
}
