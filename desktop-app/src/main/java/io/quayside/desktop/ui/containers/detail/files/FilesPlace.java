package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.engine.files.FilePaths;

/// Which files of a container are shown.
///
/// @param root the folder whose files they are
/// @param volume whether that is a volume, which no image has files for
/// @param deletes whether the container may have a program that deletes and renames
public record FilesPlace(String root, boolean volume, boolean deletes) {
    /// All of a container.
    static final FilesPlace CONTAINER = new FilesPlace(FilePaths.ROOT, false, true);

    /// Those of a volume.
    ///
    /// @param folder where a container has it
    public static FilesPlace volume(String folder, boolean deletes) {
        return new FilesPlace(FilePaths.normal(folder), true, deletes);
    }

    /// A path as it is shown: in a volume, from its root.
    String shown(String path) {
        if (!volume || !FilePaths.isWithin(path, root)) {
            return path;
        }
        String inside = path.substring(root.equals(FilePaths.ROOT) ? 0 : root.length());
        return inside.isEmpty() ? FilePaths.ROOT : inside;
    }
}
