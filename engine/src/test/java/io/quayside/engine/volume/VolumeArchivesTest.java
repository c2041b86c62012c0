package io.quayside.engine.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.contract.EngineFixture;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.files.Transfer;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.VolumeSpec;
import io.quayside.engine.volume.VolumeArchiveException.Reason;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Volumes in and out through a container that is never started, on every kind of engine.
@ParameterizedClass
@EnumSource(EngineKind.class)
@Timeout(180)
class VolumeArchivesTest {
    private static final String MADE = """
            cd /v; chmod 0710 .; chown 70:71 .
            mkdir -p folder/deep; chmod 2750 folder; chown 5:6 folder; echo deep > folder/deep/file
            printf abc > plain; chown 12:34 plain; chmod 4751 plain; touch -d @1700000000 plain
            ln plain second; ln -s ../etc/passwd link; ln -s nowhere dangling; mkfifo pipe
            printf x > "$(printf 'line\\nbreak')"; printf x > 'ünï→ 😀'; printf x > "$(printf 'bad\\377bytes')"
            : > empty; l=$(printf '%0120d' 7); mkdir -p "$l/$l"; echo far > "$l/$l/$l"; ln "$l/$l/$l" "$l/near"; ln -s "/$l/$l" far
            dd if=/dev/zero of=sparse bs=1 count=1 seek=5000000 2>/dev/null
            find . -type f ! -name plain ! -name second -exec touch -d @1700000001 {} +
            """;

    /// Everything of a volume that has to come back.
    private static final String SEEN = """
            cd /v; find . | sort | while IFS= read -r f; do
            stat -c '%A %u:%g %h %n' "$f"; if [ -L "$f" ]; then readlink "$f"; elif [ -f "$f" ]; then stat -c '%s %Y' "$f"; sha256sum < "$f"; fi
            done; [ plain -ef second ] && echo same""";

    private final EngineKind kind;
    private TestEngine daemon;
    private EngineFixture fixture;
    private Engine engine;
    private VolumeArchives archives;
    private String volume;
    private String other;

    @TempDir
    private Path folder;

    VolumeArchivesTest(EngineKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() throws Exception {
        daemon = TestEngines.shared(kind, Listener.UNIX);
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(daemon.socket()));
        fixture = new EngineFixture(daemon, engine);
        archives = new VolumeArchives(engine);
        volume = fixture.newName("volume");
        other = fixture.newName("other");
    }

    @AfterEach
    void close() throws Exception {
        if (fixture != null) {
            daemon.tryDocker("volume", "rm", "-f", volume, other);
            fixture.close();
        }
    }

    @Test
    void everythingComesBackFromAnExport() throws Exception {
        fill();
        Path file = folder.resolve("saved.tar.zst");
        AtomicLong moved = new AtomicLong();

        VolumeArchives.Exported exported = archives.export(volume, file, watching(moved));
        ArchiveFile checked = archives.create(VolumeSpec.named(other), file, Transfer.UNWATCHED);

        assertEquals(seen(volume), seen(other));
        assertTrue(moved.get() > 5_000_000);
        assertEquals(exported.contents(), checked.contents());
        Command.of("sh", "-c", "cd \"$1\" && sha256sum --check saved.tar.zst.sha256", "sh", folder.toString())
                .run()
                .orFail();
        assertTrue(exported.size() < 100_000, "holes take nothing once they are compressed");
        assertEquals(kind.isDocker(), archives.keepsOwners());
        nothingIsLeft();
    }

    /// What the window says before it exports or clones.
    @Test
    void dockerKeepsNeitherAttributesOfUsersNorHoles() throws Exception {
        assumeTrue(kind.isDocker());
        fill();
        Path plain = Path.of(engine.volumes().inspect(volume).mountpoint(), "plain");
        assumeTrue(
                Files.exists(plain) && Files.getFileStore(plain).supportsFileAttributeView("user"),
                "the engine's folder takes no attributes of users");
        Files.getFileAttributeView(plain, UserDefinedFileAttributeView.class)
                .write("note", ByteBuffer.wrap(new byte[] {'x'}));

        archives.copy(volume, other, Transfer.UNWATCHED);

        Path copied = Path.of(engine.volumes().inspect(other).mountpoint(), "plain");
        assertEquals(
                List.of(),
                Files.getFileAttributeView(copied, UserDefinedFileAttributeView.class)
                        .list());
        assertTrue(blocks(volume) < 1000, "a hole");
        assertTrue(blocks(other) > 9000, "zeros");
    }

    private long blocks(String name) {
        return Long.parseLong(
                daemon.docker("run", "--rm", "-v", name + ":/v:ro", TestImages.BUSYBOX, "stat", "-c", "%b", "/v/sparse")
                        .strip());
    }

