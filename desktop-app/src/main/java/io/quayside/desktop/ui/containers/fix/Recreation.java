package io.quayside.desktop.ui.containers.fix;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.RemoveOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a container that can't start again with another host port: the old one steps aside under another name, the new
/// one is created and started, and only then the old one is deleted. When a step fails or is cancelled, all of it is
/// taken back, last step first.
public final class Recreation {
    private static final Logger LOG = LoggerFactory.getLogger(Recreation.class);

    private interface Step {
        void run() throws EngineException;
    }

    private final Engine engine;
    private final Deque<Step> undo = new ArrayDeque<>();

    public Recreation(Engine engine) {
        this.engine = engine;
    }

    /// Whether this engine can make such a container again in one call: before API 1.44 a new container takes one
    /// network.
    public static boolean isPossible(Engine engine, ContainerDetails details) throws EngineException {
        return !details.hostConfig().autoRemove()
                && !details.platform().equals("windows")
                && (details.network().networks().size() <= 1
                        || engine.apiVersion().atLeast(1, 44));
    }

    /// Returns the new container's id.
    public String withPort(String id, int taken, int free) throws EngineException {
        ContainerDetails old = engine.containers().inspect(id);
        String aside = old.name() + "-before-" + old.shortId();
        try {
            engine.containers().rename(id, aside);
            undo.push(() -> engine.containers().rename(id, old.name()));
            String next = engine.containers()
                    .create(OtherPort.of(old, taken, free), CreateOptions.named(old.name()))
                    .id();
            undo.push(() -> engine.containers().remove(next, RemoveOptions.withEverything()));
            engine.containers().start(next);
            undo.clear();
            removeOld(id, aside);
            return next;
        } finally {
            takeBack();
        }
    }

    /// Its volumes belong to the new one now.
    private void removeOld(String id, String name) {
        try {
            engine.containers().remove(id, RemoveOptions.plain());
        } catch (EngineException e) {
            LOG.warn("The new container runs, but the old one, {}, can't be deleted", name, e);
        }
    }

    /// Also after a cancel, whose interrupt must not end this.
    private void takeBack() {
        boolean interrupted = !undo.isEmpty() && Thread.interrupted();
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (EngineException e) {
                LOG.error("A step of making a container again can't be taken back", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
