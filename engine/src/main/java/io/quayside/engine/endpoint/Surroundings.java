package io.quayside.engine.endpoint;

import io.quayside.engine.platform.PlatformInfo;
import java.nio.file.Path;
import java.util.Map;

/// What the choice of an engine depends on, beside the files.
///
/// @param environment the environment variables
/// @param home the user's home folder
/// @param root `/`, under which the well-known sockets are
/// @param windows whether engines listen on named pipes here
public record Surroundings(Map<String, String> environment, Path home, Path root, boolean windows) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /// Those of this process.
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of("/"),
                PlatformInfo.current().system() == PlatformInfo.OperatingSystem.WINDOWS);
    }

    /// The folder that the `docker` command line keeps its configuration in.
    public Path dockerFolder() {
        return DockerContexts.folderIn(environment, home);
    }

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
