package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteScope;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.model.ImageSummary;
import java.util.List;
import java.util.Optional;

/// Images by name, and the way to one that isn't here.
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
        String name = SafeText.line(tag);
        return new PaletteEntry(
                "image:" + tag,
                name,
                Sizes.of(image.size()),
                List.of(image.id()),
                () -> Icons.IMAGES.node(),
                () -> List.of(
                        actions.go("Open", "Open " + name, Icons.IMAGES, "image", tag),
                        actions.go("Run", "Run a container of " + name, Icons.START, "run", tag)
                                .withCommand("images.run"),
                        actions.go("Push", "Push " + name + "…", Icons.PUSH, "images", "push", tag),
                        actions.go("Pull", "Pull " + name + " again…", Icons.PULL, "images", "pull", tag),
                        actions.copy("the name", tag),
                        actions.copy("the ID", image.id())));
    }

    @Override
    public Optional<PaletteEntry> elsewhere(String query) {
        String name = query.strip();
        if (name.isEmpty() || TypedName.fault(name).isPresent()) {
            return Optional.empty();
        }
        String title = "Pull " + name + " from a registry…";
        return Optional.of(new PaletteEntry(
                "pull:" + name,
                title,
                "",
                List.of(),
                () -> Icons.PULL.node(),
                () -> List.of(actions.go("Pull", title, Icons.PULL, "images", "pull", name))));
    }
}
