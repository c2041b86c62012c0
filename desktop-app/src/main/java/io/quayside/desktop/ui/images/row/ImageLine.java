package io.quayside.desktop.ui.images.row;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.updates.UpdateState;
import io.quayside.engine.model.ImageSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a row says about one name of an image.
///
/// @param usedBy the containers that were made from the image, under whatever name
/// @param arch such as `arm64/v8`, empty until the engine was asked
/// @param age "5 w", or a dash for images that keep their time to themselves
/// @param update whether its registry has another image under this name
/// @param live whether the engine is there to act on it
/// @param busy what is being done to it, such as "Deleting"
/// @param deletingIn seconds until it is deleted, while that can be taken back
/// @param shared bytes that it has in common with other images, once that was measured
public record ImageLine(
        ImageSummary image,
        ImageName name,
        List<ImageUser> usedBy,
        String arch,
        String age,
        UpdateState update,
        boolean live,
        Optional<String> busy,
        Optional<Integer> deletingIn,
        OptionalLong shared) {
    private static final int SHORT_ID = 12;

    public ImageLine {
        usedBy = List.copyOf(usedBy);
    }

    /// What it is called in sentences: `redis:7`, or its short id.
    public String title() {
        return name.isTagged() ? SafeText.line(name.reference()) : shortId();
    }

    /// Without `sha256:`.
    public String shortId() {
        return shortId(image.id());
    }

    /// Any id in its short form.
    public static String shortId(String id) {
        String hex = id.startsWith("sha256:") ? id.substring(7) : id;
        return SafeText.line(hex.substring(0, Math.min(hex.length(), SHORT_ID)));
    }

    /// Whether the image has other names, so that it stays when this one goes.
    public boolean hasOtherNames() {
        return image.tags().size() > 1;
    }

    /// Whether it came from a registry, where it can be had again.
    public boolean isPullable() {
        return !image.digests().isEmpty();
    }

    /// Whether its registry is known to have another image under this name.
    public boolean hasUpdate() {
        return update instanceof UpdateState.Available;
    }

    /// Whether something can be done with it now.
    public boolean canAct() {
        return live && busy.isEmpty() && deletingIn.isEmpty();
    }

    /// Bytes that go when the image goes, as far as that is known: what it shares may stay for others.
    public long own() {
        return image.size() - shared.orElse(image.size());
    }

    /// "Only in this image: 1.2 MB. Shared with others: 30 MB"; empty until that was measured.
    public String sharedWords() {
        if (shared.isEmpty()) {
            return "";
        }
        return shared.getAsLong() == 0
                ? "All of it is in this image only"
                : "Only in this image: " + Sizes.of(own()) + ". Shared with others: " + Sizes.of(shared.getAsLong());
    }

    /// "2 containers", "Not used".
    public String usedByWords() {
        return switch (usedBy.size()) {
            case 0 -> "Not used";
            case 1 -> "1 container";
            default -> usedBy.size() + " containers";
        };
    }
}
