package io.quayside.desktop.updates;

import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What registries said their tags stand for, over a restart too, and when all of them were asked last. A file of lines
/// `TIME TAB DIGEST TAB NAME`; a line that can't be read counts as absent, and so does the whole file. Any thread; the
/// file is written by [#keep(Instant)] alone.
final class SeenTags {
    private static final Logger LOG = LoggerFactory.getLogger(SeenTags.class);
    private static final String ALL = "all";

    /// A name that nobody asked about for so long is of no use.
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path file;
    private final Map<String, SeenTag> tags = new ConcurrentHashMap<>();
    private volatile Optional<Instant> all = Optional.empty();

    SeenTags(Path file) {
        this.file = file;
        try {
            Files.readAllLines(file).forEach(this::read);
        } catch (NoSuchFileException e) {
            LOG.debug("No registry was asked yet");
        } catch (IOException e) {
            LOG.warn("What registries said last can't be read: {}", e.toString());
        }
    }

    private void read(String line) {
        String[] parts = line.split("\t", 3);
        try {
            if (parts.length == 3) {
                tags.put(parts[2], new SeenTag(parts[1], Instant.parse(parts[0])));
            } else if (parts.length == 2 && parts[1].equals(ALL)) {
                all = Optional.of(Instant.parse(parts[0]));
            }
        } catch (DateTimeException e) {
            LOG.debug("A line of {} has no time", file);
        }
    }

    Optional<SeenTag> of(String reference) {
        return Optional.ofNullable(tags.get(reference));
    }

    void see(String reference, SeenTag tag) {
        tags.put(reference, tag);
    }

    /// When every registry was asked last.
    Optional<Instant> all() {
        return all;
    }

    void all(Instant when) {
        all = Optional.of(when);
    }

    /// Writes everything down. What can't be written is asked again after a restart.
    void keep(Instant now) {
        tags.values().removeIf(tag -> tag.when().plus(KEPT).isBefore(now));
        StringBuilder text = new StringBuilder();
        all.ifPresent(when -> text.append(when).append('\t').append(ALL).append('\n'));
        new TreeMap<>(tags)
                .forEach((reference, tag) ->
                        text.append(String.join("\t", List.of(tag.when().toString(), tag.digest(), reference)) + "\n"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text.toString());
        } catch (IOException e) {
            LOG.warn("What registries said can't be kept: {}", e.toString());
        }
    }
}
