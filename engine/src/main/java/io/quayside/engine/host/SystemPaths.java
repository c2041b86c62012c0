package io.quayside.engine.host;

import java.nio.file.Path;
import java.util.Map;

/// The places of the system that a native engine depends on.
///
/// @param namespaceSwitches files whose `0` forbids user namespaces, with the name of the setting
record SystemPaths(
        Path subUids, Path subGids, Map<Path, String> namespaceSwitches, Path tun, Path controlGroups, Path processes) {
    static SystemPaths ofLinux() {
        return new SystemPaths(
                Path.of("/etc/subuid"),
                Path.of("/etc/subgid"),
                Map.of(
                        Path.of("/proc/sys/kernel/unprivileged_userns_clone"), "kernel.unprivileged_userns_clone",
                        Path.of("/proc/sys/user/max_user_namespaces"), "user.max_user_namespaces"),
                Path.of("/dev/net/tun"),
                Path.of("/sys/fs/cgroup"),
                Path.of("/proc"));
    }
}
