package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.shell.ShellContext;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What the tabs of a container's page are made of.
public record DetailContext(ContainersParts parts, ShellContext shell) {
    /// Puts a text on the clipboard, and says so.
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        shell.announcer().announce("Copied");
    }
}
