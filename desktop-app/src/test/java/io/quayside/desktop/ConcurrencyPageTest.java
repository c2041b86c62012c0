package io.quayside.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/concurrency.md` names every thread that the sources start, and no other.
class ConcurrencyPageTest {
    private static final Pattern STARTED = Pattern.compile(
            "(?:Thread\\s*\\.of(?:Virtual|Platform)\\(\\)(?:\\s*\\.daemon\\(\\))?\\s*\\.name\\(|new LatestAnswer\\([^\"]*)"
                    + "\\s*\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private final Path project = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyThreadStandsOnThePage() throws IOException {
        Set<String> started = new TreeSet<>();
        for (String module : List.of("engine", "terminal", "vm-manager", "desktop-app")) {
            try (Stream<Path> files = Files.walk(project.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    started.addAll(names(STARTED, Files.readString(file)));
                }
            }
        }
        assertEquals(started, names(ROW, Files.readString(project.resolve("docs/concurrency.md"))));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
