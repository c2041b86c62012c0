package io.quayside.engine.volume;

import com.github.luben.zstd.ZstdOutputStream;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.files.Transfer;
import io.quayside.engine.model.Volume;
import io.quayside.engine.model.VolumeSpec;
import io.quayside.engine.stream.ArchiveStream;
import io.quayside.engine.volume.VolumeArchiveException.Reason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// Volumes out to files, in from files, into other volumes, and emptied. All calls block; interrupting the thread ends
/// them. Any thread may call.
public final class VolumeArchives {
    private static final int LEVEL = 3;
    private static final int MOST_WORKERS = 4;
    private static final int BUFFER = 256 * 1024;
    private static final String ALL = Helper.MOUNT + "/.";

    private final Engine engine;

    public VolumeArchives(Engine engine) {
        this.engine = engine;
    }

    /// What was written.
    ///
    /// @param size bytes of the file
    public record Exported(ArchiveContents contents, long size, String sha256) {}

    /// Writes a volume to a `.tar.zst` file with a checksum file beside it. Both have their names only once they are
    /// complete; what had them before stays until then.
    ///
    /// @param transfer hears how many bytes are over, with a little for each file's name
    public Exported export(String volume, Path file, Transfer transfer) throws EngineException, IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        MessageDigest digest = Checksum.digest();
        try {
            ArchiveContents contents = write(volume, part, digest, transfer);
            long size = Files.size(part);
            String sha256 = Checksum.hex(digest);
            // An old checksum beside the new archive would make it look broken.
            Files.deleteIfExists(Checksum.beside(file));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Checksum.write(file, sha256);
            return new Exported(contents, size, sha256);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private ArchiveContents write(String volume, Path part, MessageDigest digest, Transfer transfer)
            throws EngineException, IOException {
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Helper helper = Helper.open(engine, volume, true);
                ArchiveStream archive = engine.containers().getArchive(helper.container(), ALL)) {
            transfer.opened(archive);
            ArchiveContents contents = compress(archive, new DigestOutputStream(keptOpen(channel), digest), transfer);
            channel.force(true);
            return contents;
        }
    }

    private static ArchiveContents compress(ArchiveStream archive, OutputStream out, Transfer transfer)
            throws IOException {
        try (ZstdOutputStream zstd = new ZstdOutputStream(out, LEVEL)) {
            zstd.setChecksum(true);
            zstd.setWorkers(Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()));
            return ArchiveScan.of(new Tee(archive.tar(), zstd, transfer));
        }
    }

    /// The compressor closes what it writes to, before the file is flushed to the disk.
    private static OutputStream keptOpen(FileChannel channel) {
        return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /// Fills an empty volume from an archive. When that fails, the volume is emptied again.
    ///
    /// @throws VolumeArchiveException if it isn't empty; or with [Reason#HALF_DONE] if it couldn't be emptied again
    public void fill(String volume, ArchiveFile archive, Transfer transfer) throws EngineException, IOException {
        Volume before = engine.volumes().inspect(volume);
        boolean begun = false;
        boolean done = false;
        try (Helper helper = Helper.open(engine, volume, false)) {
            if (!isEmpty(helper)) {
                throw notEmpty(volume);
            }
            begun = true;
            put(helper, out -> archive.writeTo(out, transfer));
            done = true;
        } finally {
            if (begun && !done) {
                emptyAgain(before);
            }
        }
    }

    private void emptyAgain(Volume volume) throws IOException {
        try {
            Undisturbed.run(() -> empty(volume));
        } catch (EngineException e) {
            throw new VolumeArchiveException(
                    Reason.HALF_DONE,
                    "It broke off, and the volume couldn't be emptied again: a part of the archive is in it now.",
                    e);
        }
    }

    private boolean isEmpty(Helper helper) throws EngineException, IOException {
        try (ArchiveStream archive = engine.containers().getArchive(helper.container(), ALL)) {
            return ArchiveScan.isEmpty(archive.tar());
        }
    }

    /// Makes a volume of an archive that is checked while it is read. When that fails, no volume stays.
    ///
    /// @throws VolumeArchiveException if it must not get into a volume, or there is one of that name
    public ArchiveFile create(VolumeSpec spec, Path archive, Transfer transfer) throws EngineException, IOException {
        requireFree(spec.name());
        engine.volumes().create(spec);
        boolean mine = true;
        boolean done = false;
        try (Helper helper = Helper.open(engine, spec.name(), false)) {
            mine = isEmpty(helper);
            if (!mine) {
                throw notEmpty(spec.name()); // somebody was as quick
            }
            AtomicReference<ArchiveFile> read = new AtomicReference<>();
            put(helper, out -> read.set(ArchiveFile.pass(archive, out, transfer)));
            done = true;
            return Objects.requireNonNull(read.get());
        } finally {
            removeUnless(done || !mine, spec.name());
        }
    }

    /// Engines give the volume that is there for one with the same name.
    private void requireFree(String volume) throws EngineException, IOException {
        try {
            engine.volumes().inspect(volume);
        } catch (NotFoundException free) {
            return;
        }
        throw new VolumeArchiveException(Reason.NOT_EMPTY, "There is a volume " + volume + " already.");
    }

    private static VolumeArchiveException notEmpty(String volume) {
        return new VolumeArchiveException(Reason.NOT_EMPTY, "The volume " + volume + " has files already.");
    }

    /// Copies everything of a volume into a new one on the engine's own disk: with the options of the first one, it
    /// would
    /// be the same folder or share. Of a copy that failed nothing stays.
    public void copy(String from, String to, Transfer transfer) throws EngineException, IOException {
        Volume volume = engine.volumes().inspect(from);
        Map<String, String> labels = new LinkedHashMap<>(volume.labels());
        // Those say which project made the first one, and that nobody named it.
        labels.keySet().removeIf(label -> label.startsWith("com.docker."));
        engine.volumes().create(new VolumeSpec(to, VolumeSpec.LOCAL, Map.of(), labels));
        boolean done = false;
        try (Helper source = Helper.open(engine, from, true);
                Helper target = Helper.open(engine, to, false);
                ArchiveStream archive = engine.containers().getArchive(source.container(), ALL)) {
            transfer.opened(archive);
            put(target, out -> ArchiveScan.of(new Tee(archive.tar(), out, transfer)));
            done = true;
        } finally {
            removeUnless(done, to);
        }
    }

    /// Deletes everything in a volume that no container uses: it is deleted and made again as it was.
    public void empty(Volume volume) throws EngineException {
        try {
            engine.volumes().remove(volume.name(), false);
        } catch (NotFoundException e) {
            // It went already, when this was tried before.
        }
        engine.volumes().create(VolumeSpec.like(volume, volume.name()));
    }

    private void removeUnless(boolean done, String volume) throws EngineException {
        if (!done) {
            Undisturbed.run(() -> engine.volumes().remove(volume, false));
        }
    }

    /// What goes wrong while reading comes out as it is; of writing, as the engine's.
    private void put(Helper helper, ToEngine.Writing writing) throws EngineException, IOException {
        boolean docker = keepsOwners();
        String to = docker ? "/" : Helper.MOUNT;
        String folder = docker ? Helper.MOUNT.substring(1) + "/" : "";
        try {
            engine.containers()
                    .putArchive(
                            helper.container(),
                            to,
                            ToEngine.of(out -> writing.to(docker ? new UnderFolder(out, folder) : out)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Whether owners are in what the engine sends and takes. Podman makes everything root's, and unpacks nowhere but
    /// right
    /// into the volume.
    public boolean keepsOwners() throws EngineException {
        return !engine.system().ping().isPodman();
    }
}
