package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.model.Container;
import java.util.List;
import java.util.Optional;

/// What a container's row says, apart from its figures. All text is safe to show.
///
/// @param container what it is about
/// @param name made safe
/// @param image shortened
/// @param status glyph and words
/// @param ports at most a few of them are shown
/// @param busy the word for an action under way, "Stopping"
/// @param deletingIn seconds until a deletion that can still be undone
/// @param live whether the engine confirms all of it now
public record ContainerLine(
        Container container,
        String name,
        String image,
        StatusText status,
        List<PortText> ports,
        Optional<String> busy,
        Optional<Integer> deletingIn,
        boolean live) {
    public ContainerLine {
        ports = List.copyOf(ports);
    }

    /// Whether an action on it makes sense now.
    public boolean canAct() {
        return live && busy.isEmpty() && deletingIn.isEmpty();
    }
}
