package io.quayside.engine.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// What the system says of a file or folder of the engine that can't be used, in words.
final class FileTrouble {
    private FileTrouble() {}

    /// @param folder named where the system names nothing
    static HostProblem problem(IOException e, Path folder) {
        return e instanceof FileSystemException failure && failure.getFile() != null
                ? new HostProblem.FolderUnusable(Path.of(failure.getFile()), words(failure))
                : new HostProblem.FolderUnusable(folder, String.valueOf(e.getMessage()));
    }

    private static String words(FileSystemException e) {
        return switch (e) {
            case AccessDeniedException _ -> "your user may not write there";
            case DirectoryNotEmptyException _ -> "a folder is where a file should be";
            case FileAlreadyExistsException _, NotDirectoryException _ -> "a file is where a folder should be";
            case NoSuchFileException _ -> "it doesn't exist";
            default -> {
                String reason = e.getReason();
                yield reason != null ? reason : e.getClass().getSimpleName();
            }
        };
    }
}