    @Test
    void everythingIsInACopyAndAnEmptiedOneIsAsItWasMade() throws Exception {
        fill();
        String labelled = fixture.newName("labelled");
        archives.copy(volume, other, Transfer.UNWATCHED);
        assertEquals(seen(volume), seen(other));

        engine.volumes().create(new VolumeSpec(labelled, "local", Map.of(), Map.of("kind", "test")));
        archives.empty(engine.volumes().inspect(labelled));
        assertEquals(Map.of("kind", "test"), engine.volumes().inspect(labelled).labels());
        archives.empty(engine.volumes().inspect(other));
        assertEquals("", listed(other));
        engine.volumes().remove(labelled, false);
        nothingIsLeft();
    }

    @Test
    void whatIsDamagedOrChangedOrForAFullVolumeIsRefusedAndNothingStays() throws Exception {
        fill();
        Path file = folder.resolve("saved.tar.zst");
        archives.export(volume, file, Transfer.UNWATCHED);
        ArchiveFile checked = ArchiveFile.check(file, Transfer.UNWATCHED);
        byte[] bytes = Files.readAllBytes(file);

        String before = seen(volume);
        assertEquals(Reason.NOT_EMPTY, refusal(() -> archives.fill(volume, checked, Transfer.UNWATCHED)));
        assertEquals(before, seen(volume));

        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(Reason.DAMAGED, refusal(() -> ArchiveFile.check(file, Transfer.UNWATCHED)));
        engine.volumes().create(VolumeSpec.named(other));
        assertThrows(
                IOException.class,
                () -> archives.fill(other, checked, Transfer.UNWATCHED),
                "changed after it was checked");
        assertEquals("", listed(other));
        engine.volumes().remove(other, false);
        assertEquals(Reason.DAMAGED, refusal(() -> archives.create(VolumeSpec.named(other), file, Transfer.UNWATCHED)));
        isGone();

        Files.write(file, Zstd.compress(Zstd.decompress(bytes, 50_000_000), 1));
        assertEquals(Reason.CHECKSUM, refusal(() -> ArchiveFile.check(file, Transfer.UNWATCHED)));
        assertEquals(
                Reason.CHECKSUM, refusal(() -> archives.create(VolumeSpec.named(other), file, Transfer.UNWATCHED)));
        isGone();
        Files.delete(Checksum.beside(file));
        archives.create(VolumeSpec.named(other), file, Transfer.UNWATCHED);
        assertEquals(before, seen(other));
        assertEquals(
                Reason.NOT_EMPTY, refusal(() -> archives.create(VolumeSpec.named(other), file, Transfer.UNWATCHED)));
        assertEquals(before, seen(other), "what is there stays");
        engine.volumes().remove(other, false);
        engine.volumes().create(VolumeSpec.named(other));
        archives.fill(other, ArchiveFile.check(file, Transfer.UNWATCHED), Transfer.UNWATCHED);
        assertEquals(before, seen(other));
        nothingIsLeft();
    }

    /// What comes before the bad entry is in the volume by then.
    @Test
    void ofAnArchiveThatIsHostileAtItsEndNoVolumeStays() throws Exception {
        Path file = folder.resolve("hostile.tar");
        for (HostileEnd end : HostileEnd.values()) {
            end.write(file);
            assertEquals(
                    Reason.HOSTILE,
                    refusal(() -> archives.create(VolumeSpec.named(other), file, Transfer.UNWATCHED)),
                    end.name());
            isGone();
        }
        nothingIsLeft();
    }

