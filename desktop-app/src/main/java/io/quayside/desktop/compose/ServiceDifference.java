package io.quayside.desktop.compose;

import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeService;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.MountPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a container differs from what the files say of its service. Values of the environment are never told, only their
/// names.
///
/// @param image what the container's image says
record ServiceDifference(
        ComposeModel model, ComposeService service, ContainerDetails container, ContainerConfig image) {
    private static final Map<String, String> CLEAR = Map.of(
            "user", "user",
            "working_dir", "working directory",
            "stop_signal", "stop signal");

    /// Short words, one for each difference that can be told.
    List<String> words() {
        JsonNode file = JsonMapper.shared().readTree(service.definition());
        List<String> words = new ArrayList<>();
        String image = file.path("image").asString("");
        if (!image.isEmpty() && !image.equals(container.config().image())) {
            words.add("image " + image + ", was " + container.config().image());
        }
        environment(file.path("environment"), words);
        list("command", file.path("command"), container.config().cmd().orElse(List.of()), words);
        list(
                "entrypoint",
                file.path("entrypoint"),
                container.config().entrypoint().orElse(List.of()),
                words);
        CLEAR.forEach((key, name) -> {
            String now = file.path(key).asString("");
            if (!now.isEmpty() && !now.equals(was(key))) {
                words.add(name + " " + now + (was(key).isEmpty() ? "" : ", was " + was(key)));
            }
        });
        ports(file.path("ports"), words);
        mounts(file.path("volumes"), words);
        networks(words);
        words.addAll(new SettingsDifference(file, container, this.image.labels()).words());
        return List.copyOf(words);
    }

    private String was(String key) {
        return switch (key) {
            case "user" -> container.config().user();
            case "working_dir" -> container.config().workingDir();
            default -> container.config().stopSignal();
        };
    }

    private void environment(JsonNode file, List<String> words) {
        Map<String, String> was = variables(container.config().env());
        Map<String, String> image = variables(this.image.env());
        Map<String, String> now = new TreeMap<>();
        file.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                now.put(entry.getKey(), entry.getValue().asString().replace("$$", "$"));
            }
        });
        now.forEach((name, value) -> {
            if (!was.containsKey(name)) {
                words.add(name + " added");
            } else if (!value.equals(was.get(name))) {
                words.add(name + " changed");
            }
        });
        was.forEach((name, value) -> {
            if (!now.containsKey(name) && !value.equals(image.get(name))) {
                words.add(name + " removed");
            }
        });
    }

    private static Map<String, String> variables(List<String> lines) {
        Map<String, String> all = new LinkedHashMap<>();
        lines.forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                all.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return all;
    }

    /// What the file doesn't say is the image's, which isn't compared.
    private static void list(String name, JsonNode file, List<String> was, List<String> words) {
        if (file.isArray()) {
            List<String> now = new ArrayList<>();
            file.forEach(word -> now.add(word.asString().replace("$$", "$")));
            if (!now.equals(was)) {
                words.add(name + " changed");
            }
        }
    }

    private void ports(JsonNode file, List<String> words) {
        Set<String> now = new TreeSet<>();
        file.forEach(port -> now.add(port.path("published").asString("any port") + " to "
                + port.path("target").asString() + "/" + port.path("protocol").asString("tcp")));
        Set<String> was = new TreeSet<>();
        container
                .hostConfig()
                .networking()
                .portBindings()
                .forEach((port, places) -> places.forEach(place -> was.add(
                        (place.hostPort().isEmpty() || place.hostPort().equals("0") ? "any port" : place.hostPort())
                                + " to " + (port.contains("/") ? port : port + "/tcp"))));
        compare("port ", now, was, words);
    }

    private void mounts(JsonNode file, List<String> words) {
        Set<String> now = new TreeSet<>();
        file.forEach(mount -> now.add(mount.path("target").asString()));
        Set<String> was = new TreeSet<>();
        container.mounts().stream().map(MountPoint::destination).forEach(was::add);
        // Those of the image are mounted, too, and aren't in the file.
        was.removeIf(
                target -> !now.contains(target) && container.config().volumes().contains(target));
        compare("mount ", now, was, words);
    }

    private void networks(List<String> words) {
        Set<String> now = new TreeSet<>();
        service.networks().forEach(name -> now.add(model.networks().getOrDefault(name, name)));
        if (!now.isEmpty()) {
            compare(
                    "network ",
                    now,
                    new TreeSet<>(container.network().networks().keySet()),
                    words);
        }
    }

    private static void compare(String what, Set<String> now, Set<String> was, List<String> words) {
        now.stream().filter(one -> !was.contains(one)).forEach(one -> words.add(what + one + " added"));
        was.stream().filter(one -> !now.contains(one)).forEach(one -> words.add(what + one + " removed"));
    }
}
