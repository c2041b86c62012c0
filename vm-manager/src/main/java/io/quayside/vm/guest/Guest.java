package io.quayside.vm.guest;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.model.ContainerLog;
import io.quayside.vm.model.GuestInfo;
import io.quayside.vm.model.GuestStep;
import io.quayside.vm.model.TrimmedLogs;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What can be asked of the guest, over its link.
public record Guest(GuestLink link) implements AutoCloseable {
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    /// Answers with the version of the guest's program.
    public int ping() throws VmException, InterruptedException {
        return link.ask("ping", Map.of(), SHORT).path("version").asInt();
    }

    /// The steps of the guest's start so far.
    public List<GuestStep> steps() throws VmException, InterruptedException {
        List<GuestStep> steps = new ArrayList<>();
        for (JsonNode step : link.ask("steps", Map.of(), SHORT)) {
            steps.add(step(step));
        }
        return steps;
    }

    /// Reads one step, from [#steps] or from a `step` event.
    public static GuestStep step(JsonNode json) {
        return new GuestStep(
                json.path("name").asString(""),
                json.path("seconds").asDouble(0),
                json.path("error").asString(""));
    }

    public GuestInfo info() throws VmException, InterruptedException {
        JsonNode json = link.ask("info", Map.of(), SHORT);
        return new GuestInfo(
                json.path("version").asInt(),
                json.path("kernel").asString(""),
                json.path("uptimeSeconds").asDouble(),
                json.path("engine").asString(""),
                Instant.ofEpochMilli(json.path("unixMillis").asLong()),
                json.path("memoryTotalBytes").asLong(),
                json.path("memoryAvailableBytes").asLong(),
                json.path("memoryFreeBytes").asLong(),
                json.path("memoryCacheBytes").asLong(),
                json.path("diskTotalBytes").asLong(),
                json.path("diskUsedBytes").asLong(),
                json.path("diskFreeBytes").asLong());
    }

    /// The guest's address in the network that it shares with this computer.
    ///
    /// @throws VmException if it has none, or says something that isn't one
    public InetAddress address() throws VmException, InterruptedException {
        String text = link.ask("address", Map.of(), SHORT).path("address").asString("");
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new VmException(new VmProblem.RequestRefused("address", "The guest has no address."), e);
        }
    }

    /// Sets the guest's clock to ours and returns by how much it was off.
    public Duration syncTime() throws VmException, InterruptedException {
        JsonNode answer = link.ask("time-sync", Map.of("unixMillis", System.currentTimeMillis()), SHORT);
        return Duration.ofMillis(answer.path("offsetMillis").asLong());
    }

    /// Gives unused blocks of the data disk back to the host and returns how many bytes the guest named.
    public long trim() throws VmException, InterruptedException {
        return link.ask("fstrim", Map.of(), LONG).path("trimmedBytes").asLong();
    }

    /// Gives up the memory that only holds copies of files.
    public void dropCaches() throws VmException, InterruptedException {
        link.ask("drop-caches", Map.of(), LONG);
    }

    /// Makes the file system as large as its disk has become, and returns its size.
    public long growFileSystem() throws VmException, InterruptedException {
        return link.ask("resize", Map.of(), LONG).path("diskTotalBytes").asLong();
    }

    /// Restarts containerd and dockerd; returns at once.
    public void restartEngine() throws VmException, InterruptedException {
        link.ask("restart-engine", Map.of(), SHORT);
    }

    /// The end of a log of the guest: `engine`, `containerd` or `kernel`. Untrusted text.
    public String log(String name, int bytes) throws VmException, InterruptedException {
        return link.ask("logs", Map.of("name", name, "bytes", bytes), SHORT)
                .path("text")
                .asString("");
    }

    /// Follows a log of the guest: `engine` or `containerd`, its end first. Returns at once. The caller closes it.
    ///
    /// @param bytes about how much of its end
    /// @throws IOException if the link is gone
    public GuestLog follow(String name, int bytes) throws IOException {
        return new GuestLog(link.begin(StreamTarget.log(name, bytes)));
    }

    /// The largest logs of containers, 400 at most, the largest first.
    public List<ContainerLog> containerLogs() throws VmException, InterruptedException {
        List<ContainerLog> logs = new ArrayList<>();
        for (JsonNode log : link.ask("container-logs", Map.of(), SHORT)) {
            logs.add(new ContainerLog(
                    log.path("id").asString(""),
                    log.path("bytes").asLong(),
                    log.path("inUse").asBoolean(false)));
        }
        return logs;
    }

    /// Cuts the start off the logs of containers that don't run, in whole lines.
    ///
    /// @param containers whole ids; one that is gone is left out
    /// @param keepBytes about how much of the end stays of each
    public TrimmedLogs trimContainerLogs(List<String> containers, long keepBytes)
            throws VmException, InterruptedException {
        JsonNode answer = link.ask("trim-container-logs", Map.of("ids", containers, "keep", keepBytes), LONG);
        List<String> inUse = new ArrayList<>();
        answer.path("inUse").forEach(id -> inUse.add(id.asString("")));
        return new TrimmedLogs(answer.path("freedBytes").asLong(), inUse);
    }

    /// Takes a shared folder away, unless a container uses it.
    public void unmount(String path) throws VmException, InterruptedException {
        link.ask("unmount", Map.of("path", path), SHORT);
    }

    /// Asks for an orderly end: engine, file systems, power. Returns at once.
    public void powerOff() throws VmException, InterruptedException {
        link.ask("power-off", Map.of(), SHORT);
    }

    @Override
    public void close() {
        link.close();
    }
}
