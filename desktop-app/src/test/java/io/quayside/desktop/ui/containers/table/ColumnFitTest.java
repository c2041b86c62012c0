package io.quayside.desktop.ui.containers.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnFitTest {
    private static final List<String> CHOSEN = List.of("status", "cpu", "memory", "ports", "id");

    @Test
    void allAreShownWhereThereIsRoom() {
        assertEquals(CHOSEN, ColumnFit.shown(CHOSEN, id -> 100, 500));
    }

    @Test
    void portsAndFiguresGiveWayToWhatTheUserSwitchedOn() {
        assertEquals(List.of("status", "cpu", "memory", "id"), ColumnFit.shown(CHOSEN, id -> 100, 499));
        assertEquals(List.of("status", "cpu", "id"), ColumnFit.shown(CHOSEN, id -> 100, 399));
    }

    @Test
    void statusStaysHoweverNarrowTheTable() {
        assertEquals(List.of("status"), ColumnFit.shown(CHOSEN, id -> 100, 0));
    }
}
