package io.quayside.desktop.ui.containers.detail.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerProcesses;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.fake.FakeEngine;
import io.quayside.testing.fake.FakeReply;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How engines are asked for processes, and what is made of their answers.
class ProcessQuestionTest {
    private static final String NAME = "asked-for-processes";

    @Test
    void anEngineWithASmallPsIsAskedInItsWordsFromThenOn() throws EngineException {
        try (FakeEngine fake = FakeEngine.start();
                Engine engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(fake.socket()))) {
            fake.containers().fill(1);
            AtomicInteger refused = new AtomicInteger();
            fake.on("GET", "/containers/*/top", exchange -> {
                String arguments = exchange.request().query().get("ps_args");
                if (arguments == null || arguments.contains("%cpu")) {
                    refused.incrementAndGet();
                    FakeReply.error(500, "ps: bad -o argument '%cpu'").answer(exchange);
                } else {
                    FakeReply.json("{\"Titles\":[\"PID\",\"PPID\",\"USER\",\"RSS\",\"TIME\",\"COMMAND\"],\"Processes\":"
                                    + "[[\"41\",\"1\",\"root\",\"12m\",\"1:02\",\"nginx: master process\"]]}")
                            .answer(exchange);
                }
            });
            ProcessQuestion question = new ProcessQuestion(engine, false);
            ProcessFacts one = question.ask("container-0").getFirst();
            question.ask("container-0");
            assertEquals(1, refused.get());
            assertEquals(41, one.pid());
            assertEquals(OptionalLong.of(12L << 20), one.memory());
            assertTrue(one.cpu().isEmpty());
            assertEquals(62, one.seconds());
            assertEquals("nginx: master process", one.command());
        }
    }

    @Test
    void nobodyIsAskedWhileNobodyLooks() {
        try (FakeEngine fake = FakeEngine.start()) {
            fake.containers().fill(1);
            fake.on(
                    "GET",
                    "/containers/*/top",
                    FakeReply.json("{\"Titles\":[\"PID\",\"CMD\"],\"Processes\":[[\"41\",\"nginx\"]]}"));
            try (PageFixture page = PageFixture.open(fake.socket())) {
                page.go("container/container-0/processes");
                page.await("it is asked more than once", () -> tops(fake) > 1);
                page.windowVisible(false);
                fake.forgetRequests();
                // That nothing happens can't be waited for: longer than the pause between two questions.
                AtomicBoolean over = new AtomicBoolean();
                page.parts().fx().after(Duration.ofSeconds(4), () -> over.set(true));
                page.await("some time", over::get);
                assertEquals(0, tops(fake));
            }
        }
    }

    private static long tops(FakeEngine fake) {
        return fake.requests().stream()
                .filter(request -> request.path().endsWith("/top"))
                .count();
    }

    @Test
    void podmanTellsBothNumbers() throws EngineException {
        TestEngine real = TestEngines.shared(EngineKind.PODMAN);
        TestImages.ensure(real);
        try (Engine engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(real.socket()))) {
            real.docker("run", "-d", "--name", NAME, TestImages.BUSYBOX, "sh", "-c", "sleep 1234 & wait");
            long main = engine.containers().inspect(NAME).condition().pid();
            ProcessQuestion question = new ProcessQuestion(engine, true);
            PageFixture.await("both", Duration.ofSeconds(60), () -> both(question));
            List<ProcessFacts> all = question.ask(NAME);
            assertEquals(main, all.getFirst().pid());
            assertEquals(OptionalLong.of(1), all.getFirst().inside());
            ProcessFacts child = all.getLast();
            assertEquals("sleep 1234", child.command());
            assertTrue(child.pid() > child.inside().orElseThrow());
        } finally {
            real.removeContainers();
        }
    }

    private static boolean both(ProcessQuestion question) {
        try {
            return question.ask(NAME).size() == 2;
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aProcessIsFoundByItsCommandOnlyWhenItIsTheOnlyOne() {
        String list = "1\0sh\0-c\0wait\0\0\0\n\0" + "7\0nginx: worker process\0\0\0\n\0"
                + "8\0nginx: worker process\0\0\0\n\0";
        assertEquals(List.of(1L), PidFinder.withCommand(list, "sh -c wait"));
        assertEquals(List.of(7L, 8L), PidFinder.withCommand(list, "nginx: worker process"));
        assertEquals(List.of(), PidFinder.withCommand(list, "nginx"));
    }

    @Test
    void columnsOfEveryKindAreRead() {
        ProcessFacts classic = ProcessFacts.of(new ContainerProcesses(
                        List.of("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"),
                        List.of(List.of("root", "9", "1", "3", "10:00", "?", "1-00:00:05", "a b"))))
                .getFirst();
        assertEquals("root", classic.user());
        assertEquals(3, classic.cpu().orElseThrow());
        assertEquals(86_405, classic.seconds());
        assertEquals("a b", classic.command());
    }
}
