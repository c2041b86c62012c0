package io.quayside.desktop.ui.shell.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "2310000000, 6000000000, 2.31, of 6 GB",
        "640000000, 6000000000, 0.64, of 6 GB",
        "48200000, 6000000000, 48.2 MB, of 6 GB",
        "1, 6000000000, 1 B, of 6 GB",
        "0, 6000000000, 0, of 6 GB",
        "6000000000, 6000000000, 6, of 6 GB",
    })
    void usedIsInTheUnitOfTheTotalUnlessItWouldSayNothing(long used, long total, String ours, String ofTotal) {
        assertEquals(new Amounts.OfTotal(ours, ofTotal), Amounts.ofTotal(used, total));
    }
}
