package io.quayside.engine.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs programs of this computer. Two virtual threads a run read its output, a third
/// writes its input if there is any; they end with it.
public final class SystemProcessRunner implements ProcessRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SystemProcessRunner.class);
    private static final int ERRORS_KEPT = 8192;
    private static final String SYSTEM_FOLDERS = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin";

    private final Map<String, String> environment;

    public SystemProcessRunner() {
        this(System.getenv());
    }

    /// @param environment where `PATH` is looked up, for [#find]
    public SystemProcessRunner(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<Path> find(String program) {
        String folders = environment.getOrDefault("PATH", "") + File.pathSeparator + SYSTEM_FOLDERS;
        return Stream.of(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> inFolder(folder, program).stream())
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ProcessOutcome run(ProcessRequest request) throws ProcessFailure, InterruptedException {
        LOG.debug("Running {}", request);
        ProcessBuilder builder = builder(request);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ProcessFailure.NotStarted(request.program(), e);
        }
        if (!request.input().isEmpty()) {
            Thread.ofVirtual().name("quayside-process-input").start(() -> feed(process, request.input()));
        }
        KeptOutput output = KeptOutput.beginningOf(process.getInputStream(), request.outputLimit(), "output");
        KeptOutput errors = KeptOutput.endOf(process.getErrorStream(), ERRORS_KEPT, "errors");
        try {
            if (!process.waitFor(request.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
                killTree(process);
                throw new ProcessFailure.Overdue(request.program(), request.deadline(), request.masked(errors.text()));
            }
            output.awaitEnd();
            errors.awaitEnd();
            return new ProcessOutcome(
                    process.exitValue(), request.masked(output.text()), output.wasCut(), request.masked(errors.text()));
        } catch (InterruptedException e) {
            killTree(process);
            throw e;
        }
    }

    static ProcessBuilder builder(ProcessRequest request) {
        ProcessBuilder builder = new ProcessBuilder(request.arguments());
        builder.environment().keySet().removeAll(request.hidden());
        builder.environment().putAll(request.environment());
        request.directory().ifPresent(folder -> builder.directory(folder.toFile()));
        if (request.input().isEmpty()) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File(NullDevice.PATH)));
        }
        return builder;
    }

    /// On a thread of its own: a program that doesn't read must not outlive its deadline by that.
    private static void feed(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("A program ended before it had read its input");
        }
    }

    private static void killTree(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Optional<Path> inFolder(String folder, String program) {
        try {
            return Optional.of(Path.of(folder, program));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
