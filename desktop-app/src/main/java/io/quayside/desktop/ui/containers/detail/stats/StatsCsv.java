package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.state.stats.Metric;
import io.quayside.desktop.state.stats.StatsWindow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes samples as comma-separated values, one line each. What isn't known is an empty field; where nothing was
/// measured there is no line. The file has its name only once it is complete.
final class StatsCsv {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final Map<String, Metric> COLUMNS = columns();

    private StatsCsv() {}

    private static Map<String, Metric> columns() {
        Map<String, Metric> columns = new LinkedHashMap<>();
        columns.put("cpu_percent_of_one_core", Metric.CPU);
        columns.put("memory_bytes", Metric.MEMORY);
        columns.put("memory_limit_bytes", Metric.MEMORY_LIMIT);
        columns.put("network_received_bytes_per_second", Metric.NETWORK_IN);
        columns.put("network_sent_bytes_per_second", Metric.NETWORK_OUT);
        columns.put("block_read_bytes_per_second", Metric.BLOCK_READ);
        columns.put("block_written_bytes_per_second", Metric.BLOCK_WRITTEN);
        columns.put("pids", Metric.PIDS);
        columns.put("throttled_share", Metric.THROTTLED);
        return columns;
    }

    static void write(StatsWindow window, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                out.write("time," + String.join(",", COLUMNS.keySet()) + "\n");
                for (int i = 0; i < window.size(); i++) {
                    out.write(line(window, i) + "\n");
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String line(StatsWindow window, int index) {
        List<String> fields = new ArrayList<>();
        fields.add(TIME.format(Instant.ofEpochMilli(window.at(index)).atZone(ZoneId.systemDefault())));
        for (Metric metric : COLUMNS.values()) {
            double value = window.value(index, metric);
            fields.add(Double.isNaN(value) ? "" : number(value));
        }
        return String.join(",", fields);
    }

    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
