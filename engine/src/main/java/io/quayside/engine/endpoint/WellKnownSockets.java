package io.quayside.engine.endpoint;

import io.quayside.engine.endpoint.Candidate.Source;
import io.quayside.engine.endpoint.EngineEndpoint.NamedPipe;
import io.quayside.engine.endpoint.EngineEndpoint.UnixSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where engines listen when nobody says otherwise, in the order in which they are considered.
final class WellKnownSockets {

    /// A place and its kind.
    record Place(Source source, EngineEndpoint endpoint) {}

    private WellKnownSockets() {}

    static List<Place> in(Surroundings surroundings) {
        return surroundings.windows() ? pipes() : sockets(surroundings);
    }

    private static List<Place> pipes() {
        return List.of(
                pipe(Source.DEFAULT_SOCKET, "docker_engine"),
                pipe(Source.PODMAN_SOCKET, "podman-machine-default"),
                pipe(Source.DESKTOP_SOCKET, "dockerDesktopLinuxEngine"));
    }

    private static Place pipe(Source source, String name) {
        return new Place(source, new NamedPipe("\\\\.\\pipe\\" + name));
    }

    private static List<Place> sockets(Surroundings surroundings) {
        List<Place> places = new ArrayList<>();
        places.add(socket(Source.DEFAULT_SOCKET, surroundings.root().resolve("var/run/docker.sock")));
        String runtime = surroundings.variable("XDG_RUNTIME_DIR");
        if (!runtime.isEmpty()) {
            Path folder = surroundings.root().resolve(runtime);
            places.add(socket(Source.ROOTLESS_SOCKET, folder.resolve("docker.sock")));
            places.add(socket(Source.PODMAN_SOCKET, folder.resolve("podman/podman.sock")));
        }
        places.add(socket(Source.PODMAN_SOCKET, surroundings.root().resolve("run/podman/podman.sock")));
        Path docker = surroundings.home().resolve(".docker");
        places.add(socket(Source.DESKTOP_SOCKET, docker.resolve("run/docker.sock")));
        places.add(socket(Source.DESKTOP_SOCKET, docker.resolve("desktop/docker.sock")));
        return places;
    }

    private static Place socket(Source source, Path path) {
        return new Place(source, new UnixSocket(path));
    }
}
