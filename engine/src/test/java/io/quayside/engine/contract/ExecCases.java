package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.ExecDetails;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.resource.Execs;
import io.quayside.engine.stream.ExecSession;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.StreamType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Commands inside containers.
public interface ExecCases extends ContractCase {

    private Execs execs() {
        return fixture().engine().execs();
    }

    private String container() throws EngineException {
        return fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));
    }

    @Test
    default void execGivesOutputAndExitCode() throws Exception {
        try (ExecSession session =
                execs().run(container(), ExecSpec.of("sh", "-c", "echo out; echo err >&2; exit 5"))) {
            List<LogFrame> frames = EngineFixture.all(session.output());

            assertEquals("out\n", joined(frames, StreamType.STDOUT));
            assertEquals("err\n", joined(frames, StreamType.STDERR));
            assertEquals(OptionalInt.of(5), session.exitCode());
        }
    }

    private static String joined(List<LogFrame> frames, StreamType type) {
        StringBuilder text = new StringBuilder();
        frames.stream().filter(frame -> frame.type() == type).forEach(f -> text.append(EngineFixture.text(f)));
        return text.toString();
    }

    @Test
    default void execReadsItsInputToTheEnd() throws Exception {
        byte[] much = "0123456789abcdef".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        try (ExecSession session =
                execs().run(container(), ExecSpec.of("sh", "-c", "wc -c").withInput())) {
            session.input().write(much);
            session.closeInput();

            assertEquals(
                    Integer.toString(much.length),
                    EngineFixture.readAll(session.output(), StreamType.STDOUT).strip());
            assertEquals(OptionalInt.of(0), session.exitCode());
        }
    }

    @Test
    default void execHasATerminalOfTheWantedSize() throws Exception {
        try (ExecSession session = execs().run(container(), ExecSpec.terminal(91, 23, "sh"))) {
            StringBuilder seen = new StringBuilder();
            session.resize(91, 23);
            session.input().write("stty size\n".getBytes(StandardCharsets.UTF_8));
            while (seen.indexOf("23 91") < 0) {
                seen.append(EngineFixture.text(session.output().next().orElseThrow()));
            }
            session.resize(60, 20);
            session.input().write("stty size; exit 4\n".getBytes(StandardCharsets.UTF_8));
            while (seen.indexOf("20 60") < 0) {
                seen.append(EngineFixture.text(session.output().next().orElseThrow()));
            }
            EngineFixture.all(session.output());
            assertEquals(OptionalInt.of(4), session.exitCode());
        }
    }

    @Test
    default void execRunsAsAskedFor() throws Exception {
        ExecSpec spec = ExecSpec.of("sh", "-c", "id -un; pwd; echo $A")
                .withUser("nobody")
                .withWorkingDirectory("/tmp")
                .withEnvironment(List.of("A=b c"));
        try (ExecSession session = execs().run(container(), spec)) {
            assertEquals("nobody\n/tmp\nb c\n", EngineFixture.readAll(session.output(), StreamType.STDOUT));
        }
    }

    @Test
    default void runningExecHasNoExitCode() throws Exception {
        String container = container();
        try (ExecSession session = execs().run(container, ExecSpec.of("sh", "-c", "echo up; sleep 100"))) {
            session.output().next();

            ExecDetails details = execs().inspect(session.execId());

            assertTrue(details.running());
            assertEquals(container, details.containerId());
            assertEquals(OptionalInt.empty(), session.exitCode());
        }
    }

    @Test
    default void detachedExecRunsByItself() throws Exception {
        assumeFalse(fixture().isPodman(), "Podman 4 never notes the end of such a command");
        String container = container();
        String id = execs().create(container, ExecSpec.of("sh", "-c", "exit 6"));

        execs().startDetached(id);

        ExecDetails details = execs().inspect(id);
        while (details.running() || details.exitCode().isEmpty()) {
            details = execs().inspect(id);
        }
        assertEquals(OptionalInt.of(6), details.exitCode());
    }

    @Test
    default void missingProgramIsReported() throws Exception {
        String container = container();
        OptionalInt code;
        try (ExecSession session = execs().run(container, ExecSpec.of("/no/such/program"))) {
            EngineFixture.all(session.output());
            code = session.exitCode();
        } catch (RefusedException e) {
            // Newer engines refuse to start it.
            assertTrue(e.getMessage() != null && e.getMessage().contains("no such file"), e::toString);
            return;
        }
        assertTrue(code.orElse(0) == 126 || code.orElse(0) == 127, code::toString);
    }

    @Test
    default void stoppedContainerRunsNothing() throws Exception {
        String stopped = fixture().run(EngineFixture.shell("true"));

        assertThrows(RefusedException.class, () -> execs().run(stopped, ExecSpec.of("true")));
        assertThrows(NotFoundException.class, () -> execs().inspect("0123456789abcdef"));
    }

    @Test
    default void execEndsWhenClosedFromAnotherThread() throws Exception {
        ExecSession session = execs().run(container(), ExecSpec.of("sh", "-c", "echo up; sleep 100"));
        assertFalse(session.output().next().isEmpty());
        Threads.Running<Optional<LogFrame>> reader =
                Threads.startBlocked(() -> session.output().next());

        session.close();

        assertEquals(Optional.empty(), reader.result());
    }
}
