package io.quayside.desktop.ui.registries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.registries.RegistryUse;
import io.quayside.engine.credential.RegistryServer;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    private Path folder;

    private static EngineEvent event(String action, String image, Duration ago) {
        return new EngineEvent(EventType.IMAGE, action, "", image, Map.of(), NOW.minus(ago));
    }

    @Test
    void rowsSayWhatTheEngineIsToldOfThemAndWhenTheyWereUsed() {
        Path file = folder.resolve("state").resolve("uses");
        RegistryUse before = new RegistryUse(file);
        before.take(event("pull", "redis:7", Duration.ofHours(2)));
        before.take(event("push", "plain.example.com/app:1", Duration.ofDays(5)));
        before.take(event("tag", "mirror.example.net:5000/app:1", Duration.ZERO));
        RegistryUse uses = new RegistryUse(file);

        List<RegistryRow> rows = new RegistryRows(
                        List.of(),
                        Map.of(),
                        List.of("https://mirror.example.net:5000/"),
                        List.of("plain.example.com", "127.0.0.0/8"),
                        List.of())
                .all(uses::last, NOW);

        assertEquals(
                List.of(
                        RegistryServer.DOCKER_HUB + "|For names without an address|Pulled 2 h ago|false",
                        "mirror.example.net:5000|Asked first for the engine default, set in daemon.json|Never|true",
                        "plain.example.com|No images here, plain HTTP allowed in daemon.json|Pushed 5 d ago|true"),
                rows.stream()
                        .map(row ->
                                String.join("|", row.server(), row.note(), row.used(), String.valueOf(row.byEngine())))
                        .toList());
    }

    @Test
    void aDamagedFileIsAnEmptyOne() throws Exception {
        Path file = Files.writeString(folder.resolve("uses"), "nonsense\nyesterday\tPULL\tx\n\tEAT\tx\n");
        assertEquals(Optional.empty(), new RegistryUse(file).last("x"));
    }
}
