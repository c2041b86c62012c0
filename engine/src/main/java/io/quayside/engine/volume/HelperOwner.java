package io.quayside.engine.volume;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.RemoveOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /// Removes the helpers of apps that are gone, and starts the containers again that one had stopped for a copy.
    /// Returns the names of those.
    static List<String> removeLeftovers(Engine engine) throws EngineException {
        List<String> started = new ArrayList<>();
        for (ContainerSummary helper :
                engine.containers().list(ContainerFilter.everything().withLabel(Helper.LABEL))) {
            // Should an engine ignore the filter, nobody's containers may go.
            if (helper.labels().containsKey(Helper.LABEL)
                    && isLeft(helper.labels().getOrDefault(Helper.LABEL, ""), helper.created())) {
                started.addAll(StoppedContainers.startAgain(engine, helper.labels()));
                LOG.info("Removing the helper container {} of an app that is gone", helper.id());
                try {
                    engine.containers().remove(helper.id(), new RemoveOptions(true, false, false));
                } catch (NotFoundException e) {
                    LOG.debug("It is gone already");
                }
            }
        }
        return started;
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
