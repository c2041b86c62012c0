package io.quayside.desktop.machine;

import io.quayside.vm.model.Share;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Which folders of this computer a machine doesn't see although containers are to mount them.
public final class UnsharedFolders {
    private UnsharedFolders() {}

    /// Only what is here can be meant: a path that this computer doesn't have, or that the machine can't have from here
    /// (such as `/etc` and `/var/run/docker.sock`), is the machine's own. Of a file it is the folder that it is in.
    /// Blocks, as it looks at the file system.
    ///
    /// @param paths of the engine's machine, absolute
    public static List<Path> among(Collection<String> paths, List<Share> shares) {
        List<Path> missing = new ArrayList<>();
        for (String text : paths) {
            try {
                Path path = Path.of(text).normalize();
                boolean seen = shares.stream().anyMatch(share -> covers(share.guestPath(), text(path)));
                if (path.isAbsolute() && !seen) {
                    add(path, missing);
                }
            } catch (InvalidPathException e) {
                // Then it isn't here.
            }
        }
        return missing.stream()
                .filter(folder ->
                        missing.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                .distinct()
                .toList();
    }

    private static void add(Path path, List<Path> missing) {
        Path folder = Files.isRegularFile(path) ? path.getParent() : path;
        if (folder != null
                && Files.isDirectory(folder)
                && Share.of(folder, false).samePath()) {
            missing.add(folder);
        }
    }

    private static String text(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static boolean covers(String guestPath, String path) {
        return (path + "/").startsWith(guestPath + "/");
    }
}
