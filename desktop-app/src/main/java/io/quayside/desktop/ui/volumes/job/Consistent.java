package io.quayside.desktop.ui.volumes.job;

import io.quayside.desktop.ui.volumes.list.VolumeUser;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.StopOptions;
import io.quayside.engine.volume.StoppedContainers;
import io.quayside.engine.volume.Undisturbed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Stops containers, so that nothing changes while a volume is copied, and starts them again whatever happens; should
/// this app die, the next one does. Worker.
final class Consistent {
    private final Engine engine;
    private final VolumeJob job;
    private final List<VolumeUser> users;
    private final BiConsumer<VolumeUser, EngineException> notStarted;

    /// What is done meanwhile.
    @FunctionalInterface
    interface Copying {
        void run() throws EngineException, IOException;
    }

    /// @param users those to stop
    /// @param notStarted hears of one that couldn't be started again
    Consistent(
            Engine engine, VolumeJob job, List<VolumeUser> users, BiConsumer<VolumeUser, EngineException> notStarted) {
        this.engine = engine;
        this.job = job;
        this.users = users;
        this.notStarted = notStarted;
    }

    /// What the steps of a job are called.
    static List<String> steps(List<VolumeUser> users, String copying) {
        List<String> steps = new ArrayList<>();
        users.forEach(user -> steps.add("Stop " + user.name() + " for a consistent copy"));
        steps.add(copying);
        users.reversed().forEach(user -> steps.add("Start " + user.name() + " again"));
        return steps;
    }

    void run(Copying copying) throws EngineException, IOException {
        for (VolumeUser user : users) {
            if (engine.containers().inspect(user.id()).hostConfig().autoRemove()) {
                throw new IOException(user.name()
                        + " is removed when it stops (--rm), so it can't be started again. Copy without stopping it.");
            }
        }
        if (users.isEmpty()) {
            job.<EngineException, IOException>step(0, copying::run);
            return;
        }
        StoppedContainers mark = StoppedContainers.remember(
                engine, users.stream().map(VolumeUser::id).toList());
        List<VolumeUser> stopped = new ArrayList<>();
        int step = 0;
        try {
            for (VolumeUser user : users) {
                stopped.add(user); // before it is asked to: the stop goes on even if we are cancelled
                job.<EngineException, RuntimeException>step(
                        step++, () -> engine.containers().stop(user.id(), StopOptions.defaults()));
            }
            job.<EngineException, IOException>step(step, copying::run);
        } finally {
            startAgain(stopped);
            mark.close();
        }
    }

    private void startAgain(List<VolumeUser> stopped) {
        for (int i = stopped.size() - 1; i >= 0; i--) {
            VolumeUser user = stopped.get(i);
            int step = users.size() + 1 + (users.size() - 1 - i);
            try {
                job.<EngineException, RuntimeException>step(
                        step, () -> Undisturbed.run(() -> engine.containers().start(user.id())));
            } catch (NotFoundException e) {
                // Somebody deleted it meanwhile.
            } catch (EngineException e) {
                notStarted.accept(user, e);
            }
        }
    }
}
