package io.quayside.engine.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The command lines of Quayside's own daemon, as pure functions.
final class DockerdCommand {
    private DockerdCommand() {}

    /// For root.
    static List<String> rootful(Path dockerd, NativeEngineFiles files, DaemonNetwork network) {
        List<String> command = new ArrayList<>(List.of(dockerd.toString()));
        command.addAll(common(files));
        command.add("--bridge=" + network.bridge());
        command.add("--default-address-pool=base=" + network.block().networkPool() + ",size=24");
        if (!network.firewall()) {
            command.add("--iptables=false");
        }
        return command;
    }

    /// For a user: the script that comes with Docker puts the daemon into namespaces of the user's own.
    static List<String> rootless(Path script, NativeEngineFiles files) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(common(files));
        return command;
    }

    /// Lets the daemon find the programs of its own that users' paths often lack.
    ///
    /// @param path of this process, absent if it has none
    static Map<String, String> environment(Optional<String> path) {
        return Map.of("PATH", path.map(folders -> folders + ":").orElse("") + "/usr/sbin:/sbin:/usr/bin:/bin");
    }

    /// What the rootless script reads from its environment as well.
    static Map<String, String> rootlessEnvironment(NativeEngineFiles files, Optional<String> path, Path runtime) {
        Map<String, String> environment = new TreeMap<>(environment(path));
        environment.put("XDG_RUNTIME_DIR", runtime.toString());
        environment.put(
                "DOCKERD_ROOTLESS_ROOTLESSKIT_STATE_DIR",
                files.execRoot().resolveSibling("rootlesskit").toString());
        return environment;
    }

    private static List<String> common(NativeEngineFiles files) {
        return List.of(
                "--config-file=" + files.config(),
                "--data-root=" + files.dataRoot(),
                "--exec-root=" + files.execRoot(),
                "--pidfile=" + files.pidFile(),
                "--host=unix://" + files.socket());
    }
}
