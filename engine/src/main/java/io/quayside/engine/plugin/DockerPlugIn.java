package io.quayside.engine.plugin;

import io.quayside.engine.process.SystemProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where plug-ins of the `docker` command line lie, such as `docker-buildx` and `docker-compose`.
public final class DockerPlugIn {
    private static final String FOLDER = "cli-plugins";

    private DockerPlugIn() {}

    /// As a program of its own, or where the `docker` command line looks for its plug-ins.
    ///
    /// @param name as in `docker-buildx`
    /// @param environment with `PATH`, and with `DOCKER_CONFIG` if docker's folder isn't the usual one
    public static Optional<Path> find(String name, Map<String, String> environment) {
        Optional<Path> onPath = new SystemProcessRunner(environment).find(name);
        if (onPath.isPresent()) {
            return onPath;
        }
        return folders(environment).stream()
                .flatMap(folder -> List.of(folder.resolve(name), folder.resolve(name + ".exe")).stream())
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> folders(Map<String, String> environment) {
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
