package io.quayside.desktop.registries;

import io.quayside.engine.credential.RegistryServer;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventType;
import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When registries were used last, by whomever, as the engine's events tell; over a restart too. A file of lines
/// `TIME TAB ACT TAB REGISTRY`; a line that can't be read counts as absent. Any thread; one lock guards all of it.
public final class RegistryUse {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryUse.class);

    /// What was done with a registry.
    public enum Act {
        PULL,
        PUSH
    }

    /// @param act what was done
    /// @param when it was done
    public record Use(Act act, Instant when) {}

    private final Path file;
    private final Map<String, Use> uses = new TreeMap<>();

    /// @param file where it is kept
    public RegistryUse(Path file) {
        this.file = file;
        try {
            Files.readAllLines(file).forEach(this::read);
        } catch (NoSuchFileException e) {
            LOG.debug("No registry was used yet");
        } catch (IOException e) {
            LOG.warn("When registries were used can't be read: {}", e.toString());
        }
    }

    private void read(String line) {
        String[] parts = line.split("\t", 3);
        for (Act act : Act.values()) {
            if (parts.length == 3 && parts[1].equals(act.name())) {
                try {
                    uses.put(parts[2], new Use(act, Instant.parse(parts[0])));
                } catch (DateTimeException e) {
                    LOG.debug("A line of {} has no time", file);
                }
            }
        }
    }

    /// An event of the engine.
    public void take(EngineEvent event) {
        if (event.type() != EventType.IMAGE) {
            return;
        }
        switch (event.action()) {
            case "pull" -> note(event, Act.PULL);
            case "push" -> note(event, Act.PUSH);
            default -> {}
        }
    }

    private synchronized void note(EngineEvent event, Act act) {
        uses.put(RegistryServer.ofImage(event.id()), new Use(act, event.time()));
        StringBuilder text = new StringBuilder();
        uses.forEach((server, use) -> text.append(use.when())
                .append('\t')
                .append(use.act().name())
                .append('\t')
                .append(server)
                .append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text.toString());
        } catch (IOException e) {
            LOG.warn("When registries were used can't be kept: {}", e.toString());
        }
    }

    /// The last use of a registry, if there was one.
    public synchronized Optional<Use> last(String server) {
        return Optional.ofNullable(uses.get(server));
    }
}
