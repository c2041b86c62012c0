package io.quayside.engine.host;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a daemon that was killed leaves mounted: the file systems and networks of its containers, and its own folder.
final class LeftMounts {
    private static final Logger LOG = LoggerFactory.getLogger(LeftMounts.class);
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;

    private LeftMounts() {}

    /// Unmounts everything in these folders, and the folders themselves, the latest mount first.
    static void unmount(List<Path> folders, ProcessRunner runner) throws IOException, InterruptedException {
        for (String place : within(Files.readAllLines(MOUNTS), folders).reversed()) {
            try {
                runner.run(ProcessRequest.of("umount", "--lazy", place));
            } catch (ProcessFailure e) {
                LOG.warn("Unmounting {} failed: {}", place, e.toString());
            }
        }
    }

    /// The mount points of `/proc/self/mountinfo` that lie in these folders, in the order of mounting.
    static List<String> within(List<String> lines, List<Path> folders) {
        return lines.stream()
                .map(line -> line.split(" "))
                .filter(columns -> columns.length > MOUNT_POINT)
                .map(columns -> unescaped(columns[MOUNT_POINT]))
                .filter(place ->
                        folders.stream().anyMatch(folder -> Path.of(place).startsWith(folder)))
                .toList();
    }

    private static String unescaped(String place) {
        return place.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
