package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.build.BuildContext;
import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.build.BuildException;
import io.quayside.engine.build.BuildSecret;
import io.quayside.engine.build.BuildSpec;
import io.quayside.engine.build.ImageBuilder;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.stream.EngineStream;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds.
public interface BuildCases extends ContractCase {

    private List<BuildEvent> build(BuildSpec spec, Path folder) throws EngineException, BuildException {
        List<BuildEvent> events = new ArrayList<>();
        ImageBuilder.classic(fixture().engine()).build(spec, folder, events::add);
        return events;
    }

    private static <T extends BuildEvent> List<T> only(Class<T> kind, List<BuildEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Integer> begun(List<BuildEvent> events) {
        return only(BuildEvent.StepStarted.class, events).stream()
                .map(BuildEvent.StepStarted::step)
                .toList();
    }

    private static List<Integer> endedWell(List<BuildEvent> events) {
        return only(BuildEvent.StepEnded.class, events).stream()
                .filter(ended -> ended.failure().isEmpty())
                .map(BuildEvent.StepEnded::step)
                .toList();
    }

    private static String output(List<BuildEvent> events) {
        return only(BuildEvent.Output.class, events).stream()
                .map(BuildEvent.Output::text)
                .collect(Collectors.joining());
    }

    private static void dockerfile(Path folder, String... lines) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), String.join("\n", lines) + "\n");
    }

    private static boolean isThere(ContractCase test, String image) throws EngineException {
        try {
            test.fixture().engine().images().inspect(image);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Test
    default void buildTellsItsStepsAndMakesTheImage(@TempDir Path folder) throws Exception {
        String name = "localhost/" + fixture().newName("built") + ":1";
        dockerfile(
                folder,
                "FROM " + TestImages.BUSYBOX + " AS first",
                "ARG WORD=none",
                "RUN echo said-$WORD",
                "FROM first AS second",
                "COPY file /file",
                "FROM second AS never",
                "RUN false");
        Files.writeString(folder.resolve("file"), "content");
        BuildSpec spec = BuildSpec.tagged(name)
                .withArguments(Map.of("WORD", fixture().newName("word")))
                .withLabels(Map.of("kind", "te\"st"))
                .withTarget("second");

        List<BuildEvent> events = build(spec, folder);

        List<BuildEvent.StepAdded> steps = only(BuildEvent.StepAdded.class, events);
        assertTrue(steps.size() >= 6, events::toString);
        assertEquals(new BuildEvent.StepAdded(1, "", 0, 0, "Send the folder", Set.of()), steps.getFirst());
        assertTrue(steps.get(1).instruction().startsWith("FROM "), events::toString);
        assertEquals(1, steps.get(1).number());
        assertEquals("first", steps.get(1).stage());
        assertEquals("second", steps.getLast().stage());
        assertTrue(steps.getLast().total() > 0);
        List<Integer> inOrder = IntStream.rangeClosed(1, steps.size()).boxed().toList();
        assertEquals(inOrder, steps.stream().map(BuildEvent.StepAdded::step).toList());
        assertEquals(inOrder, begun(events));
        assertEquals(inOrder, endedWell(events));
        assertTrue(output(events).contains("said-word-"), events::toString);
        ImageDetails image = fixture().engine().images().inspect(name);
        assertEquals("te\"st", image.config().labels().get("kind"));
        List<BuildEvent.Built> built = only(BuildEvent.Built.class, events);
        assertEquals(
                image.id().replace("sha256:", ""), built.getLast().imageId().replace("sha256:", ""), events::toString);

        List<BuildEvent> again = build(spec, folder);

        assertFalse(only(BuildEvent.StepCached.class, again).isEmpty(), again::toString);
        assertFalse(output(again).contains("said-word-\n"), again::toString);
        assertTrue(only(BuildEvent.StepCached.class, build(spec.withoutCache(), folder))
                .isEmpty());
        fixture().engine().images().remove(name, true, true);
    }

    @Test
    default void failedStepIsAnErrorWithTheOutputBeforeIt(@TempDir Path folder) throws Exception {
        dockerfile(folder, "# comment", "FROM " + TestImages.BUSYBOX, "", "RUN echo before; \\", "  exit 3");
        List<BuildEvent> events = new ArrayList<>();

        BuildException.Step e = assertThrows(
                BuildException.Step.class,
                () -> ImageBuilder.classic(fixture().engine())
                        .build(BuildSpec.tagged().withoutCache(), folder, events::add));

        assertTrue(output(events).contains("before"), events::toString);
        assertTrue(e.words().contains("3"), e::toString);
        assertEquals(3, e.step());
        assertEquals(OptionalInt.of(4), e.line());
        BuildEvent.StepEnded end = only(BuildEvent.StepEnded.class, events).getLast();
        assertEquals(3, end.step());
        assertEquals(e.words(), end.failure().orElseThrow().strip());
    }

    @Test
    default void dockerfileThatIsNoneIsRefusedAtItsLine(@TempDir Path folder) throws Exception {
        dockerfile(folder, "FROM " + TestImages.BUSYBOX, "", "NONSENSE here");

        BuildException e = assertThrows(BuildException.class, () -> build(BuildSpec.tagged(), folder));

        // Podman looks at an instruction when it is its turn.
        assertEquals(fixture().isPodman() ? BuildException.Step.class : BuildException.Dockerfile.class, e.getClass());
        assertTrue(e.words().contains("NONSENSE"), e::words);
        assertEquals(OptionalInt.of(3), e.line());
    }

    @Test
    default void secretsAreNothingForTheEnginesOwnBuilder(@TempDir Path folder) throws Exception {
        dockerfile(folder, "FROM " + TestImages.BUSYBOX);
        List<BuildSecret> secrets = List.of(new BuildSecret.OfVariable("key", "PATH"));

        assertThrows(
                BuildException.NotPossible.class, () -> build(BuildSpec.tagged().withSecrets(secrets), folder));
    }

    @Test
    default void folderThatCannotBeReadIsNotTheEnginesFailure(@TempDir Path folder) throws Exception {
        BuildException.Context none =
                assertThrows(BuildException.Context.class, () -> build(BuildSpec.tagged(), folder));

        assertTrue(none.getMessage().contains("has no Dockerfile"), none::getMessage);
    }

    @Test
    default void buildEndsWhenClosed(@TempDir Path folder) throws Exception {
        String name = "localhost/" + fixture().newName("built") + ":1";
        dockerfile(folder, "FROM " + TestImages.BUSYBOX, "RUN echo begun; sleep 1000");
        EngineStream<BuildEvent> build = fixture()
                .engine()
                .builds()
                .build(
                        BuildSpec.tagged(name).withoutCache(),
                        BuildContext.of(folder, "Dockerfile").archive(sent -> {}));
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf("begun\n") < 0) {
            if (build.next().orElseThrow() instanceof BuildEvent.Output output && output.step() == 3) {
                seen.append(output.text().contains("RUN") ? "" : output.text());
            }
        }

        build.close();

        assertEquals(Optional.empty(), build.next());
        assertFalse(isThere(this, name));
    }

    @Test
    default void buildCacheIsPruned() throws Exception {
        if (fixture().isPodman()) {
            // Its cache are images, which are pruned as such.
            assertThrows(
                    EngineException.class, () -> fixture().engine().builds().prune(false, Filters.none()));
            return;
        }
        assertTrue(fixture().engine().builds().prune(true, Filters.none()).spaceReclaimed() >= 0);
        assertTrue(fixture().engine().system().diskUsage().buildCache().isEmpty());
    }
}
