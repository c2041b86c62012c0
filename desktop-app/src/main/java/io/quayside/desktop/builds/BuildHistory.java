package io.quayside.desktop.builds;

import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The builds of the last 30 days, on disk: a folder each, with its record, its Dockerfile at that time and its output.
/// One that can't be read doesn't hide the others. Only the user can read what is kept.
///
/// Any thread. What is written is written in order by a thread of its own, which alone changes files; reading the
/// output
/// of a build is for whoever wants it.
public final class BuildHistory implements AutoCloseable {
    /// How long a build is kept.
    public static final Duration KEPT = Duration.ofDays(30);
    /// What all outputs may take together; the oldest go first.
    public static final long OUTPUT_LIMIT = 1L << 30;

    static final String RECORD = "record.json";
    static final String OUTPUT = "output";
    static final String DOCKERFILE = "Dockerfile";

    private static final Logger LOG = LoggerFactory.getLogger(BuildHistory.class);
    private static final Comparator<BuildRecord> NEWEST_FIRST =
            Comparator.comparing(BuildRecord::begun).reversed().thenComparing(BuildRecord::id);

    private final Path folder;
    private final InstantSource clock;
    private final long outputLimit;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("build-history").factory());
    private final Listeners<List<BuildRecord>> listeners = new Listeners<>();
    private volatile List<BuildRecord> records = List.of();
    private volatile int damaged;
    private volatile boolean read;

    /// Begins to read what is there.
    public BuildHistory(Path folder, InstantSource clock, long outputLimit) {
        this.folder = folder;
        this.clock = clock;
        this.outputLimit = outputLimit;
        disk.execute(this::load);
    }

    /// All that are known, the newest first.
    public List<BuildRecord> records() {
        return records;
    }

    /// Whether what earlier runs of the program left was read.
    public boolean isRead() {
        return read;
    }

    /// How many records there are that can't be read.
    public int damaged() {
        return damaged;
    }

    /// Hears of each change, on any thread.
    public Subscription onChange(Runnable listener) {
        return listeners.add(ignored -> listener.run());
    }

    /// What is kept of a build's output.
    public OutputFile output(String id) {
        return new OutputFile(folder.resolve(id).resolve(OUTPUT));
    }

    /// Whether there is output of a build.
    public boolean hasOutput(String id) {
        return Files.isRegularFile(folder.resolve(id).resolve(OUTPUT));
    }

    /// The Dockerfile as it was when the build began. Blocks.
    public String dockerfile(String id) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(id).resolve(DOCKERFILE)), StandardCharsets.UTF_8);
    }

    /// A build begins. Blocks until there is a place for its output.
    OutputWriter begin(BuildRecord build, String dockerfile) throws IOException {
        Path own = folder.resolve(build.id());
        Path output = own.resolve(OUTPUT);
        Files.createDirectories(own, privately("rwx------"));
        Files.createFile(output, privately("rw-------"));
        AtomicFile.write(own.resolve(DOCKERFILE), dockerfile);
        OutputWriter writer = new OutputWriter(output, Math.min(OutputWriter.MOST, outputLimit));
        save(build);
        return writer;
    }

    /// Keeps how far a build has come.
    void save(BuildRecord build) {
        synchronized (this) {
            List<BuildRecord> all = new ArrayList<>(records);
            all.removeIf(each -> each.id().equals(build.id()));
            all.add(build);
            all.sort(NEWEST_FIRST);
            records = List.copyOf(all);
        }
        run(() -> {
            write(build);
            if (!build.isRunning()) {
                tidy();
            }
        });
        listeners.tell(records);
    }

    /// Forgets builds, those at work aside. Their files go a moment later.
    public void delete(Collection<String> ids) {
        Set<String> going = Set.copyOf(ids);
        synchronized (this) {
            records = records.stream()
                    .filter(build -> build.isRunning() || !going.contains(build.id()))
                    .toList();
        }
        Set<String> left = Set.copyOf(records.stream().map(BuildRecord::id).toList());
        run(() -> {
            for (String id : going) {
                if (!left.contains(id)) {
                    remove(folder.resolve(id));
                }
            }
        });
        listeners.tell(records);
    }

    /// Waits until all that was asked for is on disk.
    public void flush() {
        CompletableFuture.runAsync(() -> {}, disk).join();
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private void run(DiskWork work) {
        try {
            disk.execute(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    LOG.warn("The history of builds couldn't be kept", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The program ends; the next one goes on from what is on disk", e);
        }
    }

    private void write(BuildRecord build) throws IOException {
        Path own = folder.resolve(build.id());
        // What was deleted meanwhile doesn't come back.
        if (Files.isDirectory(own)) {
            AtomicFile.write(own.resolve(RECORD), RecordCodec.write(build));
        }
    }

    private void load() {
        List<BuildRecord> found = new ArrayList<>();
        int unreadable = 0;
        for (Path each : folders()) {
            try {
                found.add(load(each));
            } catch (RecordCodec.DamagedException | IOException e) {
                LOG.warn("A record of a build can't be read: {}", each, e);
                unreadable++;
            }
        }
        synchronized (this) {
            Set<String> known = Set.copyOf(records.stream().map(BuildRecord::id).toList());
            List<BuildRecord> all = new ArrayList<>(records);
            found.stream().filter(build -> !known.contains(build.id())).forEach(all::add);
            all.sort(NEWEST_FIRST);
            records = List.copyOf(all);
            damaged = unreadable;
            read = true;
        }
        run(this::tidy);
        listeners.tell(records);
    }

    private BuildRecord load(Path own) throws IOException, RecordCodec.DamagedException {
        RecordCodec.Kept kept = RecordCodec.read(Files.readAllBytes(own.resolve(RECORD)));
        BuildRecord build = kept.build();
        if (!build.id().equals(own.getFileName().toString())) {
            throw new RecordCodec.DamagedException("it is of another build");
        }
        if (!build.isRunning() || kept.isAlive()) {
            return build;
        }
        Instant last = Files.getLastModifiedTime(hasOutput(build.id()) ? own.resolve(OUTPUT) : own.resolve(RECORD))
                .toInstant();
        BuildRecord lost = build.lost(last);
        AtomicFile.write(own.resolve(RECORD), RecordCodec.write(lost));
        return lost;
    }

    private List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            LOG.warn("The history of builds can't be read", e);
            return List.of();
        }
    }

    /// Drops what is too old, and of the rest the oldest output that is too much.
    private void tidy() throws IOException {
        Instant oldest = clock.instant().minus(KEPT);
        List<BuildRecord> now = records;
        delete(now.stream()
                .filter(build -> build.begun().isBefore(oldest))
                .map(BuildRecord::id)
                .toList());
        Set<String> known = Set.copyOf(records.stream().map(BuildRecord::id).toList());
        for (Path each : folders()) {
            // A record that can't be read may be of use to somebody, but not for ever.
            if (!known.contains(each.getFileName().toString())
                    && Files.getLastModifiedTime(each).toInstant().isBefore(oldest)) {
                remove(each);
            }
        }
        long sum = 0;
        for (BuildRecord build : records) {
            Path output = folder.resolve(build.id()).resolve(OUTPUT);
            sum += Files.isRegularFile(output) ? Files.size(output) : 0;
            if (sum > outputLimit && !build.isRunning()) {
                Files.deleteIfExists(output);
            }
        }
    }

    private static void remove(Path own) throws IOException {
        if (!Files.isDirectory(own)) {
            return;
        }
        try (Stream<Path> all = Files.walk(own)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private FileAttribute<?>[] privately(String rights) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /// Writes what is still to be written.
    @Override
    public void close() {
        disk.shutdown();
        try {
            if (!disk.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The history of builds took too long to be written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
