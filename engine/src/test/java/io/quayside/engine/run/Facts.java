package io.quayside.engine.run;

import io.quayside.engine.model.ContainerDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a container is, as the engine tells it, without what differs between any two: ids, names, times, generated
/// names of volumes. Nothing, an empty list and an empty object are the same.
///
/// @param values each value by its path
public record Facts(Map<String, String> values) {
    private static final Set<String> OWN = Set.of(
            "/Id",
            "/Name",
            "/Created",
            "/State",
            "/LogPath",
            "/ResolvConfPath",
            "/HostnamePath",
            "/HostsPath",
            "/GraphDriver",
            "/Config/Hostname");

    public static Facts of(ContainerDetails details) {
        Facts facts = new Facts(new TreeMap<>());
        JsonNode root = JsonMapper.shared().readTree(details.json().text());
        if (!root.at("/Config/Hostname").asString().equals(details.shortId())) {
            facts.values.put("/Config/Hostname", root.at("/Config/Hostname").asString());
        }
        facts.add("", root, details.shortId());
        return facts;
    }

    private void add(String path, JsonNode node, String shortId) {
        if (OWN.contains(path) || node.isNull() || path.endsWith("/DNSNames")) {
            return;
        }
        if (path.equals("/Mounts")) {
            TreeSet<String> mounts = new TreeSet<>();
            node.forEach(mount -> mounts.add(mount(mount)));
            values.put(path, mounts.toString());
        } else if (node.isObject()) {
            node.properties().forEach(field -> add(path + "/" + field.getKey(), field.getValue(), shortId));
        } else if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(item -> {
                String text =
                        item.isValueNode() ? item.asString() : filled(item).toString();
                if (!text.equals(shortId)) {
                    texts.add(text.replaceFirst("^(/target:)/[^/]+/", "$1/NAME/"));
                }
            });
            if (path.equals("/HostConfig/Binds") || path.endsWith("/Links") || path.equals("/Config/Env")) {
                texts.sort(null);
            }
            if (!texts.isEmpty()) {
                values.put(path, texts.toString());
            }
        } else {
            values.put(path, node.asString());
        }
    }

    /// Without what has nothing in it.
    private static JsonNode filled(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode left = object.objectNode();
        object.properties().forEach(field -> {
            JsonNode value = filled(field.getValue());
            if (!value.isNull() && !(value.isContainer() && value.isEmpty())) {
                left.set(field.getKey(), value);
            }
        });
        return left;
    }

    private static String mount(JsonNode mount) {
        String name = mount.path("Name").asString("");
        boolean anonymous = name.matches("[0-9a-f]{64}");
        return String.join(
                " ",
                mount.path("Type").asString(""),
                anonymous ? "anonymous" : name,
                anonymous ? "" : mount.path("Source").asString(""),
                mount.path("Destination").asString(""),
                mount.path("Mode").asString(""),
                mount.path("RW").asString(""),
                mount.path("Propagation").asString(""));
    }

    /// The same without these.
    public Facts without(String... paths) {
        Map<String, String> left = new TreeMap<>(values);
        left.keySet().removeIf(path -> List.of(paths).stream().anyMatch(path::startsWith));
        return new Facts(left);
    }

    /// Each path with both values.
    public List<String> differencesTo(Facts other) {
        Set<String> paths = new TreeSet<>(values.keySet());
        paths.addAll(other.values.keySet());
        return paths.stream()
                .filter(path -> !values.getOrDefault(path, "").equals(other.values.getOrDefault(path, "")))
                .map(path -> path + ": " + values.getOrDefault(path, "nothing") + " | "
                        + other.values.getOrDefault(path, "nothing"))
                .toList();
    }
}
