package io.quayside.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Everything about one container (`GET /containers/{id}/json`).
///
/// @param id the full id
/// @param name the name, without the slash in front
/// @param created when it was created
/// @param path the main process's program
/// @param args the main process's arguments
/// @param condition what it is doing and how it last ended
/// @param imageId the image's id; the name it was created from is `config.image`
/// @param restartCount how often its restart policy has started it again
/// @param driver the storage driver
/// @param platform such as `linux`
/// @param logPath where the engine keeps its output, on the engine's machine
/// @param execIds the execs that run in it
/// @param mounts what is mounted in it
/// @param config what runs in it
/// @param hostConfig how the engine's machine runs it
/// @param network its networks and published ports
/// @param sizeRw bytes in its writable layer, if sizes were asked for
/// @param sizeRootFs bytes of all its layers, if sizes were asked for
/// @param json the engine's whole answer
public record ContainerDetails(
        String id,
        String name,
        Optional<Instant> created,
        String path,
        List<String> args,
        ContainerCondition condition,
        String imageId,
        int restartCount,
        String driver,
        String platform,
        String logPath,
        List<String> execIds,
        List<MountPoint> mounts,
        ContainerConfig config,
        HostConfig hostConfig,
        NetworkSettings network,
        OptionalLong sizeRw,
        OptionalLong sizeRootFs,
        RawJson json) {

    /// The labels.
    public Map<String, String> labels() {
        return config.labels();
    }

    /// The first 12 characters of the id.
    public String shortId() {
        return id.length() <= 12 ? id : id.substring(0, 12);
    }
}
