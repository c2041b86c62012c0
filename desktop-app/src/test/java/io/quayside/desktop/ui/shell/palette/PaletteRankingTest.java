package io.quayside.desktop.ui.shell.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.shell.palette.PaletteResult.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteRankingTest {
    private final PaletteSource commands = new FakeSource(
            PaletteScope.COMMANDS,
            "Commands",
            IntStream.range(0, 9)
                    .mapToObj(i -> FakeSource.entry("command:c" + i, "Command " + i, ""))
                    .toList(),
            false);
    private final PaletteRanking ranking =
            new PaletteRanking(List.of(FakeSource.containers(), FakeSource.images(), FakeSource.volumes(), commands));

    private static String text(PaletteResult result) {
        List<String> lines = new ArrayList<>();
        for (Group group : result.groups()) {
            lines.add(group.heading() + ": "
                    + String.join(
                            ", ",
                            group.hits().stream()
                                    .map(hit -> hit.entry().title())
                                    .toList()));
        }
        result.elsewhere().forEach(hit -> lines.add("elsewhere: " + hit.entry().title()));
        return String.join("\n", lines);
    }

    private PaletteResult rank(String typed, String... used) {
        return ranking.rank(PaletteQuery.of(typed, PaletteScope.EVERYTHING), List.of(used));
    }

    @Test
    void theGroupOfTheBestHitComesFirst() {
        assertEquals("""
                Containers: redis, web
                Images and volumes: redis:7.2-alpine, view-count_redis-data
                elsewhere: Pull redis from a registry…""", text(rank("redis")));
        assertEquals("""
                Images and volumes: redis:7.2-alpine
                elsewhere: Pull redis:7 from a registry…""", text(rank("redis:7")));
    }

    @Test
    void aFirstCharacterPicksTheScope() {
        assertEquals("Commands: Command 3", text(rank(">3")));
        assertEquals("", text(rank("#theme")));
    }

    @Test
    void whatWasUsedBeforeComesFirstAmongEquals() {
        assertEquals("Commands: Command 0, Command 1, Command 2, Command 3, Command 4", commandsOf(rank("command")));
        assertEquals(
                "Commands: Command 7, Command 0, Command 1, Command 2, Command 3",
                commandsOf(rank("command", "command:c7")));
    }

    private static String commandsOf(PaletteResult result) {
        return text(new PaletteResult(result.query(), result.groups(), List.of()));
    }

    @Test
    void withoutAQueryThereAreRecentItemsAndTheCommandsUsedMost() {
        assertEquals(
                """
                Recent: web, redis:7.2-alpine
                Commands: Command 8, Command 2, Command 0, Command 1, Command 3""",
                text(rank(
                        "",
                        "command:c2",
                        "container:web",
                        "command:c8",
                        "image:redis",
                        "container:web",
                        "gone",
                        "command:c8")));
    }

    @Test
    void withoutAQueryAScopeShowsAllItHas() {
        PaletteResult result = ranking.rank(PaletteQuery.of(">", PaletteScope.EVERYTHING), List.of());
        assertEquals(9, result.groups().getFirst().hits().size());
    }

    @Test
    void resultsAreCappedHoweverManyObjectsThereAre() {
        PaletteSource many = new FakeSource(
                PaletteScope.CONTAINERS,
                "Containers",
                IntStream.range(0, 10_000)
                        .mapToObj(i -> FakeSource.container("service-" + i, "project"))
                        .toList(),
                false);
        PaletteResult result =
                new PaletteRanking(List.of(many)).rank(PaletteQuery.of("serv", PaletteScope.EVERYTHING), List.of());
        assertEquals(PaletteRanking.PER_GROUP, result.groups().getFirst().hits().size());
        PaletteResult scoped =
                new PaletteRanking(List.of(many)).rank(new PaletteQuery("serv", PaletteScope.CONTAINERS), List.of());
        assertEquals(PaletteRanking.PER_SCOPE, scoped.groups().getFirst().hits().size());
        assertTrue(scoped.groups().getFirst().hits().getFirst().entry().title().length() <= "service-0".length());
    }
}
