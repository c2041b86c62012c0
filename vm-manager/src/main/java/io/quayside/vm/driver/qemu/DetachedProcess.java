package io.quayside.vm.driver.qemu;

import io.quayside.engine.AllowedTo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Starts a program that goes on when this process ends.
@AllowedTo("Starts QEMU with its output in a file: a machine outlives the app, and a pumped process would not")
final class DetachedProcess {
    private DetachedProcess() {}

    /// Starts it with no input and its output at the end of the log.
    static ProcessHandle start(List<String> command, Path folder, Path log) throws IOException {
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        Files.writeString(log, "", StandardOpenOption.TRUNCATE_EXISTING);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process.toHandle();
    }
}
