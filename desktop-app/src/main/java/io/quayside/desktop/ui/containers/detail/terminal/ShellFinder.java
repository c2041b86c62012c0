package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerDetails;
import java.util.ArrayList;
import java.util.List;

/// Looks which shells a container has, by its files: nothing is run for it. Blocks.
final class ShellFinder {
    private static final List<String> NAMES = List.of("bash", "ash", "sh");
    private static final List<String> FOLDERS = List.of("/bin/", "/usr/bin/", "/usr/local/bin/");

    /// What was found.
    ///
    /// @param shells paths, the most comfortable first; empty when the image has none
    /// @param user whom the container runs as; empty for root
    /// @param canAttach whether its main process has a terminal
    /// @param mainTakesKeys whether that can be typed into
    record Found(List<String> shells, String user, boolean canAttach, boolean mainTakesKeys) {
        Found {
            shells = List.copyOf(shells);
        }
    }

    private ShellFinder() {}

    static Found look(Engine engine, String containerId) throws EngineException {
        ContainerDetails details = engine.containers().inspect(containerId);
        List<String> shells = new ArrayList<>();
        for (String name : NAMES) {
            for (String folder : FOLDERS) {
                if (isThere(engine, containerId, folder + name)) {
                    shells.add(folder + name);
                    break;
                }
            }
        }
        return new Found(
                shells,
                details.config().user(),
                details.config().tty(),
                details.config().openStdin());
    }

    private static boolean isThere(Engine engine, String containerId, String path) throws EngineException {
        try {
            engine.containers().statPath(containerId, path);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
