package io.quayside.engine.files;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.PathStat;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/// Copies a file or folder of a container to this computer, under a name that is free there. Until it is complete it
/// lies
/// in a hidden folder beside, which is deleted when the copy fails or is cancelled.
final class Download {
    private final Engine engine;
    private final String id;

    Download(Engine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    Downloaded run(String path, Path folder, Transfer transfer)
            throws EngineException, IOException, FileActionException {
        String from = followed(path);
        Path hidden = Files.createTempDirectory(folder, ".quayside-");
        try {
            Downloaded all = receive(from, hidden, transfer);
            Path made = onlyChild(hidden, all);
            String wanted = path.equals(FilePaths.ROOT) ? "root" : HostNames.fit(folder, FilePaths.name(path));
            Path place = moveTo(made, folder, wanted);
            return new Downloaded(place, all.files(), all.bytes(), all.skipped(), all.renamed());
        } finally {
            delete(hidden);
        }
    }

    private String followed(String path) throws EngineException {
        PathStat stat = engine.containers().statPath(id, path);
        return stat.type() == PathStat.Type.LINK && !stat.linkTarget().isEmpty() ? stat.linkTarget() : path;
    }

    private Downloaded receive(String path, Path hidden, Transfer transfer) throws EngineException, IOException {
        Path content = path.equals(FilePaths.ROOT) ? Files.createDirectory(hidden.resolve("root")) : hidden;
        try (PathArchive archive = PathArchive.open(engine, id, path)) {
            transfer.opened(archive);
            return new Extraction(content, transfer).run(archive);
        }
    }

    private static Path onlyChild(Path hidden, Downloaded all) throws IOException, FileActionException {
        try (Stream<Path> children = Files.list(hidden)) {
            List<Path> list = children.toList();
            if (list.size() == 1) {
                return list.getFirst();
            }
            throw new FileActionException(
                    FileActionException.Reason.WRONG_KIND,
                    all.skipped().isEmpty()
                            ? "The engine sent nothing that can be kept on this computer."
                            : "Devices, pipes and sockets can't be copied.");
        }
    }

    private static Path moveTo(Path made, Path folder, String wanted) throws IOException {
        for (int i = 1; ; i++) {
            Path place = folder.resolve(i == 1 ? wanted : numbered(made, wanted, i));
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                return Files.move(made, place);
            }
        }
    }

    /// `app (2).toml`, and `folder.d (2)`.
    private static String numbered(Path made, String name, int number) {
        int dot = name.lastIndexOf('.');
        boolean hasEnding = dot > 0 && !Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS);
        return hasEnding
                ? name.substring(0, dot) + " (" + number + ")" + name.substring(dot)
                : name + " (" + number + ")";
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path dir, java.io.@org.jspecify.annotations.Nullable IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
