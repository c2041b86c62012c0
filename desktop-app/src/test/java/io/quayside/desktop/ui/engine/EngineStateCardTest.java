package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.ui.theme.Fx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineStateCardTest {
    private static final EngineStatus CONNECTED = new EngineStatus.Connected(Instant.now(), "26.1", "1.45");
    private static final ZonedDateTime MORNING =
            ZonedDateTime.now(ZoneId.systemDefault()).minusDays(1).with(LocalTime.of(8, 12));

    private final EngineStateCard card = Fx.call(() -> new EngineStateCard(() -> {}));

    private static Optional<EngineFacts> facts(Optional<Instant> since) {
        return Optional.of(new EngineFacts("Docker 26.1", List.of(), List.of(), List.of(), since));
    }

    private String said() {
        return Fx.call(card::getAccessibleText);
    }

    @Test
    void engineInAMachineRunsSinceThatWasStarted() {
        Fx.run(() -> card.showStatus(CONNECTED));
        assertEquals("Engine Running ", said());
        Fx.run(() -> card.showFacts(facts(Optional.of(MORNING.toInstant()))));
        assertEquals("Engine Running since yesterday 08:12", said());
        Fx.run(() -> card.showStatus(CONNECTED));
        assertEquals("Engine Running since yesterday 08:12", said());
        Fx.run(() -> card.showFacts(facts(Optional.empty())));
        assertEquals("Engine Running ", said());
    }

    @Test
    void todayIsNotNamed() {
        Instant start = Instant.now().minus(Duration.ofMillis(1));
        Fx.run(() -> {
            card.showFacts(facts(Optional.of(start)));
            card.showStatus(CONNECTED);
        });
        String time =
                start.atZone(ZoneId.systemDefault()).toLocalTime().toString().substring(0, 5);
        assertEquals("Engine Running since " + time, said());
    }
}
