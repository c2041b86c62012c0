package io.quayside.engine.model;

import java.util.List;
import java.util.Map;

/// An engine's machine, settings and counts (`GET /info`).
///
/// @param id the engine's own id
/// @param name the machine's name
/// @param serverVersion the engine's version
/// @param operatingSystem the machine's system, such as `Debian GNU/Linux 12 (bookworm)`
/// @param osType `linux` or `windows`
/// @param architecture such as `x86_64`
/// @param kernelVersion the kernel
/// @param cpus how many processors there are
/// @param memory bytes of memory there are
/// @param containers how many containers there are
/// @param containersRunning how many run
/// @param containersPaused how many are paused
/// @param containersStopped how many are stopped
/// @param images how many images there are
/// @param driver the storage driver
/// @param rootFolder where the engine keeps its data
/// @param loggingDriver the default logging driver
/// @param cgroupDriver `cgroupfs`, `systemd` or `none`
/// @param cgroupVersion `1` or `2`, empty if the engine doesn't say (since API 1.41)
/// @param defaultRuntime the runtime for containers that don't ask for one
/// @param runtimes the names of all runtimes
/// @param securityOptions such as `name=rootless` or `name=seccomp,profile=default`
/// @param liveRestore whether containers go on while the engine is down
/// @param experimental whether experimental features are on
/// @param httpProxy the proxy for pulls, without its password, or empty
/// @param httpsProxy the proxy for pulls over TLS, or empty
/// @param noProxy what is reached without a proxy
/// @param labels labels of the engine
/// @param registryMirrors mirrors of the default registry
/// @param insecureRegistries registries that may be reached without TLS
/// @param plugins names of plugins by kind, such as `Volume` or `Network`
/// @param swarmState `inactive`, `active` and so on, or empty
/// @param warnings what the engine finds wrong with its machine
/// @param json the engine's whole answer
public record EngineInfo(
        String id,
        String name,
        String serverVersion,
        String operatingSystem,
        String osType,
        String architecture,
        String kernelVersion,
        long cpus,
        long memory,
        long containers,
        long containersRunning,
        long containersPaused,
        long containersStopped,
        long images,
        String driver,
        String rootFolder,
        String loggingDriver,
        String cgroupDriver,
        String cgroupVersion,
        String defaultRuntime,
        List<String> runtimes,
        List<String> securityOptions,
        boolean liveRestore,
        boolean experimental,
        String httpProxy,
        String httpsProxy,
        String noProxy,
        List<String> labels,
        List<String> registryMirrors,
        List<String> insecureRegistries,
        Map<String, List<String>> plugins,
        String swarmState,
        List<String> warnings,
        RawJson json) {

    /// Whether the engine runs without root's rights.
    public boolean isRootless() {
        return securityOptions.stream().anyMatch(option -> option.startsWith("name=rootless"));
    }
}
