package io.quayside.engine.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.leak.LeakCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StopLadderTest {
    private static final StopLadder PATIENT = new StopLadder(Duration.ofMinutes(1), Duration.ofMinutes(1));
    private static final StopLadder HASTY = new StopLadder(Duration.ofMillis(100), Duration.ofMinutes(1));

    @RegisterExtension
    final LeakCheck leaks =
            LeakCheck.ofThreads("quayside-").andProcesses("sleep").andProcesses("sh");

    /// A shell that has said that it is ready.
    private static Process shell(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        assertEquals("ready", process.inputReader().readLine());
        return process;
    }

    private static ProcessIdentity of(Process process) {
        return ProcessIdentity.of(process.pid()).orElseThrow();
    }

    @Test
    void processThatEndsWhenAskedIsNotKilled() throws Exception {
        Process obedient = shell("trap 'exit 5' TERM; echo ready; while :; do sleep 0.1; done");
        assertEquals(StopLadder.Result.ENDED, PATIENT.stop(of(obedient)));
        assertEquals(5, obedient.waitFor());
    }

    @Test
    void stubbornOneIsKilledWithItsChildren() throws Exception {
        Process stubborn = shell("trap '' TERM; sh -c \"trap '' TERM; echo ready; while :; do sleep 0.1; done\"");
        ProcessHandle child = stubborn.children().findFirst().orElseThrow();
        assertEquals(StopLadder.Result.KILLED, HASTY.stop(of(stubborn)));
        child.onExit().join();
        assertFalse(child.isAlive());
    }

    @Test
    void oneThatHasEndedIsGone() throws Exception {
        Process process = shell("echo ready; read line");
        ProcessIdentity identity = of(process);
        process.getOutputStream().close();
        process.waitFor();
        assertEquals(StopLadder.Result.GONE, PATIENT.stop(identity));
    }

    @Test
    void anotherProcessWithTheSameNumberIsLeftAlone() throws Exception {
        Process other = shell("echo ready; exec sleep 600");
        ProcessIdentity dead = new ProcessIdentity(other.pid(), "some other time");
        assertEquals(StopLadder.Result.GONE, PATIENT.stop(dead));
        assertTrue(other.isAlive());
        other.destroyForcibly().waitFor();
    }

    @Test
    void interruptEndsTheWaitAndLeavesTheProcess() throws Exception {
        Process stubborn = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> PATIENT.stop(of(stubborn)));
        assertTrue(stubborn.isAlive());
        stubborn.destroyForcibly().waitFor();
    }

    @Test
    void identityIsTheSameAsText() {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        ProcessIdentity read = ProcessIdentity.parse(self.toText()).orElseThrow();
        assertEquals(self, read);
        assertTrue(read.isAlive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12", "x y", "-1 now", "99999999999999999999 now", "\0"})
    void whatIsNoIdentityIsNone(String text) {
        assertEquals(Optional.empty(), ProcessIdentity.parse(text));
    }
}
