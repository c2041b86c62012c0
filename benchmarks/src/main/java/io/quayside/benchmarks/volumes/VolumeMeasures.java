package io.quayside.benchmarks.volumes;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.files.Transfer;
import io.quayside.engine.model.VolumeSpec;
import io.quayside.engine.volume.VolumeArchives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A large volume to a file and back, taking turns with `tar` in a container and `zstd` on this computer.
public final class VolumeMeasures {
    private static final int TURNS = 3;
    /// At nine tenths of its throughput or better.
    private static final String AIM = "<= 1.11";

    private VolumeMeasures() {}

    /// Both in one, because they share the engine and the archive.
    public static Measure archives() {
        return new Measure(List.of("volume-export", "volume-import"), VolumeMeasures::figures);
    }

    private static List<Figure> figures() throws IOException, NotMeasuredException {
        try (VolumeStore store = VolumeStore.open()) {
            return List.of(export(store), restore(store));
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

    private static Figure export(VolumeStore store) throws IOException, EngineException {
        VolumeArchives archives = new VolumeArchives(store.engine());
        Path mine = store.file("mine.tar.zst");
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i <= TURNS; i++) {
            double millis = millis(() -> archives.export(VolumeStore.VOLUME, mine, Transfer.UNWATCHED));
            double peer = millis(() -> store.pack(store.file("peer.tar.zst")));
            // The first turn is for compiling and for caches.
            if (i > 0) {
                ours.add(millis);
                theirs.add(peer);
            }
        }
        return figure("volume-export", ours, theirs, "to a .tar.zst with its checksum, against tar | zstd -3");
    }

    private static Figure restore(VolumeStore store) throws IOException, EngineException, NotMeasuredException {
        Path file = store.file("mine.tar.zst");
        String expected = store.listing(VolumeStore.VOLUME);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i <= TURNS; i++) {
            double millis = millis(() -> copyIn(store, file));
            if (i == 0) {
                requireSame(expected, store.listing("mine"));
            }
            store.docker("volume", "rm", "mine");
            double peer = millis(() -> store.unpack(file, "peer"));
            if (i == 0) {
                requireSame(expected, store.listing("peer"));
            }
            store.docker("volume", "rm", "peer");
            if (i > 0) {
                ours.add(millis);
                theirs.add(peer);
            }
        }
        return figure("volume-import", ours, theirs, "from a .tar.zst, checked meanwhile, against zstd -d | tar");
    }

    /// As the window does with a new volume: the archive is looked at while it is written.
    private static void copyIn(VolumeStore store, Path file) throws IOException, EngineException {
        new VolumeArchives(store.engine()).create(VolumeSpec.named("mine"), file, Transfer.UNWATCHED);
    }

    private static void requireSame(String expected, String found) throws NotMeasuredException {
        if (!expected.equals(found)) {
            throw new NotMeasuredException("what came back is another: " + found + ", not " + expected);
        }
    }

    private static Figure figure(String name, List<Double> ours, List<Double> theirs, String how) {
        return Figure.against(name, Samples.median(ours), Samples.median(theirs), AIM, "ms", "a volume of 1 GB " + how);
    }
}
