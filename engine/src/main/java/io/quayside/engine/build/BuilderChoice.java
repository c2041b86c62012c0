package io.quayside.engine.build;

import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.PingResult;
import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.engine.process.SystemProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which builder an engine gets, and why.
///
/// @param environment where programs are looked up
record BuilderChoice(Engine engine, Map<String, String> environment) {
    private static final String PLUG_IN = "docker-buildx";
    private static final String FOLDER = "cli-plugins";
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
        ProcessRunner runner = new SystemProcessRunner(environment);
        Optional<Path> program = program(runner);
        return program.isPresent()
                ? withPlugIn(runner, program.get())
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

    /// As a program of its own, or where the `docker` command line looks for its plug-ins.
    private Optional<Path> program(ProcessRunner runner) {
        Optional<Path> onPath = runner.find(PLUG_IN);
        if (onPath.isPresent()) {
            return onPath;
        }
        return folders().stream()
                .flatMap(folder -> List.of(folder.resolve(PLUG_IN), folder.resolve(PLUG_IN + ".exe")).stream())
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        String configured = environment.getOrDefault("DOCKER_CONFIG", "");
        folders.add(
                configured.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".docker", FOLDER)
                        : Path.of(configured, FOLDER));
        for (String system : List.of(
                "/usr/local/lib/docker", "/usr/local/libexec/docker", "/usr/lib/docker", "/usr/libexec/docker")) {
            folders.add(Path.of(system, FOLDER));
        }
        for (String variable : List.of("ProgramData", "ProgramFiles")) {
            Optional.ofNullable(environment.get(variable))
                    .ifPresent(folder -> folders.add(Path.of(folder, "Docker", FOLDER)));
        }
        return folders;
    }
}
