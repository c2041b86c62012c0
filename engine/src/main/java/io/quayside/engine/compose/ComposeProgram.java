package io.quayside.engine.compose;

import io.quayside.engine.plugin.DockerPlugIn;
import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.SystemProcessRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Docker Compose of this computer.
///
/// @param version as it says itself, such as `2.40.3`
/// @param json whether it can tell its progress as JSON
/// @param environment added to that of this process when it runs
public record ComposeProgram(Path path, String version, boolean json, Map<String, String> environment) {
    private static final String PLUG_IN = "docker-compose";
    private static final Pattern VERSION = Pattern.compile("\\s*v?(\\d{1,5})\\.(\\d{1,5})\\S*\\s*");
    private static final Pattern WAYS = Pattern.compile("--progress string[^(]{1,80}\\(([^)]{1,200})\\)");
    private static final int FIRST_MAJOR = 2;

    public ComposeProgram {
        environment = Map.copyOf(environment);
    }

    /// Finds it, and asks it what it can do: two short runs. Blocks.
    ///
    /// @param environment where programs are looked up
    public static ComposeProgram find(Map<String, String> environment)
            throws ComposeException.Missing, InterruptedException {
        Path path = DockerPlugIn.find(PLUG_IN, environment)
                .orElseThrow(() -> new ComposeException.Missing(
                        "Docker Compose isn't installed. Install the package docker-compose-plugin or docker-compose-v2,"
                                + " or put docker-compose into ~/.docker/cli-plugins."));
        SystemProcessRunner runner = new SystemProcessRunner(environment);
        try {
            String version = runner.run(ProcessRequest.of(path.toString(), "version", "--short"))
                    .output();
            Matcher m = VERSION.matcher(version);
            if (!m.matches()) {
                throw new ComposeException.Missing(path + " doesn't say which version of Docker Compose it is.");
            }
            if (Integer.parseInt(m.group(1)) < FIRST_MAJOR) {
                throw new ComposeException.Missing("The Docker Compose that is installed, " + version.strip() + " in "
                        + path + ", is too old. Install version 2 or newer.");
            }
            ProcessOutcome help = runner.run(ProcessRequest.of(path.toString(), "--help"));
            Matcher ways = WAYS.matcher(help.output().replaceAll("\\s+", " "));
            return new ComposeProgram(
                    path, version.strip(), ways.find() && ways.group(1).contains("json"), environment);
        } catch (ProcessFailure e) {
            throw new ComposeException.Missing(path + " gives no answer: " + e.getMessage());
        }
    }
}
