package io.quayside.desktop.updates;

import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.registry.RemoteRepository;
import java.util.List;
import java.util.Optional;

/// A name of an image here that its registry can be asked about.
///
/// @param reference such as `redis:7`
/// @param digests what registries call the image that has this name here, such as `sha256:…`
public record UpdateTarget(String reference, List<String> digests) {
    public UpdateTarget {
        digests = List.copyOf(digests);
    }

    /// The target of a name; empty for an image that never was in this repository of a registry, so that nothing can be
    /// compared.
    public static Optional<UpdateTarget> of(ImageSummary image, String reference) {
        if (!image.tags().contains(reference)) {
            return Optional.empty();
        }
        RemoteRepository repository = RemoteRepository.ofImage(reference);
        boolean known = image.digests().stream()
                .anyMatch(digest -> RemoteRepository.ofImage(digest).equals(repository));
        List<String> digests = image.digests().stream()
                .map(digest -> digest.substring(digest.indexOf('@') + 1))
                .toList();
        return known ? Optional.of(new UpdateTarget(reference, digests)) : Optional.empty();
    }

    /// All names of images that can be asked about.
    public static List<UpdateTarget> all(List<ImageSummary> images) {
        return images.stream()
                .flatMap(image -> image.tags().stream().flatMap(tag -> of(image, tag).stream()))
                .toList();
    }
}
