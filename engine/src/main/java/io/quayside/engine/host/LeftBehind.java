package io.quayside.engine.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a daemon that was killed leaves running: the shims of its containers, known by the engine's own folder on their
/// command line, and the containers below them.
record LeftBehind(Path execRoot) {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final long WAIT_SECONDS = 5;

    void end() throws InterruptedException {
        List<ProcessHandle> shims =
                ProcessHandle.allProcesses().filter(this::isOurs).toList();
        if (shims.isEmpty()) {
            return;
        }
        LOG.info("Ending {} processes that the engine left behind in {}", shims.size(), execRoot);
        List<ProcessHandle> all = shims.stream()
                .flatMap(shim -> Stream.concat(shim.descendants(), Stream.of(shim)))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (shims.stream().anyMatch(this::isOurs) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.UTF_8);
            List<String> words = List.of(line.split("\0"));
            return words.getFirst().contains("containerd")
                    && words.stream().anyMatch(word -> word.startsWith(execRoot + "/"));
        } catch (IOException e) {
            return false;
        }
    }
}
