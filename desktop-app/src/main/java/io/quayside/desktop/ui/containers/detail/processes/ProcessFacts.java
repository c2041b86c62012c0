package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.engine.model.ContainerProcesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One process of a container, as `ps` on the engine's machine says it.
///
/// @param pid its number on the engine's machine
/// @param inside its number in the container, where the engine says that
/// @param parent the number of its parent on the engine's machine
/// @param user as the engine's machine names it
/// @param cpu percent of one core, on average since it started
/// @param memory bytes that it has in memory
/// @param time the time that it has computed, in the engine's words
/// @param command with all arguments
record ProcessFacts(
        long pid,
        OptionalLong inside,
        OptionalLong parent,
        String user,
        OptionalDouble cpu,
        OptionalLong memory,
        String time,
        String command) {
    private static final long KIB = 1024;

    /// Reads what the engine answered, whichever columns it has. A line without a number of a process is left out.
    static List<ProcessFacts> of(ContainerProcesses answer) {
        List<String> titles = answer.titles().stream()
                .map(title -> title.toUpperCase(Locale.ROOT))
                .toList();
        boolean both = titles.contains("HPID");
        List<ProcessFacts> all = new ArrayList<>();
        for (List<String> row : answer.rows()) {
            OptionalLong pid = number(cell(titles, row, both ? "HPID" : "PID"));
            if (pid.isPresent()) {
                all.add(new ProcessFacts(
                        pid.getAsLong(),
                        both ? number(cell(titles, row, "PID")) : OptionalLong.empty(),
                        both ? OptionalLong.empty() : number(cell(titles, row, "PPID")),
                        cell(titles, row, "USER", "UID"),
                        percent(cell(titles, row, "%CPU", "C")),
                        memory(cell(titles, row, "RSS")),
                        cell(titles, row, "TIME"),
                        cell(titles, row, "COMMAND", "CMD", "ARGS")));
            }
        }
        return all;
    }

    /// The time in seconds, for sorting: "1-02:03:04", "4:05", "7.25s" and "1m2s" are all in use.
    double seconds() {
        double days = 0;
        String rest = time;
        int dash = rest.indexOf('-');
        if (dash > 0) {
            days = number(rest.substring(0, dash)).orElse(0);
            rest = rest.substring(dash + 1);
        }
        double seconds = 0;
        for (String part : rest.split("[:hm]")) {
            seconds = seconds * 60 + percent(part.replace("s", "")).orElse(0);
        }
        return days * 86_400 + seconds;
    }

    private static String cell(List<String> titles, List<String> row, String... names) {
        for (String name : names) {
            int at = titles.indexOf(name);
            if (at >= 0 && at < row.size()) {
                return row.get(at);
            }
        }
        return "";
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static OptionalDouble percent(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9})?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /// Of KiB; a small `ps` writes "12m" where the number gets long.
    private static OptionalLong memory(String text) {
        if (!text.matches("\\d{1,12}[mgt]?")) {
            return OptionalLong.empty();
        }
        int letter = " mgt".indexOf(text.charAt(text.length() - 1));
        long unit = letter > 0 ? KIB << (10 * letter) : KIB;
        return OptionalLong.of(Long.parseLong(letter > 0 ? text.substring(0, text.length() - 1) : text) * unit);
    }
}
