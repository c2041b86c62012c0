package io.quayside.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.task.InlineFxThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLabelTest {
    private final InlineFxThread fx = new InlineFxThread();
    private final LiveLabel live = new LiveLabel(fx);
    private final List<String> said = new ArrayList<>();

    LiveLabelTest() {
        live.textProperty().addListener((observable, before, now) -> said.add(now));
    }

    @Test
    void aBurstIsSaidAsItsFirstAndItsLast() {
        for (int i = 1; i <= 100; i++) {
            live.announce("Task " + i);
        }
        assertEquals(List.of("Task 1"), said);
        fx.advance(LiveLabel.GAP);
        assertEquals(List.of("Task 1", "Task 100"), said);
        fx.advance(Duration.ofMinutes(1));
        assertEquals(0, fx.waiting());
    }

    @Test
    void afterTheGapTheNextIsSaidAtOnce() {
        live.announce("One");
        fx.advance(LiveLabel.GAP);
        live.announce("Two");
        assertEquals(List.of("One", "Two"), said);
    }
}
