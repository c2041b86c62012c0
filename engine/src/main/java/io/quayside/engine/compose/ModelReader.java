package io.quayside.engine.compose;

import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what `docker compose config --format json` prints.
final class ModelReader {
    private ModelReader() {}

    /// @throws tools.jackson.core.JacksonException if it isn't JSON
    static ComposeModel read(String json, List<String> warnings) {
        String name = "";
        Map<String, ComposeService> services = Map.of();
        Map<String, String> networks = Map.of();
        Map<String, String> volumes = Map.of();
        Map<String, List<String>> ranges = new HashMap<>();
        try (JsonIn in = Json.read(json)) {
            if (in.nextValue() && in.enterObject()) {
                while (in.nextField()) {
                    switch (in.name()) {
                        case "name" -> name = in.text();
                        case "services" -> services = services(in);
                        case "networks" -> networks = in.map(one -> network(one, ranges));
                        case "volumes" -> volumes = in.map(ModelReader::engineName);
                        default -> in.skip();
                    }
                }
            }
        }
        return new ComposeModel(name, List.copyOf(services.values()), networks, volumes, ranges, warnings);
    }

    private static Map<String, ComposeService> services(JsonIn in) {
        Map<String, ComposeService> all = new LinkedHashMap<>();
        if (in.enterObject()) {
            while (in.nextField()) {
                String name = in.name();
                String definition = in.json();
                try (JsonIn service = Json.read(definition)) {
                    service.nextValue();
                    all.put(name, service(name, service, definition));
                }
            }
        }
        return all;
    }

    /// The engine's name of it.
    ///
    /// @param ranges gets the address ranges that it asks for
    private static String network(JsonIn in, Map<String, List<String>> ranges) {
        String name = "";
        List<String> asked = new ArrayList<>();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "name" -> name = in.text();
                    case "ipam" -> ipam(in, asked);
                    default -> in.skip();
                }
            }
        }
        ranges.put(name, List.copyOf(asked));
        return name;
    }

    private static void ipam(JsonIn in, List<String> ranges) {
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("config")) {
                    in.list(one -> fieldOf(one, "subnet")).stream()
                            .filter(range -> !range.isEmpty())
                            .forEach(ranges::add);
                } else {
                    in.skip();
                }
            }
        }
    }

    private static String engineName(JsonIn in) {
        String name = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("name")) {
                    name = in.text();
                } else {
                    in.skip();
                }
            }
        }
        return name;
    }

    private static ComposeService service(String name, JsonIn in, String definition) {
        String image = "";
        Optional<String> build = Optional.empty();
        String containerName = "";
        long scale = 1;
        List<String> ports = List.of();
        Map<String, String> dependsOn = Map.of();
        List<String> profiles = List.of();
        Set<String> volumes = new HashSet<>();
        List<String> networks = List.of();
        boolean healthCheck = false;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "image" -> image = in.text();
                    case "build" -> build = Optional.of(fieldOf(in, "context"));
                    case "container_name" -> containerName = in.text();
                    case "scale" -> scale = in.number();
                    case "deploy" -> scale = replicas(in, scale);
                    case "ports" -> ports = in.list(ModelReader::port);
                    case "depends_on" -> dependsOn = in.map(one -> fieldOf(one, "condition"));
                    case "profiles" -> profiles = in.texts();
                    case "volumes" -> volumes.addAll(in.list(ModelReader::volume));
                    case "networks" -> networks = in.names();
                    case "healthcheck" -> healthCheck = !fieldOf(in, "disable").equals("true");
                    default -> in.skip();
                }
            }
        }
        volumes.remove("");
        return new ComposeService(
                name,
                image,
                build,
                containerName,
                Math.toIntExact(Math.clamp(scale, 0, Integer.MAX_VALUE)),
                ports,
                dependsOn,
                Set.copyOf(profiles),
                volumes,
                Set.copyOf(networks),
                healthCheck,
                definition);
    }

    private static String fieldOf(JsonIn in, String wanted) {
        String found = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals(wanted)) {
                    found = in.text();
                } else {
                    in.skip();
                }
            }
        }
        return found;
    }

    private static long replicas(JsonIn in, long otherwise) {
        long replicas = otherwise;
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("replicas")) {
                    replicas = in.number();
                } else {
                    in.skip();
                }
            }
        }
        return replicas;
    }

    private static String port(JsonIn in) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (in.enterObject()) {
            while (in.nextField()) {
                fields.put(in.name(), in.text());
            }
        }
        List<String> parts = new ArrayList<>();
        String host = fields.getOrDefault("host_ip", "");
        String published = fields.getOrDefault("published", "");
        if (!host.isEmpty()) {
            parts.add(host.contains(":") ? "[" + host + "]" : host);
        }
        if (!published.isEmpty() || !host.isEmpty()) {
            parts.add(published);
        }
        parts.add(fields.getOrDefault("target", ""));
        return String.join(":", parts) + "/" + fields.getOrDefault("protocol", "tcp");
    }

    /// The file's name of a volume; empty for a folder of the host or for one without a name.
    private static String volume(JsonIn in) {
        String type = "";
        String source = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "type" -> type = in.text();
                    case "source" -> source = in.text();
                    default -> in.skip();
                }
            }
        }
        return type.equals("volume") ? source : "";
    }
}
