package io.quayside.desktop.login;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The value that Windows starts at login, in the user's own part of the registry, by `reg.exe`.
record RunKey(List<String> program, ProcessRunner runner) implements LoginStart {
    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String VALUE = "Quayside";
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    RunKey {
        program = List.copyOf(program);
    }

    static List<String> query() {
        return List.of("reg.exe", "query", KEY, "/v", VALUE);
    }

    /// A quote in an argument is written with a backslash before it, as programs of Windows read their command line.
    static List<String> add(List<String> program) {
        String line =
                program.stream().map(argument -> "\\\"" + argument + "\\\"").collect(Collectors.joining(" "));
        return List.of("reg.exe", "add", KEY, "/v", VALUE, "/t", "REG_SZ", "/d", line, "/f");
    }

    static List<String> delete() {
        return List.of("reg.exe", "delete", KEY, "/v", VALUE, "/f");
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.empty();
    }

    @Override
    public boolean isOn() throws IOException, InterruptedException {
        return run(query()).succeeded();
    }

    @Override
    public void set(boolean on) throws IOException, InterruptedException {
        if (!on && !isOn()) {
            return;
        }
        ProcessOutcome outcome = run(on ? add(program) : delete());
        if (!outcome.succeeded()) {
            throw new IOException(
                    outcome.errors().isBlank()
                            ? "reg.exe ended with " + outcome.exitCode()
                            : outcome.errors().strip());
        }
    }

    private ProcessOutcome run(List<String> arguments) throws IOException, InterruptedException {
        try {
            return runner.run(ProcessRequest.of(arguments).withDeadline(DEADLINE));
        } catch (ProcessFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
