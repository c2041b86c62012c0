package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteScope;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.model.Volume;
import java.util.List;

/// Volumes by name.
final class VolumeHits extends SnapshotSource {
    private final HitActions actions;

    VolumeHits(ContainersParts parts, HitActions actions) {
        super(parts.session().mirror(), PaletteScope.VOLUMES, "Images and volumes");
        this.actions = actions;
    }

    @Override
    List<PaletteEntry> make(MirrorSnapshot snapshot) {
        return snapshot.volumes().orElse(List.of()).stream().map(this::entry).toList();
    }

    private PaletteEntry entry(Volume volume) {
        return new PaletteEntry(
                "volume:" + volume.name(),
                SafeText.line(volume.name()),
                "volume, " + SafeText.line(volume.driver()),
                List.of(),
                () -> Icons.VOLUMES.node(),
                () -> List.of(
                        actions.go(
                                "Open",
                                "Open " + SafeText.line(volume.name()),
                                Icons.VOLUMES,
                                "volumes",
                                volume.name()),
                        actions.copy("the name", volume.name()),
                        actions.copy("the path", volume.mountpoint())));
    }
}
