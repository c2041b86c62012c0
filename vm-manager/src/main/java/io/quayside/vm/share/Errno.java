package io.quayside.vm.share;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/// Numbers of failures as Linux has them, which is what its kernel expects in answers.
final class Errno {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EIO = 5;
    static final int EBADF = 9;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int EEXIST = 17;
    static final int EXDEV = 18;
    static final int ENOTDIR = 20;
    static final int EISDIR = 21;
    static final int EINVAL = 22;
    static final int EMFILE = 24;
    static final int ENOTTY = 25;
    static final int EFBIG = 27;
    static final int ENOSPC = 28;
    static final int EROFS = 30;
    static final int ENAMETOOLONG = 36;
    static final int ENOSYS = 38;
    static final int ENOTEMPTY = 39;
    static final int ELOOP = 40;
    static final int EOPNOTSUPP = 95;
    static final int ESTALE = 116;
    static final int EDQUOT = 122;

    /// What the C library says, because the JDK has no types for these.
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("No space left on device", ENOSPC),
            Map.entry("Read-only file system", EROFS),
            Map.entry("Is a directory", EISDIR),
            Map.entry("Not a directory", ENOTDIR),
            Map.entry("File name too long", ENAMETOOLONG),
            Map.entry("Too many levels of symbolic links", ELOOP),
            Map.entry("Operation not permitted", EPERM),
            Map.entry("Invalid cross-device link", EXDEV),
            Map.entry("Cross-device link", EXDEV),
            Map.entry("Directory not empty", ENOTEMPTY),
            Map.entry("Device or resource busy", EBUSY),
            Map.entry("Resource busy", EBUSY),
            Map.entry("Too many open files", EMFILE),
            Map.entry("Disk quota exceeded", EDQUOT),
            Map.entry("File too large", EFBIG),
            Map.entry("Invalid argument", EINVAL),
            Map.entry("Operation not supported", EOPNOTSUPP));

    private Errno() {}

    static int of(IOException failure) {
        return switch (failure) {
            case Refused refused -> refused.errno();
            case NoSuchFileException _ -> ENOENT;
            case FileAlreadyExistsException _ -> EEXIST;
            case DirectoryNotEmptyException _ -> ENOTEMPTY;
            case AccessDeniedException _ -> EACCES;
            case NotDirectoryException _ -> ENOTDIR;
            case FileSystemLoopException _ -> ELOOP;
            case FileSystemException other -> words(other.getReason() == null ? "" : other.getReason());
            default -> words(String.valueOf(failure.getMessage()));
        };
    }

    /// For what the JDK refuses before it asks the system.
    static int of(RuntimeException failure) {
        return switch (failure) {
            case InvalidPathException _ -> EINVAL;
            case UnsupportedOperationException _ -> EOPNOTSUPP;
            case IllegalArgumentException _ -> EINVAL;
            default -> EIO;
        };
    }

    private static int words(String reason) {
        for (Map.Entry<String, Integer> known : WORDS.entrySet()) {
            if (reason.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return EIO;
    }
}
