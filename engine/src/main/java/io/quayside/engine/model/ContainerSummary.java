package io.quayside.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A container in a list (`GET /containers/json`).
///
/// All text comes from the engine or from whoever made the container and may hold anything, control characters too.
///
/// @param id the full id
/// @param names the names, without the slash in front; usually one
/// @param image what the container was created from, as it was named then
/// @param imageId the image's id
/// @param command the main process's command line
/// @param created when it was created
/// @param ports its ports, published or not
/// @param labels its labels
/// @param state what it is doing
/// @param status the engine's English words for it, such as `Up 2 hours (healthy)`
/// @param mounts what is mounted in it
/// @param networks its places in networks
/// @param networkMode the network mode it was created with, such as `bridge` or `host`
/// @param sizeRw bytes in its writable layer, if sizes were asked for
/// @param sizeRootFs bytes of all its layers, if sizes were asked for
/// @param health what its health check says, if the engine lists that (since API 1.52)
public record ContainerSummary(
        String id,
        List<String> names,
        String image,
        String imageId,
        String command,
        Instant created,
        List<PortMapping> ports,
        Map<String, String> labels,
        ContainerState state,
        String status,
        List<MountPoint> mounts,
        List<NetworkAddress> networks,
        String networkMode,
        OptionalLong sizeRw,
        OptionalLong sizeRootFs,
        Optional<HealthStatus> health) {

    /// The first name, or the short id of a container without one.
    public String name() {
        return names.isEmpty() ? shortId() : names.getFirst();
    }

    /// The first 12 characters of the id.
    public String shortId() {
        return id.length() <= 12 ? id : id.substring(0, 12);
    }
}
