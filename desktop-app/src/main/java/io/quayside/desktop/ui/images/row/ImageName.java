package io.quayside.desktop.ui.images.row;

import io.quayside.engine.model.ImageSummary;
import java.util.ArrayList;
import java.util.List;

/// One name of an image, as a row shows it. Untrusted text.
///
/// @param reference what the engine is asked by: `redis:7`, or the id of an image without a tag
/// @param repository without tag and digest, empty if no name is known
/// @param tag empty for an image without a tag
public record ImageName(String reference, String repository, String tag) {

    /// All names of an image: its tags, else the repository that it was pulled from, else none but its id.
    public static List<ImageName> of(ImageSummary image) {
        List<ImageName> names = new ArrayList<>();
        for (String tag : image.tags()) {
            names.add(tagged(tag));
        }
        if (names.isEmpty()) {
            String repository = image.digests().stream()
                    .map(digest -> digest.substring(0, Math.max(0, digest.indexOf('@'))))
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("");
            names.add(new ImageName(image.id(), repository, ""));
        }
        return names;
    }

    /// Splits at the last colon behind the last slash: what is before may be a registry's port.
    public static ImageName tagged(String reference) {
        int colon = reference.lastIndexOf(':');
        return colon > reference.lastIndexOf('/')
                ? new ImageName(reference, reference.substring(0, colon), reference.substring(colon + 1))
                : new ImageName(reference, reference, "");
    }

    public boolean isTagged() {
        return !tag.isEmpty();
    }
}
