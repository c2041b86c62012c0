package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

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

    private static final int IMAGE_CHARACTERS = 34;

    /// The line of a container as a snapshot has it.
    public static ContainerLine of(Container container, MirrorSnapshot snapshot, Instant now) {
        return of(container, snapshot.live(), snapshot.asOf(), now, port -> false);
    }

    static ContainerLine of(Container container, boolean live, Instant asOf, Instant now, IntPredicate isWeb) {
        return new ContainerLine(
                container,
                SafeText.line(container.name()),
                ImageNames.shorten(container.image(), IMAGE_CHARACTERS),
                live ? StatusText.of(container, now) : StatusText.past(container, asOf, now),
                PortText.of(container, live, isWeb),
                Optional.empty(),
                Optional.empty(),
                live);
    }

    ContainerLine with(Optional<String> busyWord, Optional<Integer> seconds) {
        return new ContainerLine(container, name, image, status, ports, busyWord, seconds, live);
    }

    /// Whether an action on it makes sense now.
    public boolean canAct() {
        return live && busy.isEmpty() && deletingIn.isEmpty();
    }
}
