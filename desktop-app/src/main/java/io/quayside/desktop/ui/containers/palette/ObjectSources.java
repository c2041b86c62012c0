package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.palette.PaletteSource;
import java.util.List;

/// All sources of objects for the palette.
public final class ObjectSources {
    private ObjectSources() {}

    public static List<PaletteSource> of(ContainersParts parts, ShellContext shell) {
        HitActions actions = new HitActions(parts, shell);
        return List.of(
                new ContainerHits(parts, actions),
                new ProjectHits(parts, actions),
                new PortHits(parts, actions),
                new ImageHits(parts, actions),
                new VolumeHits(parts, actions),
                new NetworkHits(parts, actions));
    }
}
