package io.quayside.benchmarks.images;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.LoadProgress;
import io.quayside.engine.stream.EngineStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A large image to a file and back, taking turns with the `docker` command line.
public final class ImageMeasures {
    private static final int TURNS = 3;
    private static final int PIECE = 256 * 1024;

    /// At 0.95 of its throughput or better.
    private static final String AIM = "<= 1.05";

    private ImageMeasures() {}

    /// Both in one, because they share the engine and the archive.
    public static Measure archives() {
        return new Measure(List.of("image-save", "image-load"), ImageMeasures::figures);
    }

    private static List<Figure> figures() throws IOException, NotMeasuredException {
        try (ImageStore store = ImageStore.open()) {
            return List.of(save(store), load(store));
        } catch (EngineException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, EngineException;
    }

    private static double millis(Work work) throws IOException, EngineException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Figure save(ImageStore store) throws IOException, EngineException, NotMeasuredException {
        Path mine = store.folder().resolve("mine.tar");
        Path peer = store.file();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i <= TURNS; i++) {
            double millis = millis(() -> copyOut(store, mine));
            double docker = millis(() -> store.docker("save", "--output", peer.toString(), ImageStore.IMAGE));
            if (Files.size(mine) != Files.size(peer)) {
                throw new NotMeasuredException("the archives have " + Files.size(mine) + " and " + Files.size(peer));
            }
            Files.delete(mine);
            // The first turn is for compiling and for caches.
            if (i > 0) {
                ours.add(millis);
                theirs.add(docker);
            }
        }
        return figure("image-save", ours, theirs, AIM, "to a file, against docker save");
    }

    private static void copyOut(ImageStore store, Path to) throws IOException, EngineException {
        try (InputStream in = store.engine().images().save(List.of(ImageStore.IMAGE));
                OutputStream out = Files.newOutputStream(to)) {
            copy(in, out);
        }
    }

    private static Figure load(ImageStore store) throws IOException, EngineException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i <= TURNS; i++) {
            store.docker("image", "rm", ImageStore.IMAGE);
            double millis = millis(() -> copyIn(store));
            store.docker("image", "rm", ImageStore.IMAGE);
            double docker =
                    millis(() -> store.docker("load", "--input", store.file().toString()));
            if (i > 0) {
                ours.add(millis);
                theirs.add(docker);
            }
        }
        return figure("image-load", ours, theirs, AIM, "from a file, against docker load");
    }

    private static void copyIn(ImageStore store) throws EngineException {
        try (EngineStream<LoadProgress> steps = store.engine().images().load(out -> {
            try (InputStream in = Files.newInputStream(store.file())) {
                copy(in, out);
            }
        })) {
            while (steps.next().isPresent()) {
                // Until the image is there.
            }
        }
    }

    /// As the window copies.
    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            out.write(piece, 0, n);
        }
    }

    private static Figure figure(String name, List<Double> ours, List<Double> theirs, String aim, String how) {
        return Figure.against(
                name,
                Samples.median(ours),
                Samples.median(theirs),
                aim,
                "ms",
                "an image of " + ImageStore.MEGABYTES + " MB " + how);
    }
}
