package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.AttachQuery;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.model.StopOptions;
import io.quayside.engine.resource.Containers;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.LogStream;
import io.quayside.engine.stream.ProcessSession;
import io.quayside.engine.stream.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Logs and attach.
public interface OutputCases extends ContractCase {

    private Containers containers() {
        return fixture().engine().containers();
    }

    private List<LogFrame> frames(String id, LogQuery query) throws Exception {
        try (LogStream logs = containers().logs(id, query)) {
            return EngineFixture.all(logs);
        }
    }

    private String text(String id, LogQuery query) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        frames(id, query).forEach(frame -> all.writeBytes(frame.bytes()));
        return all.toString(StandardCharsets.UTF_8);
    }

    @Test
    default void logsKeepTheStreamsApart() throws Exception {
        String id = fixture().run(EngineFixture.shell("echo one; sleep 0.3; echo two >&2; sleep 0.3; echo three"));

        List<LogFrame> frames = frames(id, LogQuery.everything());

        assertEquals(
                List.of(StreamType.STDOUT, StreamType.STDERR, StreamType.STDOUT),
                frames.stream().map(LogFrame::type).toList());
        assertEquals(
                List.of("one\n", "two\n", "three\n"),
                frames.stream().map(EngineFixture::text).toList());
        assertEquals("two\n", text(id, LogQuery.everything().withStreams(false, true)));
        assertEquals("three\n", text(id, LogQuery.everything().withTail(1)));
    }

    @Test
    default void timestampsStandBeforeEachLineAndBoundTheLogs() throws Exception {
        // Podman counts whole seconds here.
        String id = fixture().run(EngineFixture.shell("echo one; sleep 2.2; echo two"));

        List<String> lines =
                text(id, LogQuery.everything().withTimestamps()).lines().toList();
        Instant first = Instant.parse(lines.getFirst().split(" ")[0]);
        Instant second = Instant.parse(lines.getLast().split(" ")[0]);

        assertEquals("one", lines.getFirst().split(" ")[1]);
        assertTrue(second.isAfter(first));
        assertEquals("two\n", text(id, LogQuery.everything().withSince(first.plusMillis(1100))));
        assertEquals("one\n", text(id, LogQuery.everything().withUntil(first.plusMillis(1100))));
    }

    @Test
    default void followedLogsEndWithTheContainer() throws Exception {
        String id = fixture().start(EngineFixture.shell("for i in 1 2 3; do echo $i; sleep 0.2; done"));

        assertEquals("1\n2\n3\n", text(id, LogQuery.following()));
    }

    @Test
    default void followedLogsEndWhenClosedFromAnotherThread() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));
        LogStream logs = containers().logs(id, LogQuery.following());
        assertEquals("ready\n", EngineFixture.text(logs.next().orElseThrow()));
        Threads.Running<Optional<LogFrame>> reader = Threads.startBlocked(logs::next);

        logs.close();

        assertEquals(Optional.empty(), reader.result());
    }

    @Test
    default void silentContainersCanBeFollowed() throws Exception {
        String id = fixture().start(EngineFixture.shell("sleep 100"));
        LogStream logs = containers().logs(id, LogQuery.following());
        Threads.Running<Optional<LogFrame>> reader = Threads.startBlocked(logs::next);

        logs.close();

        assertEquals(Optional.empty(), reader.result());
    }

    @Test
    default void logsOfATerminalAreOneStream() throws Exception {
        String id = fixture().run(EngineFixture.shell("echo one; echo two >&2", config -> config.tty(true)));

        assertEquals("one\r\ntwo\r\n", text(id, LogQuery.everything()));
    }

    @Test
    default void manyLinesCanBeReadWithoutFrames() throws Exception {
        String id = fixture().run(EngineFixture.shell("seq 1 20000"));
        int[] lines = {0};

        try (LogStream logs = containers().logs(id, LogQuery.everything())) {
            boolean more = true;
            while (more) {
                more = logs.read((type, buffer, offset, length) -> {
                    for (int i = offset; i < offset + length; i++) {
                        lines[0] += buffer[i] == '\n' ? 1 : 0;
                    }
                });
            }
        }

        assertEquals(20_000, lines[0]);
    }

    @Test
    default void logsOfAMissingContainerAreNotFound() {
        assertThrows(NotFoundException.class, () -> containers().logs("quayside-none", LogQuery.everything()));
    }

    @Test
    default void attachedProcessReadsAndAnswers() throws Exception {
        String id = fixture()
                .create(EngineFixture.shell(
                        "echo ready; cat; echo end >&2",
                        config -> config.openStdin(true).stdinOnce(true)));
        try (ProcessSession session = containers().attach(id, AttachQuery.interactive())) {
            containers().start(id);
            session.input().write("hello\n".getBytes(StandardCharsets.UTF_8));
            session.closeInput();

            List<LogFrame> frames = EngineFixture.all(session.output());

            StringBuilder out = new StringBuilder();
            StringBuilder err = new StringBuilder();
            frames.forEach(frame -> (frame.type() == StreamType.STDERR ? err : out).append(EngineFixture.text(frame)));
            assertEquals("ready\nhello\n", out.toString());
            assertEquals("end\n", err.toString());
        }
    }

    @Test
    default void attachedTerminalCanBeResized() throws Exception {
        String id = fixture()
                .create(EngineFixture.shell(
                        "while read line; do stty size; done",
                        config -> config.openStdin(true).tty(true)));
        try (ProcessSession session = containers().attach(id, AttachQuery.interactive())) {
            containers().start(id);
            session.resize(101, 37);
            session.input().write("now\n".getBytes(StandardCharsets.UTF_8));

            StringBuilder seen = new StringBuilder();
            while (seen.indexOf("37 101") < 0) {
                seen.append(EngineFixture.text(session.output().next().orElseThrow()));
            }
        }
    }

    @Test
    default void attachEndsWhenClosedFromAnotherThread() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));
        ProcessSession session = containers().attach(id, AttachQuery.output());
        Threads.Running<Optional<LogFrame>> reader =
                Threads.startBlocked(() -> session.output().next());

        session.close();

        assertEquals(Optional.empty(), reader.result());
        assertTrue(containers().stop(id, StopOptions.within(Duration.ofSeconds(20))));
    }
}
