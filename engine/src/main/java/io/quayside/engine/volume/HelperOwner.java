package io.quayside.engine.volume;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.RemoveOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whose helper containers are. An app that was killed leaves its own behind; the next one on the same computer sees
/// that
/// its process is gone. Those of other computers are left alone for a day.
final class HelperOwner {
    private static final Logger LOG = LoggerFactory.getLogger(HelperOwner.class);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String SEPARATOR = "/";

    private HelperOwner() {}

    /// `computer/process/begun`
    static String own() {
        ProcessHandle self = ProcessHandle.current();
        return computer() + SEPARATOR + self.pid() + SEPARATOR + begun(self);
    }

    /// Removes the helpers of apps that are gone. Those that say what was stopped stay, for
    /// [StoppedContainers#startLeftovers(Engine)].
    static void removeLeftovers(Engine engine) throws EngineException {
        for (ContainerSummary helper : left(engine)) {
            if (!StoppedContainers.isMark(helper)) {
                remove(engine, helper);
            }
        }
    }

    /// The helpers of apps that are gone.
    static List<ContainerSummary> left(Engine engine) throws EngineException {
        // Should an engine ignore the filter, nobody's containers may go.
        return engine.containers().list(ContainerFilter.everything().withLabel(Helper.LABEL)).stream()
                .filter(helper -> helper.labels().containsKey(Helper.LABEL)
                        && isLeft(helper.labels().getOrDefault(Helper.LABEL, ""), helper.created()))
                .toList();
    }

    static void remove(Engine engine, ContainerSummary helper) {
        LOG.info("Removing the helper container {} of an app that is gone", helper.id());
        Undisturbed.remove(engine, helper.id(), new RemoveOptions(true, false, false));
    }

    static boolean isLeft(String owner, Instant created) {
        String[] parts = owner.split(SEPARATOR, -1);
        if (parts.length != 3 || !parts[0].equals(computer())) {
            return created.isBefore(Instant.now().minus(LONGEST));
        }
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
            return process.isEmpty() || !parts[2].equals(begun(process.get()));
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static String begun(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElse(0L)
                .toString();
    }

    private static String computer() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(SEPARATOR, "-");
        } catch (UnknownHostException e) {
            return "this";
        }
    }
}
