package io.quayside.vm.store;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Words for failures of the file system.
public final class StoreFailures {
    private StoreFailures() {}

    public static VmException of(Path path, IOException failure) {
        return new VmException(new VmProblem.FilesUnusable(path, reason(failure)), failure);
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "no permission.";
            case NoSuchFileException missing -> "it doesn't exist.";
            case FileSystemException other when other.getReason() != null -> other.getReason() + ".";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
