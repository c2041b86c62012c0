package io.quayside.engine.platform;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/// Folders that nobody but the user may look into.
final class PrivateFolder {
    private static final Set<PosixFilePermission> USER_ONLY = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /// Makes the folder and those above it, where they are missing.
    static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (hasOwners(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(USER_ONLY));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// Makes a folder for sockets. Its name may be known to others and may lie where everybody writes, such as `/tmp`,
    /// so
    /// one that is there already has to be this user's own, and is closed to others.
    ///
    /// @throws FileSystemException with a reason for the user, when it is a link or belongs to somebody else
    static void createForSockets(Path folder) throws IOException {
        create(folder);
        if (!hasOwners(folder)) {
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    folder.toString(),
                    null,
                    "is a link, so what Quayside puts there could end up with somebody else. Remove it, or set"
                            + " XDG_RUNTIME_DIR to a folder of your own");
        }
        PosixFileAttributeView view =
                Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        UserPrincipal owner = view.getOwner();
        if (!owner.equals(thisUser())) {
            throw new FileSystemException(
                    folder.toString(),
                    null,
                    "belongs to " + owner.getName() + ". Remove it, or set XDG_RUNTIME_DIR to a folder of your own");
        }
        if (!view.readAttributes().permissions().equals(USER_ONLY)) {
            Files.setPosixFilePermissions(folder, USER_ONLY);
        }
    }

    private static boolean hasOwners(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Whoever owns what this process makes.
    private static UserPrincipal thisUser() throws IOException {
        Path made = Files.createTempFile("quayside", null);
        try {
            return Files.getOwner(made);
        } finally {
            Files.delete(made);
        }
    }
}
