package io.quayside.desktop.ui.containers.row;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.state.stats.ContainerSample;
import io.quayside.desktop.state.stats.StatsSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureLineTest {
    private static final StatsSeries BUSY = new StatsSeries(List.of(
            new ContainerSample(0, 100, 62_000_000, 256_000_000, 0, 0, 0, 0, 1),
            new ContainerSample(1, 150, 62_000_000, 256_000_000, 0, 0, 0, 0, 1)));

    @Test
    void oneBusyCoreIsAHundredPercentAsDockerStatsCounts() {
        assertEquals("150.0%", FigureLine.of(BUSY, 1).cpu());
    }

    @Test
    void allCoresTogetherAreAHundredPercentWhereTheSettingsSaySo() {
        FigureLine line = FigureLine.of(BUSY, 4);
        assertEquals("37.5%", line.cpu());
        assertArrayEquals(new double[] {25, 37.5}, line.history().values());
    }
}
