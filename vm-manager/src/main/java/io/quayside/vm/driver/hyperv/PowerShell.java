package io.quayside.vm.driver.hyperv;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs cmdlets by Windows' own PowerShell, one process for each list. The script is constant and goes in
/// encoded, so that no quoting and no policy for script files is in the way; the cmdlets go in as JSON in
/// an environment variable, which has no code page; the answers come back as JSON. Thread-safe; a process
/// takes about a second to start.
final class PowerShell {
    private static final Logger LOG = LoggerFactory.getLogger(PowerShell.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The one that every Windows has; a newer one beside it may lack Hyper-V's module.
    static final String PROGRAM = "powershell.exe";

    static final String VARIABLE = "QUAYSIDE_CMDLETS";

    private final ProcessRunner runner;

    PowerShell(ProcessRunner runner) {
        this.runner = runner;
    }

    /// The program and its arguments for one of this package's scripts.
    static List<String> command(String script) {
        String encoded = Base64.getEncoder().encodeToString(text(script).getBytes(StandardCharsets.UTF_16LE));
        return List.of(PROGRAM, "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded);
    }

    private static String text(String script) {
        try (InputStream in = PowerShell.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException(script + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the cmdlets in order and returns for each the objects that it returned. None of those after one
    /// that fails is run.
    List<List<JsonNode>> run(List<Cmdlet> cmdlets, Duration deadline) throws VmException {
        String json = JSON.writeValueAsString(cmdlets);
        LOG.debug("{}", json);
        ProcessRequest request = ProcessRequest.of(command("cmdlets.ps1"))
                .withEnvironment(Map.of(VARIABLE, json))
                .withDeadline(deadline);
        try {
            return answers(runner.run(request));
        } catch (ProcessFailure e) {
            throw HyperVFailures.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VmException(
                    new VmProblem.HypervisorRefused(cmdlets.getLast().name(), "interrupted"), e);
        }
    }

    private static List<List<JsonNode>> answers(ProcessOutcome outcome) throws VmException {
        JsonNode answer;
        try {
            answer = JSON.readTree(outcome.output());
        } catch (JacksonException e) {
            throw new VmException(new VmProblem.HypervisorRefused("powershell", words(outcome)), e);
        }
        if (!answer.path("answers").isArray()) {
            throw new VmException(new VmProblem.HypervisorRefused("powershell", words(outcome)));
        }
        if (!answer.path("failure").isNull()) {
            throw HyperVFailures.of(CmdletFailure.parse(answer.path("failure")));
        }
        List<List<JsonNode>> all = new ArrayList<>();
        for (JsonNode objects : answer.path("answers")) {
            all.add(List.copyOf(objects.values()));
        }
        return all;
    }

    private static String words(ProcessOutcome outcome) {
        String said = outcome.errors().isBlank() ? outcome.output() : outcome.errors();
        return "it ended with " + outcome.exitCode() + " and said: " + said.strip();
    }
}
