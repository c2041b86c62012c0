package io.quayside.engine.compose;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the files of a project mean once everything in them is resolved, services of all profiles included.
///
/// @param services in the order that Docker Compose tells them
/// @param networks the engine's name of each network of the files
/// @param volumes the engine's name of each volume of the files
/// @param ranges the address ranges that the files ask for, by the engine's name of the network
/// @param warnings what Docker Compose said about the files
public record ComposeModel(
        String name,
        List<ComposeService> services,
        Map<String, String> networks,
        Map<String, String> volumes,
        Map<String, List<String>> ranges,
        List<String> warnings) {
    public ComposeModel {
        services = List.copyOf(services);
        networks = Map.copyOf(networks);
        volumes = Map.copyOf(volumes);
        ranges = Map.copyOf(ranges);
        warnings = List.copyOf(warnings);
    }

    public Optional<ComposeService> service(String named) {
        return services.stream().filter(service -> service.name().equals(named)).findFirst();
    }

    /// All services, each after those it depends on.
    public List<ComposeService> inOrder() {
        Map<String, ComposeService> order = new LinkedHashMap<>();
        services.stream()
                .sorted(Comparator.comparing(ComposeService::name))
                .forEach(service -> place(service, order, new HashSet<>()));
        return List.copyOf(order.values());
    }

    private void place(ComposeService service, Map<String, ComposeService> order, Set<String> above) {
        if (order.containsKey(service.name()) || !above.add(service.name())) {
            return;
        }
        new TreeSet<>(service.dependsOn().keySet())
                .forEach(name -> service(name).ifPresent(needed -> place(needed, order, above)));
        order.put(service.name(), service);
    }

    /// All profiles that services name, sorted.
    public Set<String> profiles() {
        Set<String> all = new TreeSet<>();
        services.forEach(service -> all.addAll(service.profiles()));
        return all;
    }
}
