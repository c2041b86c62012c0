package io.quayside.engine.build;

import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.PingResult;
import io.quayside.engine.plugin.DockerPlugIn;
import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.engine.process.SystemProcessRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which builder an engine gets, and why.
///
/// @param environment where programs are looked up
record BuilderChoice(Engine engine, Map<String, String> environment) {
    private static final String PLUG_IN = "docker-buildx";
    private static final Pattern VERSION = Pattern.compile("buildx\\s+v?(\\d{1,5})\\.(\\d{1,5})(\\S*)");

    /// The first that tells what it does as JSON.
    private static final int MINOR = 13;

    /// Docker 18.09 has BuildKit as a part that is always there.
    private static final int BUILDKIT_API = 39;

    ImageBuilder choose() throws EngineException {
        PingResult ping = engine.system().ping();
        if (ping.isPodman()) {
            return classic("Podman has a builder of its own.");
        }
        if (ping.osType().equals("windows")) {
            return classic("Engines for Windows containers have no BuildKit.");
        }
        if (ApiVersion.parse(ping.apiVersion())
                .filter(version -> version.atLeast(1, BUILDKIT_API))
                .isEmpty()) {
            return classic("This engine is older than BuildKit.");
        }
        Optional<Path> program = DockerPlugIn.find(PLUG_IN, environment);
        return program.isPresent()
                ? withPlugIn(new SystemProcessRunner(environment), program.get())
                : classic("The program docker-buildx, which speaks with BuildKit, isn't installed.");
    }

    private ImageBuilder withPlugIn(ProcessRunner runner, Path program) throws CancelledException {
        try {
            ProcessOutcome answer = runner.run(ProcessRequest.of(program.toString(), "version"));
            Matcher m = VERSION.matcher(answer.output());
            if (!m.find()) {
                return classic("The program " + program + " doesn't say which version it is.");
            }
            String version = m.group(1) + "." + m.group(2) + m.group(3);
            if (Integer.parseInt(m.group(1)) == 0 && Integer.parseInt(m.group(2)) < MINOR) {
                return classic("The docker-buildx that is installed, " + version + ", is older than 0." + MINOR + ".");
            }
            return new BuildKitBuilder(
                    engine.endpoint(),
                    program,
                    environment,
                    "The engine has BuildKit, and docker-buildx " + version + " is installed.");
        } catch (ProcessFailure e) {
            return classic("The program " + program + " gives no answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(null, e);
        }
    }

    private ImageBuilder classic(String why) {
        return new ClassicBuilder(engine, why);
    }
}
