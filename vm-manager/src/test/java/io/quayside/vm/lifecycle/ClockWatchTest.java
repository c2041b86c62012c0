package io.quayside.vm.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockWatchTest {
    @ParameterizedTest
    @CsvSource({"15, 15000, false", "15, 15900, false", "15, 3600000, true", "15, 100, true"})
    void sleepIsTimeOfDayWithoutTimeAwake(long awakeSeconds, long dayMillis, boolean slept) {
        assertEquals(slept, ClockWatch.slept(awakeSeconds * 1_000_000_000, dayMillis));
    }
}
