package io.quayside.engine.volume;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Containers that are stopped for a copy and have to run again, whatever happens to this app: a helper container says
/// so
/// in the engine itself, and the next app that finds it starts them.
public final class StoppedContainers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoppedContainers.class);
    private static final String LABEL = "io.quayside.stopped";

    private final Helper mark;

    private StoppedContainers(Helper mark) {
        this.mark = mark;
    }

    /// To be called before they are stopped.
    ///
    /// @param ids their full ids
    public static StoppedContainers remember(Engine engine, Collection<String> ids) throws EngineException {
        return new StoppedContainers(Helper.mark(engine, Map.of(LABEL, String.join(",", ids))));
    }

    static boolean isMark(ContainerSummary helper) {
        return helper.labels().containsKey(LABEL);
    }

    /// Starts what an app had stopped and never started again, as it died. Returns the names of those that were
    /// started.
    /// Each is tried once: what can't be started is thrown, and not tried again with each connection. Blocks.
    public static List<String> startLeftovers(Engine engine) throws EngineException {
        List<String> started = new ArrayList<>();
        for (ContainerSummary helper : HelperOwner.left(engine)) {
            if (isMark(helper)) {
                try {
                    startAgain(engine, helper.labels().getOrDefault(LABEL, ""), started);
                } finally {
                    HelperOwner.remove(engine, helper);
                }
            }
        }
        return started;
    }

    /// Tries all of them, and throws what the first said that couldn't be started.
    private static void startAgain(Engine engine, String ids, List<String> started) throws EngineException {
        EngineException failure = null;
        for (String id : ids.split(",")) {
            try {
                ContainerDetails container = engine.containers().inspect(id);
                if (!container.condition().state().hasProcesses()) {
                    LOG.info("Starting {}, which an app that is gone had stopped for a copy", id);
                    engine.containers().start(id);
                    started.add(container.name());
                }
            } catch (NotFoundException e) {
                LOG.debug("It was deleted meanwhile");
            } catch (EngineException e) {
                LOG.info("{} couldn't be started again", id, e);
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// They run again, or somebody was told that they don't.
    @Override
    public void close() {
        mark.close();
    }
}
