package io.quayside.engine.model;

import java.util.List;

/// One of the things that an image of several platforms consists of (`Manifests` of `GET /images/json`, since API 1.47,
/// only from engines that keep images in containerd).
///
/// @param digest its digest
/// @param kind what it is
/// @param available whether all of it is on the engine's disk
/// @param platform such as `linux/arm64/v8`, or empty
/// @param contentSize bytes of its packed content on disk
/// @param unpackedSize bytes of its unpacked layers on disk
/// @param containers the ids of the containers that use it
public record ImageManifest(
        String digest,
        Kind kind,
        boolean available,
        String platform,
        long contentSize,
        long unpackedSize,
        List<String> containers) {

    /// What a manifest is.
    public enum Kind {
        /// An image for one platform.
        IMAGE,
        /// Where an image comes from, said by who built it.
        ATTESTATION,
        /// Something that isn't known.
        UNKNOWN
    }
}
