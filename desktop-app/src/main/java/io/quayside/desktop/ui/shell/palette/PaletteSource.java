package io.quayside.desktop.ui.shell.palette;

import java.util.List;
import java.util.Optional;

/// Gives the palette what it can find of one kind.
///
/// Called on the palette's search thread at every keystroke: keep the list and build it anew only when the objects
/// changed. Nothing here may talk to the engine.
public interface PaletteSource {
    /// The kind, never [PaletteScope#EVERYTHING].
    PaletteScope scope();

    /// The heading above its hits, such as "Containers". Sources with the same heading share it: images and volumes
    /// both say "Images and volumes".
    String group();

    /// Everything there is now, in the order in which equal hits are shown.
    List<PaletteEntry> entries();

    /// What could be done with the text itself, under "Elsewhere": "Pull redis from a registry…".
    default Optional<PaletteEntry> elsewhere(String query) {
        return Optional.empty();
    }
}
