package io.quayside.benchmarks.files;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.files.ContainerFileSystem;
import io.quayside.engine.files.FileActionException;
import io.quayside.engine.files.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder of many files until its first rows and all of it are known, and a large file out of a container and into
/// it, taking turns with `docker cp`.
public final class FileMeasures {
    private static final int LISTS = 7;
    private static final int COPIES = 5;
    private static final long BYTES = Warehouse.MEGABYTES * 1_000_000L;

    private FileMeasures() {}

    /// All in one, because they share the engine and its container.
    public static Measure all() {
        return new Measure(List.of("files-list", "files-download", "files-upload"), FileMeasures::figures);
    }

    private static List<Figure> figures() throws IOException, NotMeasuredException {
        Path folder = Files.createTempDirectory("quayside-bench-files");
        try (Warehouse warehouse = Warehouse.open()) {
            List<Figure> figures = new ArrayList<>();
            figures.addAll(lists(warehouse, true, "files-list", "by a program in the container"));
            figures.addAll(
                    lists(warehouse, false, "files-list-archive", "by the engine's archive, as when it is stopped"));
            figures.add(download(warehouse, folder));
            figures.add(upload(warehouse, folder));
            return figures;
        } catch (EngineException | FileActionException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private static List<Figure> lists(Warehouse warehouse, boolean running, String name, String how)
            throws EngineException, IOException, FileActionException, NotMeasuredException {
        List<Double> first = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int i = 0; i <= LISTS; i++) {
            long[] counts = new long[2];
            long start = System.nanoTime();
            warehouse.files(running).list(Warehouse.MANY, some -> {
                counts[1] = counts[0] == 0 ? System.nanoTime() : counts[1];
                counts[0] += some.size();
            });
            if (counts[0] != Warehouse.ENTRIES) {
                throw new NotMeasuredException("there are " + counts[0] + " entries");
            }
            // The first round is for compiling and for caches.
            if (i > 0) {
                all.add((System.nanoTime() - start) / 1e6);
                first.add((counts[1] - start) / 1e6);
            }
        }
        String what = Warehouse.ENTRIES + " files in one folder of " + warehouse.engineName() + ", " + how;
        return List.of(
                Figure.alone(name + "-first", Samples.median(first), "<= 300", "ms", "first 200 of " + what),
                Figure.alone(name + "-all", Samples.median(all), "<= 2000", "ms", what));
    }

    private static Figure download(Warehouse warehouse, Path folder)
            throws EngineException, IOException, FileActionException, NotMeasuredException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        Path peer = folder.resolve("peer");
        ContainerFileSystem files = warehouse.files(true);
        for (int i = 0; i <= COPIES; i++) {
            long start = System.nanoTime();
            Path mine =
                    files.download(Warehouse.LARGE, folder, Transfer.UNWATCHED).path();
            double millis = (System.nanoTime() - start) / 1e6;
            double docker = warehouse.dockerMillis("cp", Warehouse.inContainer(Warehouse.LARGE), peer.toString());
            requireWhole(mine);
            requireWhole(peer);
            Files.delete(mine);
            Files.delete(peer);
            if (i > 0) {
                ours.add(millis);
                theirs.add(docker);
            }
        }
        return copy("files-download", ours, theirs, "out of a container of " + warehouse.engineName());
    }

    private static Figure upload(Warehouse warehouse, Path folder)
            throws EngineException, IOException, FileActionException, NotMeasuredException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        ContainerFileSystem files = warehouse.files(true);
        Path file = files.download(Warehouse.LARGE, folder, Transfer.UNWATCHED).path();
        try {
            for (int i = 0; i <= COPIES; i++) {
                long start = System.nanoTime();
                files.upload(List.of(file), Warehouse.EMPTY, 0, 0, Transfer.UNWATCHED);
                double millis = (System.nanoTime() - start) / 1e6;
                files.delete(List.of(Warehouse.EMPTY + "/large"));
                double docker = warehouse.dockerMillis("cp", file.toString(), Warehouse.inContainer(Warehouse.EMPTY));
                files.delete(List.of(Warehouse.EMPTY + "/large"));
                if (i > 0) {
                    ours.add(millis);
                    theirs.add(docker);
                }
            }
        } finally {
            Files.delete(file);
        }
        return copy("files-upload", ours, theirs, "into a container of " + warehouse.engineName());
    }

    /// At nine tenths of docker's speed or better.
    private static Figure copy(String name, List<Double> ours, List<Double> theirs, String where) {
        return Figure.against(
                name,
                Samples.median(ours),
                Samples.median(theirs),
                "<= 1.11",
                "ms",
                Warehouse.MEGABYTES + " MB " + where + ", against docker cp");
    }

    private static void requireWhole(Path file) throws IOException, NotMeasuredException {
        if (Files.size(file) != BYTES) {
            throw new NotMeasuredException(file + " has " + Files.size(file) + " bytes");
        }
    }
}
