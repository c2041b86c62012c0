package io.quayside.engine.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamedProcessTest {

    private static StreamedProcess shell(String script) throws ProcessFailure {
        return StreamedProcess.start(ProcessRequest.of("sh", "-c", script));
    }

    private static List<String> all(StreamedProcess process) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Optional<String> line = process.next(); line.isPresent(); line = process.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    @Test
    void linesOfBothOutputsComeInOrderAndThenTheExitCode() throws Exception {
        try (StreamedProcess process = shell("echo one; echo two >&2; echo; printf three; exit 4")) {
            assertEquals(List.of("one", "two", "", "three"), all(process));
            assertEquals(Optional.empty(), process.next());
            assertEquals(4, process.exitCode());
        }
    }

    @Test
    void lineComesWhileTheProgramRuns() throws Exception {
        try (StreamedProcess process = shell("echo begun; sleep 1000")) {
            assertEquals(Optional.of("begun"), process.next());
        }
    }

    @Test
    void hiddenVariablesAreGoneUnlessTheyAreAdded() throws Exception {
        ProcessRequest request = ProcessRequest.of("sh", "-c", "echo ${HOME-none} ${PATH-none}")
                .without(Set.of("HOME", "PATH"))
                .withEnvironment(Map.of("PATH", "/bin"));
        try (StreamedProcess process = StreamedProcess.start(request)) {
            assertEquals(List.of("none /bin"), all(process));
        }
    }

    @Test
    void closingEndsWhatItStartedToo() throws Exception {
        StreamedProcess process = shell("trap 'echo asked; exit 0' TERM; sleep 1000 & echo $!; while :; do wait; done");
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(process.next().orElseThrow())).orElseThrow();

        process.close();

        child.onExit().get();
        assertFalse(child.isAlive());
        process.exitCode();
    }

    @Test
    void closingEndsAProgramThatWritesWithoutEnd() throws Exception {
        StreamedProcess process = shell("exec yes");
        process.next();

        process.close();

        assertTrue(process.exitCode() != 0);
    }

    @Test
    void interruptEndsTheWaiting() throws Exception {
        try (StreamedProcess process = shell("sleep 1000")) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, process::next);
        }
    }

    @Test
    void childThatKeepsTheOutputOpenIsNotWaitedFor() throws Exception {
        try (StreamedProcess process = shell("sleep 1000 & echo $!")) {
            List<String> lines = all(process);

            assertEquals(1, lines.size());
            ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow().destroy();
        }
    }

    @Test
    void programThatIsNotThereIsAFailure() {
        assertThrows(
                ProcessFailure.NotStarted.class, () -> StreamedProcess.start(ProcessRequest.of("/nowhere/program")));
    }
}
