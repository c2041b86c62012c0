package io.quayside.benchmarks.window;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// The least that JavaFX can do: a window of Quayside's size with nothing in it.
public final class EmptyWindow {
    private EmptyWindow() {}

    public static void main(String[] args) {
        PeerWindow.run(args[0], () -> new Scene(new StackPane(), PeerWindow.WIDTH, PeerWindow.HEIGHT));
    }
}
