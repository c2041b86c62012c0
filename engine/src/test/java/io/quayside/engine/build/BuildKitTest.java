package io.quayside.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.credential.Login;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.model.ImageDetails;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestBuildx;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/// Builds by BuildKit, on engines that have it, through the oldest and the newest program that speaks with it.
@Timeout(180)
@ParameterizedClass
@CsvSource({"DOCKER_20_10, OLDEST", "DOCKER_26_1, NEWEST", "DOCKER_28_5, OLDEST", "DOCKER_28_5, NEWEST"})
class BuildKitTest {
    private static final String FROM = "FROM " + TestImages.BUSYBOX;

    @Parameter(0)
    EngineKind kind;

    @Parameter(1)
    TestBuildx program;

    @TempDir
    Path temporary;

    private BuildFolder test;
    private ImageBuilder builder;

    @BeforeEach
    void open() throws Exception {
        test = new BuildFolder(TestEngines.shared(kind), temporary);
        builder = test.buildKit(program);
        assertEquals("BuildKit", builder.name(), builder.reason());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static BuildSpec spec() {
        return BuildSpec.tagged("localhost/buildkit:1");
    }

    private Instant begun(BuildEvent.StepAdded step) {
        return test.only(BuildEvent.StepStarted.class).stream()
                .filter(event -> event.step() == step.step())
                .findFirst()
                .orElseThrow()
                .at();
    }

    private Instant ended(BuildEvent.StepAdded step) {
        return test.only(BuildEvent.StepEnded.class).stream()
                .filter(event -> event.step() == step.step())
                .findFirst()
                .orElseThrow()
                .at();
    }

    @Test
    void stagesAreToldEarlyAndRunBesideEachOther() throws Exception {
        String mount = "--mount=type=cache,id=meet-" + kind + program + ",target=/meet ";
        test.dockerfile(
                FROM + " AS left",
                "RUN " + mount + "rm -f /meet/done; touch /meet/left; until [ -e /meet/right ]; do sleep 0.05; done",
                FROM + " AS right",
                "RUN " + mount + "touch /meet/right; until [ -e /meet/left ]; do sleep 0.05; done; echo schön > /right",
                FROM,
                "COPY --from=left /etc/passwd /left",
                "COPY --from=right /right /right",
                "RUN cat /right");

        String image = test.build(builder, spec().withoutCache());

        BuildEvent.StepAdded left = test.step("RUN --mount=type=cache,id=meet-" + kind + program + ",target=/meet rm");
        BuildEvent.StepAdded right = test.step("RUN --mount=type=cache,id=meet-" + kind + program + ",target=/meet to");
        BuildEvent.StepAdded last = test.step("RUN cat");
        BuildEvent.StepAdded copied = test.step("COPY --from=right");
        assertEquals("left 2/2", left.stage() + " " + left.number() + "/" + left.total());
        assertEquals("right 2/2", right.stage() + " " + right.number() + "/" + right.total());
        assertEquals("stage-2 4/4", last.stage() + " " + last.number() + "/" + last.total());
        assertTrue(begun(left).isBefore(ended(right)) && begun(right).isBefore(ended(left)), test.events::toString);
        assertEquals(Set.of(copied.step()), last.after());
        assertTrue(copied.after().contains(right.step()), copied::toString);
        assertTrue(
                test.events.indexOf(last) < test.events.indexOf(new BuildEvent.StepStarted(left.step(), begun(left))),
                test.events::toString);
        assertEquals("schön\n", test.output(last));
        assertEquals(image, test.engine.images().inspect("localhost/buildkit:1").id());
        assertEquals(new BuildEvent.Built(image), test.events.getLast());

        assertEquals(image, test.build(builder, spec()));

        assertTrue(test.isCached(test.step("RUN cat")), test.events::toString);
        assertEquals("", test.output(test.step("RUN cat")));
    }

    @Test
    void failedStepHasItsWordsOutputAndLine() throws Exception {
        test.dockerfile(
                "# comment",
                FROM + " AS one",
                "ENV A=b",
                FROM + " AS two",
                "",
                "RUN echo before-$((1+1)); \\",
                "exit 7");

        BuildException.Step e = assertThrows(BuildException.Step.class, () -> test.build(builder, spec()));

        BuildEvent.StepAdded step = test.step("RUN echo before");
        assertEquals(step.step(), e.step());
        assertTrue(e.words().contains("exit code: 7"), e::words);
        assertEquals(OptionalInt.of(6), e.line());
        assertEquals("before-2\n", test.output(step));
        assertEquals(
                List.of(e.words()),
                test.only(BuildEvent.StepEnded.class).stream()
                        .flatMap(end -> end.failure().stream())
                        .toList());
    }

    @Test
    void dockerfileThatIsNoneIsRefusedAtItsLine() throws Exception {
        test.dockerfile(FROM, "", "NONSENSE here");

        BuildException.Dockerfile e = assertThrows(BuildException.Dockerfile.class, () -> test.build(builder, spec()));

        assertTrue(e.words().contains("NONSENSE"), e::words);
        assertEquals(OptionalInt.of(3), e.line());
    }

    @Test
    void stepsGetSecretsThatNobodyElseSees() throws Exception {
        Path file = Files.writeString(temporary.resolve("se,cret \"1\".txt"), "from a file");
        test.dockerfile(
                FROM,
                "RUN --mount=type=secret,id=one --mount=type=secret,id=two "
                        + "cat /run/secrets/one /run/secrets/two | sha256sum");
        BuildSpec spec = spec().withoutCache()
                .withSecrets(List.of(
                        new BuildSecret.OfFile("one", file), new BuildSecret.OfVariable("two", "SECRET_OF_TEST")));

        test.build(builder, spec);

        byte[] sum =
                MessageDigest.getInstance("SHA-256").digest("from a fileswordfish".getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(sum) + "  -\n", test.output(test.step("RUN")));
        assertFalse(test.events.toString().contains("swordfish"));
    }

    @Test
    void whatWasAskedForIsDone() throws Exception {
        test.dockerfile(
                FROM + " AS first",
                "ARG WORD=none",
                "RUN echo said-$WORD; ls /sys/class/net",
                FROM + " AS never",
                "RUN false");
        Files.move(test.folder.resolve("Dockerfile"), test.folder.resolve("Other.docker"));
        BuildSpec spec = BuildSpec.tagged("localhost/buildkit:a", "localhost/buildkit:b")
                .withDockerfile("Other.docker")
                .withArguments(Map.of("WORD", "a b\"c"))
                .withLabels(Map.of("kind", "te\"st, =x"))
                .withTarget("first")
                .withPlatform("linux/amd64")
                .withNetwork("none");

        test.build(builder, spec);
        test.build(builder, spec.withoutCache());

        ImageDetails image = test.engine.images().inspect("localhost/buildkit:b");
        assertEquals("te\"st, =x", image.config().labels().get("kind"));
        assertTrue(image.tags().contains("localhost/buildkit:a"), image::toString);
        BuildEvent.StepAdded run = test.step("RUN echo");
        assertFalse(test.isCached(run));
        assertEquals("said-a b\"c\nlo\n", test.output(run));
    }

    @Test
    void pullAsksTheRegistryForTheBaseImage() throws Exception {
        test.daemon.docker("tag", TestImages.BUSYBOX, "localhost:1/base:1");
        test.dockerfile("FROM localhost:1/base:1");
        test.build(builder, spec());

        BuildException.Step e = assertThrows(BuildException.Step.class, () -> test.build(builder, spec().withPull()));

        assertTrue(e.words().contains("localhost:1"), e::words);
    }

    @Test
    void privateBaseImageIsFetchedByALoginThatDockerDoesNotKeep() throws Exception {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            String base = registry.address() + "/base:1";
            test.daemon.docker("tag", TestImages.BUSYBOX, base);
            test.daemon.docker("login", "-u", TestRegistry.USER, "-p", TestRegistry.PASSWORD, registry.address());
            test.daemon.docker("push", base);
            test.daemon.docker("logout", registry.address());
            test.daemon.docker("rmi", base);
            test.dockerfile("FROM " + base, "RUN --mount=type=cache,target=/c true");
            BuildSpec denied = spec().withPull();
            assertThrows(BuildException.Step.class, () -> test.build(builder, denied));

            Login login = Login.withPassword(registry.address(), TestRegistry.USER, TestRegistry.PASSWORD);
            test.build(builder, denied.withLogins(List.of(login)));

            assertFalse(Files.exists(temporary.resolve("docker").resolve("config.json")), "docker keeps no login");
            assertThrows(BuildException.Step.class, () -> test.build(builder, denied), "it was for that build only");
        }
    }

    @Test
    void cancelledBuildIsOverWithAllItsProcesses() throws Exception {
        // A number of this run's own: others may test on the same machine.
        String seconds = Long.toString(1_000_000_000 + ProcessHandle.current().pid());
        test.dockerfile(FROM, "RUN echo begun; sleep " + seconds);
        FutureTask<String> build = new FutureTask<>(() -> test.build(builder, spec().withoutCache()));
        Thread thread = Thread.ofVirtual().start(build);
        while (test.events.stream()
                .noneMatch(event ->
                        event instanceof BuildEvent.Output out && out.text().equals("begun\n"))) {
            assertFalse(build.isDone(), test.events::toString);
            LockSupport.parkNanos(5_000_000);
        }

        thread.interrupt();

        ExecutionException e = assertThrows(ExecutionException.class, build::get);
        assertInstanceOf(CancelledException.class, e.getCause());
        assertEquals(List.of(), programs(ProcessHandle.current().descendants(), "docker-buildx"));
        while (!programs(ProcessHandle.allProcesses(), seconds).isEmpty()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static List<String> programs(Stream<ProcessHandle> processes, String word) {
        return processes
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(word))
                .toList();
    }
}
