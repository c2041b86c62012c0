package io.quayside.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final List<String> opened = new ArrayList<>();
    private final History history = new History(
            Location.of("containers"),
            Set.of("containers", "container", "images"),
            Map.of("palette", location -> opened.add(location.toString())));

    private void go(String address) {
        history.go(Location.parse(address));
    }

    private String now() {
        return history.currentProperty().get().toString();
    }

    @Test
    void backAndForwardWalkTheWayThatWasTaken() {
        go("container/web/logs");
        go("images");
        history.back();
        assertEquals("container/web/logs", now());
        history.back();
        assertEquals("containers", now());
        assertFalse(history.canGoBackProperty().get());
        history.forward();
        history.forward();
        assertEquals("images", now());
        assertFalse(history.canGoForwardProperty().get());
    }

    @Test
    void goingSomewhereElseForgetsTheWayAhead() {
        go("images");
        history.back();
        go("container/web");
        assertFalse(history.canGoForwardProperty().get());
        history.forward();
        assertEquals("container/web", now());
    }

    @Test
    void theSamePlaceTwiceIsOneStep() {
        go("images");
        go("images");
        history.back();
        assertEquals("containers", now());
    }

    @Test
    void pagesThatDoNotExistAreNotGoneTo() {
        go("builds");
        assertEquals("containers", now());
        assertFalse(history.knows(Location.of("builds")));
        assertTrue(history.knows(Location.of("palette")));
    }

    @Test
    void anOverlayOpensAboveThePage() {
        go("palette/redis");
        assertEquals(List.of("palette/redis"), opened);
        assertEquals("containers", now());
        assertFalse(history.canGoBackProperty().get());
    }

    @Test
    void theWayBackIsBounded() {
        for (int i = 0; i < 3 * History.KEPT; i++) {
            go("container/c" + i);
        }
        int steps = 0;
        while (history.canGoBackProperty().get()) {
            history.back();
            steps++;
        }
        assertEquals(History.KEPT, steps);
    }
}
