package io.quayside.desktop.ui.containers;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Copies a container's file system into a file. The file has its name only once it is complete.
final class FilesystemExport {
    private static final int PIECE = 256 * 1024;

    private final Engine engine;
    private final String id;
    private final Path file;

    FilesystemExport(Engine engine, String id, Path file) {
        this.engine = engine;
        this.id = id;
        this.file = file;
    }

    void run(TaskContext context) throws EngineException, IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            copy(context, part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void copy(TaskContext context, Path part) throws EngineException, IOException {
        try (InputStream in = engine.containers().export(id);
                Subscription _ = context.onCancel(in);
                OutputStream out = Files.newOutputStream(part)) {
            byte[] piece = new byte[PIECE];
            long done = 0;
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                out.write(piece, 0, n);
                done += n;
                context.progress(done, 0);
                context.detail(Sizes.of(done));
            }
        }
        if (context.isCancelled()) {
            throw new IOException("The export was cancelled");
        }
    }
}
