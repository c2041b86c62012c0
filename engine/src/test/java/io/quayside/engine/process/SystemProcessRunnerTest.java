package io.quayside.engine.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.leak.LeakCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SystemProcessRunnerTest {
    @RegisterExtension
    final LeakCheck leaks =
            LeakCheck.ofThreads("quayside-process-").andProcesses("sleep").andProcesses("sh");

    @TempDir
    private Path folder;

    private final ProcessRunner runner = new SystemProcessRunner();

    private static ProcessRequest shell(String script) {
        return ProcessRequest.of("sh", "-c", script);
    }

    @Test
    void outputErrorsAndExitCodeAreKeptApart() throws Exception {
        assertEquals(
                new ProcessOutcome(3, "out\n", false, "err\n"), runner.run(shell("echo out; echo err >&2; exit 3")));
    }

    @Test
    void argumentsReachTheProgramAsTheyAre() throws Exception {
        ProcessOutcome outcome = runner.run(ProcessRequest.of("printf", "%s|", "a b", "$HOME", "*", "ü", ""));
        assertEquals("a b|$HOME|*|ü||", outcome.output());
    }

    @Test
    void environmentAndFolderAreTheRequests() throws Exception {
        ProcessRequest request = shell("echo $GIVEN; pwd")
                .withEnvironment(Map.of("GIVEN", "yes"))
                .withDirectory(folder);
        assertEquals("yes\n" + folder.toRealPath() + "\n", runner.run(request).output());
    }

    @Test
    void programThatReadsItsInputFindsTheEnd() throws Exception {
        assertEquals("", runner.run(ProcessRequest.of("cat")).output());
    }

    @Test
    void secretsAreMaskedEverywhere() throws Exception {
        ProcessRequest request = shell("echo the geheim; echo geheim >&2").withSecrets(Set.of("geheim"));
        ProcessOutcome outcome = runner.run(request);
        assertEquals("the *****\n*****\n", outcome.output() + outcome.errors());
        assertFalse(request.toString().contains("geheim"));
    }

    @Test
    void outputOverTheLimitIsReadAndDropped() throws Exception {
        ProcessOutcome outcome = runner.run(shell("seq 1 100000; echo done >&2").withOutputLimit(6));
        assertEquals(new ProcessOutcome(0, "1\n2\n3\n", true, "done\n"), outcome);
    }

    @Test
    void ofManyErrorsTheLastAreKept() throws Exception {
        String errors = runner.run(shell("seq 1 100000 >&2")).errors();
        assertTrue(errors.endsWith("\n99999\n100000\n") && errors.length() <= 8192);
    }

    @Test
    void programThatIsNotThereIsNamed() {
        ProcessFailure.NotStarted failure =
                assertThrows(ProcessFailure.NotStarted.class, () -> runner.run(ProcessRequest.of("/no/such/program")));
        assertEquals("/no/such/program", failure.program());
    }

    @Test
    void atTheDeadlineTheProgramAndItsChildrenAreEnded() {
        ProcessRequest request = shell("echo last geheim words >&2; sleep 600 & exec sleep 600")
                .withSecrets(Set.of("geheim"))
                .withDeadline(Duration.ofSeconds(1));
        ProcessFailure.Overdue failure = assertThrows(ProcessFailure.Overdue.class, () -> runner.run(request));
        assertEquals("last ***** words\n", failure.errors());
    }

    @Test
    void interruptEndsTheProgramAndItsChildren() throws Exception {
        Path ready = folder.resolve("ready");
        FutureTask<ProcessOutcome> run =
                new FutureTask<>(() -> runner.run(shell("sleep 600 & touch " + ready + "; wait")));
        Thread thread = Thread.ofVirtual().name("runs").start(run);
        while (Files.notExists(ready)) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertEquals(
                InterruptedException.class,
                assertThrows(ExecutionException.class, run::get).getCause().getClass());
    }

    @Test
    void childInTheBackgroundThatKeepsTheOutputOpenIsNotWaitedFor() throws Exception {
        ProcessOutcome outcome = runner.run(shell("sleep 600 & echo $!"));
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(outcome.output().strip())).orElseThrow();
        assertTrue(child.isAlive());
        child.destroyForcibly();
        child.onExit().join();
    }

    @Test
    void programsAreFoundOnThePathAndInTheSystemsFolders() throws Exception {
        Path mine = Files.createFile(folder.resolve("mine"));
        Files.createDirectory(folder.resolve("sh"));
        Files.createFile(folder.resolve("no-program"));
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rwx------"));
        ProcessRunner here = new SystemProcessRunner(Map.of("PATH", folder + "::\0bad"));
        assertEquals(Optional.of(mine), here.find("mine"));
        assertEquals(Optional.empty(), here.find("no-program"));
        assertTrue(here.find("sh").filter(Files::isRegularFile).isPresent());
    }
}
