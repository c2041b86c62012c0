package io.quayside.desktop.ui.run;

import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.images.pull.ImagePull;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.recreate.Creation;
import io.quayside.engine.run.ContainerPlan;
import io.quayside.engine.volume.Undisturbed;

/// Pulls the image if it isn't there, creates the container and starts it. Blocks; for a task.
final class RunWork {
    private final Engine engine;
    private final RegistryLogins logins;
    private final TaskContext context;

    RunWork(Engine engine, RegistryLogins logins, TaskContext context) {
        this.logins = logins;
        this.engine = engine;
        this.context = context;
    }

    /// Returns the container's id. One that can't be started is removed again: the form still has all that was said.
    String run(ContainerPlan plan, boolean start) throws EngineException {
        ensureImage(plan);
        context.detail("Creating");
        String id = Creation.create(engine, plan.spec(), plan.options());
        if (!start) {
            return id;
        }
        boolean started = false;
        try {
            engine.containers().start(id);
            started = true;
        } finally {
            if (!started) {
                // Also after a cancel, whose interrupt must not end this.
                Undisturbed.run(() -> engine.containers().remove(id, RemoveOptions.withEverything()));
            }
        }
        return id;
    }

    void ensureImage(ContainerPlan plan) throws EngineException {
        String image = plan.spec().config().image();
        if (plan.pull().equals("always") || (plan.pull().equals("missing") && !isHere(image))) {
            pull(image, plan.options().platform());
        }
    }

    private boolean isHere(String image) throws EngineException {
        try {
            engine.images().inspect(image);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /// Pulls an image, with the bytes of its layers as progress.
    void pull(String image, String platform) throws EngineException {
        new ImagePull(context, logins, state -> {}).run(engine, image, platform);
    }
}
