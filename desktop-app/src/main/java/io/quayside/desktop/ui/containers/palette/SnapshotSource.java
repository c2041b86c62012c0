package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteScope;
import io.quayside.desktop.ui.shell.palette.PaletteSource;
import java.util.List;

/// Entries made from the mirror's last snapshot, anew only when there is another one. Search thread.
abstract class SnapshotSource implements PaletteSource {
    private final EngineMirror mirror;
    private final PaletteScope scope;
    private final String group;
    private MirrorSnapshot made = MirrorSnapshot.EMPTY;
    private List<PaletteEntry> entries = List.of();

    SnapshotSource(EngineMirror mirror, PaletteScope scope, String group) {
        this.mirror = mirror;
        this.scope = scope;
        this.group = group;
    }

    @Override
    public final PaletteScope scope() {
        return scope;
    }

    @Override
    public final String group() {
        return group;
    }

    @Override
    public final synchronized List<PaletteEntry> entries() {
        MirrorSnapshot now = mirror.snapshot();
        if (!now.equals(made)) {
            entries = make(now);
            made = now;
        }
        return entries;
    }

    abstract List<PaletteEntry> make(MirrorSnapshot snapshot);
}
