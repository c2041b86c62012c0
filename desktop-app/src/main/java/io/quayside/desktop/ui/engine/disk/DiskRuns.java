package io.quayside.desktop.ui.engine.disk;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The last run on each engine's disk, in a file each that only the user can read. One that can't be understood is set
/// aside and kept. Blocks; any thread but the FX thread.
public final class DiskRuns {
    private static final Logger LOG = LoggerFactory.getLogger(DiskRuns.class);

    /// What is in a file.
    ///
    /// @param engine which it is about
    private record Kept(int version, String engine, DiskRun run) {}

    private final Path folder;

    /// @param folder is made when there is something to keep
    public DiskRuns(Path folder) {
        this.folder = folder;
    }

    /// Of the engine with this key; empty if nothing went there yet.
    Optional<DiskRun> of(String engine) {
        Path file = file(engine);
        try {
            Kept kept = Json.MAPPER.readValue(Files.readAllBytes(file), Kept.class);
            return kept.engine().equals(engine) ? Optional.of(kept.run()) : Optional.empty();
        } catch (NoSuchFileException e) {
            LOG.debug("Nothing went from the disk of {} yet", engine);
        } catch (IOException e) {
            LOG.warn("The last run on the disk of {} can't be read: {}", engine, e.toString());
        } catch (JacksonException e) {
            setAside(file, e);
        }
        return Optional.empty();
    }

    private static void setAside(Path file, JacksonException why) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        LOG.warn("{} can't be understood and is kept as {}: {}", file, aside, why.getOriginalMessage());
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("It can't be moved: {}", e.toString());
        }
    }

    void keep(String engine, DiskRun run) {
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file(engine), Json.MAPPER.writeValueAsBytes(new Kept(1, engine, run)));
        } catch (IOException e) {
            LOG.warn("The last run on the disk of {} can't be kept: {}", engine, e.toString());
        }
    }

    /// Keys are addresses, which are no names of files.
    Path file(String engine) {
        return folder.resolve(UUID.nameUUIDFromBytes(engine.getBytes(StandardCharsets.UTF_8)) + ".json");
    }

    /// Made when it is needed first, which isn't while the window starts.
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .changeDefaultVisibility(all -> all.withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY))
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }
}
