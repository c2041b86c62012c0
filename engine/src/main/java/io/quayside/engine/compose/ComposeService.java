package io.quayside.engine.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A service, as Docker Compose understands it. All texts come from the user's files.
///
/// @param image empty if it is only built
/// @param build the folder that its image is built of
/// @param containerName empty unless the file gives it one
/// @param replicas how many containers the file asks for
/// @param ports as `docker` writes them: `127.0.0.1:8080:80/tcp`
/// @param dependsOn on which services, each with the condition as in `service_healthy`
/// @param profiles those that switch it on; without any it is always on
/// @param volumes the names under `volumes` of the file that it mounts
/// @param networks the names under `networks` of the file that it is in
/// @param healthCheck whether the file gives it one
/// @param definition all of it as JSON; may contain secrets of the user's, in its environment
public record ComposeService(
        String name,
        String image,
        Optional<String> build,
        String containerName,
        int replicas,
        List<String> ports,
        Map<String, String> dependsOn,
        Set<String> profiles,
        Set<String> volumes,
        Set<String> networks,
        boolean healthCheck,
        String definition) {
    public ComposeService {
        ports = List.copyOf(ports);
        dependsOn = Map.copyOf(dependsOn);
        profiles = Set.copyOf(profiles);
        volumes = Set.copyOf(volumes);
        networks = Set.copyOf(networks);
    }

    /// Whether it takes part when these profiles are on.
    public boolean isOn(Set<String> on) {
        return profiles.isEmpty() || profiles.stream().anyMatch(on::contains);
    }
}
