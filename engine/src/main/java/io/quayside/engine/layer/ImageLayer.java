package io.quayside.engine.layer;

import java.util.List;

/// A layer of an image.
///
/// @param diffId the digest of its unpacked content, or empty if the image doesn't say
/// @param createdBy what made it, or empty if the image doesn't say
/// @param size bytes of the files in it
/// @param files what it does, by path; folders that only lead to a file aren't listed
/// @param problem why it couldn't be read, or empty
public record ImageLayer(String diffId, String createdBy, long size, List<LayerFile> files, String problem) {}
