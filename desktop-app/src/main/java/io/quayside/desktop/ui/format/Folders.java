package io.quayside.desktop.ui.format;

import java.nio.file.Path;

/// Folders of this computer, as people write them.
public final class Folders {
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private Folders() {}

    /// With `~` for the user's own folder.
    public static String shown(Path folder) {
        if (folder.equals(HOME)) {
            return "~";
        }
        return folder.startsWith(HOME) && HOME.getNameCount() > 0 ? "~/" + HOME.relativize(folder) : folder.toString();
    }
}