    @Test
    void ofAnImportThatIsBrokenOffNoVolumeStays() throws Exception {
        fill();
        Path file = folder.resolve("saved.tar.zst");
        archives.export(volume, file, Transfer.UNWATCHED);
        Transfer broken = new Transfer() {
            @Override
            public void moved(long bytes) {
                if (bytes > 1_000_000) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void opened(AutoCloseable stream) {}
        };
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread importing = Thread.ofPlatform().start(() -> {
            try {
                archives.create(VolumeSpec.named(other), file, broken);
            } catch (EngineException | IOException e) {
                failure.set(e);
            }
        });
        importing.join();
        assertNotNull(failure.get());
        isGone();
        nothingIsLeft();
    }

    private void isGone() {
        assertThrows(NotFoundException.class, () -> engine.volumes().inspect(other));
    }

    private String listed(String name) {
        return daemon.docker("run", "--rm", "-v", name + ":/v", TestImages.BUSYBOX, "ls", "-A", "/v");
    }

    @Test
    void aFailedExportLeavesWhatWasThere() throws Exception {
        fill();
        Path file = Files.writeString(folder.resolve("saved.tar.zst"), "older");
        Transfer broken = new Transfer() {
            @Override
            public void moved(long bytes) {
                throw new UncheckedIOException(new IOException("the disk is full"));
            }

            @Override
            public void opened(AutoCloseable stream) {}
        };

        assertThrows(UncheckedIOException.class, () -> archives.export(volume, file, broken));
        assertThrows(
                NotFoundException.class,
                () -> archives.export(volume + "-none", folder.resolve("none.tar.zst"), Transfer.UNWATCHED));

        assertEquals("older", Files.readString(file));
        try (var all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
        assertThrows(NotFoundException.class, () -> engine.volumes().inspect(volume + "-none"));
        nothingIsLeft();
    }

    @Test
    void usedVolumesArentEmptiedAndLeftoversOfADeadAppGo() throws Exception {
        fill();
        String id = fixture.create(mounting(EngineFixture.shell("true")));
        assertThrows(
                ConflictException.class, () -> archives.empty(engine.volumes().inspect(volume)));
        engine.containers().remove(id, RemoveOptions.withEverything());

        String dead = HelperOwner.own().replaceFirst("/[0-9]+/", "/4194304/");
        String left = fixture.create(mounting(
                EngineFixture.shell("true", config -> config.labels(Map.of(Helper.LABEL, dead)))));
        try (Helper mine = Helper.open(engine, volume, true);
                Helper second = Helper.open(engine, volume, true)) {
            assertThrows(NotFoundException.class, () -> engine.containers().inspect(left));
            assertEquals(
                    Set.of("/" + mine.container(), "/" + second.container()),
                    engine.containers().list(ContainerFilter.everything().withLabel(Helper.LABEL)).stream()
                            .map(helper -> "/" + helper.names().getFirst().replace("/", ""))
                            .collect(Collectors.toSet()));
        }
        nothingIsLeft();
    }

    @Test
    void whatCantBeStartedAgainIsSaidOnceAndStandsInNobodysWay() throws Exception {
        engine.volumes().create(VolumeSpec.named(volume));
        String broken = fixture.create(ContainerSpec.of(TestImages.BUSYBOX, "/no/such/program"));
        String stopped = fixture.create(EngineFixture.shell("sleep 1000"));
        String dead = HelperOwner.own().replaceFirst("/[0-9]+/", "/4194304/");
        fixture.create(EngineFixture.shell(
                "true",
                config -> config.labels(Map.of(Helper.LABEL, dead, "io.quayside.stopped", broken + "," + stopped))));
        Helper.open(engine, volume, true).close();
        assertThrows(EngineException.class, () -> StoppedContainers.startLeftovers(engine));
        assertTrue(engine.containers().inspect(stopped).condition().state().hasProcesses());
        assertEquals(List.of(), StoppedContainers.startLeftovers(engine));
        nothingIsLeft();
    }

    @Test
    void whatADeadAppHadStoppedForACopyIsStartedAgain() throws Exception {
        engine.volumes().create(VolumeSpec.named(volume));
        String stopped = fixture.create(EngineFixture.shell("sleep 1000"));
        String dead = HelperOwner.own().replaceFirst("/[0-9]+/", "/4194304/");
        String gone = stopped.replaceAll("[0-9a-f]", "0");
        fixture.create(EngineFixture.shell(
                "true",
                config -> config.labels(Map.of(Helper.LABEL, dead, "io.quayside.stopped", stopped + "," + gone))));
        StoppedContainers mine = StoppedContainers.remember(engine, List.of(gone));
        try {
            assertEquals(
                    List.of(engine.containers().inspect(stopped).name()), StoppedContainers.startLeftovers(engine));
            assertTrue(engine.containers().inspect(stopped).condition().state().hasProcesses());
            assertEquals(List.of(), StoppedContainers.startLeftovers(engine));
            Helper.closeAll();
            assertEquals(
                    1,
                    engine.containers()
                            .list(ContainerFilter.everything().withLabel(Helper.LABEL))
                            .size(),
                    "what this app has stopped is still known at its end");
        } finally {
            mine.close();
        }
        nothingIsLeft();
    }

    @Test
    void whatIsOpenAtTheEndOfTheProgramGoes() throws Exception {
        engine.volumes().create(VolumeSpec.named(volume));
        Helper.open(engine, volume, true);
        Helper.open(engine, volume, false);
        Helper.closeAll();
        nothingIsLeft();
    }

    private ContainerSpec mounting(ContainerSpec spec) {
        var host = spec.hostConfig();
        return spec.with(host.toBuilder()
                .storage(host.storage().toBuilder()
                        .binds(List.of(volume + ":/v"))
                        .build())
                .build());
    }

    private interface Act {
        void run() throws Exception;
    }

    private static Reason refusal(Act act) {
        return assertThrows(VolumeArchiveException.class, act::run).reason();
    }

    private void fill() {
        daemon.docker("volume", "create", volume);
        daemon.docker("run", "--rm", "-v", volume + ":/v", TestImages.BUSYBOX, "sh", "-c", MADE);
    }

    /// Podman's archives have no owners, and nothing about the root.
    private String seen(String name) {
        String all = daemon.docker("run", "--rm", "-v", name + ":/v:ro", TestImages.BUSYBOX, "sh", "-c", SEEN);
        return kind.isDocker() ? all : all.substring(all.indexOf('\n')).replaceAll(" [0-9]+:[0-9]+ ", " ");
    }

    private static Transfer watching(AtomicLong moved) {
        return new Transfer() {
            @Override
            public void moved(long bytes) {
                moved.set(bytes);
            }

            @Override
            public void opened(AutoCloseable stream) {}
        };
    }

    private void nothingIsLeft() throws Exception {
        assertEquals(
                List.of(), engine.containers().list(ContainerFilter.everything().withLabel(Helper.LABEL)));
        assertFalse(daemon.docker("images").contains("quayside/helper"));
    }
}
