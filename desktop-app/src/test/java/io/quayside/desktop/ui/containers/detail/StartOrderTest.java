package io.quayside.desktop.ui.containers.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartOrderTest {
    @Test
    void whatIsNeededStandsBeforeWhatNeedsIt() {
        assertEquals(
                Map.of("db", 0, "cache", 0, "migrate", 1, "api", 2, "web", 3),
                StartOrder.steps(Map.of(
                        "web", List.of("api"),
                        "api", List.of("cache", "migrate"),
                        "migrate", List.of("db"),
                        "db", List.of(),
                        "cache", List.of())));
    }

    @Test
    void whatIsNotThereIsNotWaitedFor() {
        assertEquals(Map.of("api", 0), StartOrder.steps(Map.of("api", List.of("db"))));
    }

    @Test
    void aRingHasAnEnd() {
        Map<String, Integer> steps = StartOrder.steps(Map.of("a", List.of("b"), "b", List.of("a"), "c", List.of("c")));
        assertEquals(0, steps.get("c"));
        assertEquals(
                2, steps.keySet().stream().filter(List.of("a", "b")::contains).count());
    }

    @Test
    void labelsAreReadInTheFormOfEveryCompose() {
        assertEquals(List.of("db", "cache"), StartOrder.read("db:service_healthy:false,cache:service_started"));
        assertEquals(List.of("db"), StartOrder.read("db"));
        assertEquals(List.of(), StartOrder.read(""));
    }
}
