package io.quayside.desktop.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemNotesTest {
    private final BlockingQueue<List<String>> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<String>> tray = new LinkedBlockingQueue<>();

    private SystemNotes notes(Optional<Path> program, int exitCode) {
        ProcessRunner runner = new ProcessRunner() {
            @Override
            public ProcessOutcome run(ProcessRequest request) {
                sent.add(request.arguments());
                return new ProcessOutcome(exitCode, "", false, "no desktop");
            }

            @Override
            public Optional<Path> find(String name) {
                return name.equals("notify-send") ? program : Optional.empty();
            }
        };
        return new SystemNotes(runner, (title, text) -> tray.add(List.of(title, text)));
    }

    private static List<String> next(BlockingQueue<List<String>> from) throws InterruptedException {
        List<String> taken = from.poll(10, TimeUnit.SECONDS);
        return taken == null ? List.of() : taken;
    }

    @Test
    void namesAreNeitherOptionsNorMarkup() throws InterruptedException {
        notes(Optional.of(Path.of("/usr/bin/notify-send")), 0)
                .tell("--help couldn\u2019t start.", "<b>a & b</b> \u0007is in use.");
        assertEquals(
                List.of(
                        "/usr/bin/notify-send",
                        "--app-name=Quayside",
                        "--icon=dialog-error",
                        "--",
                        "--help couldn\u2019t start.",
                        "&lt;b&gt;a &amp; b&lt;/b&gt; \uFFFDis in use."),
                next(sent));
        assertNull(tray.poll());
    }

    @Test
    void withoutNotifySendOrADesktopThatTakesItTheTraySaysIt() throws InterruptedException {
        notes(Optional.empty(), 0).tell("A", "b");
        assertEquals(List.of("A", "b"), next(tray));
        notes(Optional.of(Path.of("/usr/bin/notify-send")), 1).tell("C", "d");
        assertEquals(List.of("C", "d"), next(tray));
    }

    @Test
    void theRealRunnerPassesEveryArgumentAsItIs(@TempDir Path folder) throws Exception {
        Path heard = folder.resolve("heard");
        Path program = folder.resolve("notify-send");
        Files.writeString(
                program, "#!/bin/sh\nprintf '%s\\n' \"$@\" >" + heard + ".part\nmv " + heard + ".part " + heard);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        ProcessRunner real = new SystemProcessRunner();
        ProcessRunner withOurs = new ProcessRunner() {
            @Override
            public ProcessOutcome run(ProcessRequest request)
                    throws io.quayside.engine.process.ProcessFailure, InterruptedException {
                ProcessOutcome outcome = real.run(request);
                sent.add(request.arguments());
                return outcome;
            }

            @Override
            public Optional<Path> find(String name) {
                return Optional.of(program);
            }
        };
        new SystemNotes(withOurs, (title, text) -> tray.add(List.of(title, text))).tell("$(touch x)", "`id`; \"q\"");
        next(sent);
        assertEquals("--app-name=Quayside\n--icon=dialog-error\n--\n$(touch x)\n`id`; \"q\"\n", read(heard));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
