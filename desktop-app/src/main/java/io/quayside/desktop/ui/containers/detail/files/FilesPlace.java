package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.engine.files.FilePaths;

/// Which files of a container are shown.
///
/// @param root the folder whose files they are
/// @param name of the volume whose files they are, which no image has files for; empty for a container
/// @param deletes whether the container may have a program that deletes and renames
public record FilesPlace(String root, String name, boolean deletes) {
    /// All of a container.
    static final FilesPlace CONTAINER = new FilesPlace(FilePaths.ROOT, "", true);

    /// Those of a volume.
    ///
    /// @param folder where a container has it
    public static FilesPlace volume(String folder, String name, boolean deletes) {
        return new FilesPlace(FilePaths.normal(folder), name, deletes);
    }

    /// Whether they are a volume's.
    boolean volume() {
        return !name.isEmpty();
    }

    /// A path as it is shown: in a volume, from its root.
    String shown(String path) {
        if (!volume() || !FilePaths.isWithin(path, root)) {
            return path;
        }
        String inside = path.substring(root.equals(FilePaths.ROOT) ? 0 : root.length());
        return inside.isEmpty() ? FilePaths.ROOT : inside;
    }
}
