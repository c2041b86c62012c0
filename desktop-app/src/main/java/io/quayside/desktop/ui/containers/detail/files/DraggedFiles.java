package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.problem.Attempt;
import io.quayside.engine.files.FileKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Files of the container that are dragged to another program. That reads them the moment they are dropped, so they
/// have
/// to be on this computer when the drag begins: small ones are fetched while the pointer begins to move, anything else
/// by a task, for the next drag. They lie in folders that nobody else can read, until the app ends. FX thread.
final class DraggedFiles {
    private static final long SMALL = 1_000_000;
    private static final long MOMENT_MILLIS = 150;

    /// What was asked for: the same rows with the same sizes and times are the same files.
    private record Held(String what, CompletableFuture<List<File>> files) {}

    private final FilesViewModel model;
    private final FileTransfers transfers;
    private final List<Held> held = new ArrayList<>();

    DraggedFiles(FilesViewModel model, FileTransfers transfers) {
        this.model = model;
        this.transfers = transfers;
    }

    /// The files, if they are here or come within a moment; if not, they are on their way for the next time.
    Optional<List<File>> take(List<FileRow> rows) {
        String what = model.container().map(line -> line.container().id()).orElse("")
                + rows.stream().map(row -> row.path() + row.entry()).collect(Collectors.joining());
        Held known = held.stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseGet(() -> fetch(what, rows));
        return files(known, isSmall(rows) ? MOMENT_MILLIS : 0);
    }

    private static boolean isSmall(List<FileRow> rows) {
        return rows.stream()
                        .flatMap(row -> row.entry().stream())
                        .mapToLong(entry -> entry.kind() == FileKind.FILE ? entry.size() : SMALL + 1)
                        .sum()
                <= SMALL;
    }

    private Held fetch(String what, List<FileRow> rows) {
        Held next = new Held(what, new CompletableFuture<>());
        try {
            Path folder = Files.createTempDirectory("quayside-drag-");
            folder.toFile().deleteOnExit();
            held.add(next);
            transfers.fetch(rows, folder, paths -> next.files().complete(kept(paths)), () -> held.remove(next));
        } catch (IOException e) {
            model.failed(model.parts()
                    .problems()
                    .map(e, new Attempt("drag", rows.getFirst().label())));
        }
        return next;
    }

    /// Goes with the app: other programs may still read it long after the drop.
    private static List<File> kept(List<Path> paths) throws IOException {
        for (Path path : paths) {
            try (Stream<Path> all = Files.walk(path)) {
                all.forEach(each -> each.toFile().deleteOnExit()); // deleted in the opposite order
            }
        }
        return paths.stream().map(Path::toFile).toList();
    }

    private static Optional<List<File>> files(Held known, long millis) {
        try {
            return Optional.of(known.files().get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
