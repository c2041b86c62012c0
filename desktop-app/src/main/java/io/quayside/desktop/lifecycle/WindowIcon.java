package io.quayside.desktop.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// Quayside's sign in the sizes that desktops ask windows for. `build-support/DrawIcon.java` draws them.
final class WindowIcon {
    private WindowIcon() {}

    static List<Image> images() {
        return Stream.of(16, 24, 32, 48, 64, 128, 256).map(WindowIcon::image).toList();
    }

    private static Image image(int size) {
        String name = "/io/quayside/desktop/lifecycle/icon-" + size + ".png";
        return new Image(
                Objects.requireNonNull(WindowIcon.class.getResource(name), name).toExternalForm());
    }
}
