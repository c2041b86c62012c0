package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteScope;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.model.ImageSummary;
import java.util.List;

/// Images by name.
final class ImageHits extends SnapshotSource {
    private final HitActions actions;

    ImageHits(ContainersParts parts, HitActions actions) {
        super(parts.session().mirror(), PaletteScope.IMAGES, "Images and volumes");
        this.actions = actions;
    }

    @Override
    List<PaletteEntry> make(MirrorSnapshot snapshot) {
        return snapshot.images().orElse(List.of()).stream()
                .flatMap(image -> image.tags().stream().map(tag -> entry(image, tag)))
                .toList();
    }

    private PaletteEntry entry(ImageSummary image, String tag) {
        return new PaletteEntry(
                "image:" + tag,
                SafeText.line(tag),
                Sizes.of(image.size()),
                List.of(image.id()),
                () -> Icons.IMAGES.node(),
                () -> List.of(actions.copy("the name", tag), actions.copy("the ID", image.id())));
    }
}
