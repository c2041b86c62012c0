package io.quayside.desktop.ui.run;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import java.time.Duration;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How much there is to pull of an image that isn't here, as its registry says. It is asked once nobody types any more.
/// FX thread; a virtual thread `pull-size` asks.
final class PullSize {
    private static final Duration STILL = Duration.ofMillis(700);

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<OptionalLong> size = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private String wanted = "";
    private Subscription waiting = () -> {};

    PullSize(ContainersParts parts) {
        this.parts = parts;
    }

    /// Empty until it is known.
    ReadOnlyObjectProperty<OptionalLong> sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /// From now on it is about this image; nothing, if none is missing.
    ///
    /// @param architecture for which it is pulled, as images name it; empty while that isn't known
    void follow(String reference, String architecture) {
        String next = reference.isEmpty() || architecture.isEmpty() ? "" : reference + " " + architecture;
        if (next.equals(wanted)) {
            return;
        }
        wanted = next;
        size.set(OptionalLong.empty());
        waiting.close();
        if (!next.isEmpty()) {
            waiting = parts.fx().after(STILL, () -> ask(reference, architecture, next));
        }
    }

    private void ask(String reference, String architecture, String asked) {
        Thread.ofVirtual().name("pull-size").start(() -> {
            OptionalLong answer = parts.updates().pullSize(reference, architecture);
            parts.fx().run(() -> {
                if (asked.equals(wanted)) {
                    size.set(answer);
                }
            });
        });
    }
}
