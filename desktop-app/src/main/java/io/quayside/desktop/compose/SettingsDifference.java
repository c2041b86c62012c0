package io.quayside.desktop.compose;

import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.HealthCheck;
import io.quayside.engine.model.HostConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// How a container's settings differ from what the files say of its service: labels, health check, limits, what it may
/// do.
///
/// @param file the service, resolved
/// @param ofImage the labels of the container's image
record SettingsDifference(JsonNode file, ContainerDetails container, Map<String, String> ofImage) {
    private static final String OWN = "com.docker.compose.";
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");

    /// Short words, one for each difference.
    List<String> words() {
        List<String> words = new ArrayList<>();
        ContainerConfig config = container.config();
        HostConfig host = container.hostConfig();
        labels(config.labels(), words);
        restart(host, words);
        config.healthcheck().ifPresentOrElse(was -> health(was, words), () -> health(none(), words));
        // Without one it is the beginning of the id, which nobody chose.
        String hostname = container.id().startsWith(config.hostname()) ? "" : config.hostname();
        text("hostname", file.path("hostname").asString(""), hostname, words);
        flag("privileged", host.security().privileged(), words);
        flag("read_only", host.security().readonlyRootfs(), words);
        flag("tty", config.tty(), words);
        flag("stdin_open", config.openStdin(), words);
        if (file.path("init").asBoolean(false) != host.init().orElse(false)) {
            words.add("init changed");
        }
        list("cap_add", host.security().capAdd(), words);
        list("cap_drop", host.security().capDrop(), words);
        list("security_opt", host.security().securityOpt(), words);
        list("group_add", host.security().groupAdd(), words);
        list("dns", host.networking().dns(), words);
        list("extra_hosts", host.networking().extraHosts(), words);
        limits(host, words);
        String driver = file.path("logging").path("driver").asString("");
        if (!driver.isEmpty() && !driver.equals(host.logConfig().type())) {
            words.add("logging driver " + driver + ", was " + host.logConfig().type());
        }
        return List.copyOf(words);
    }

    private static HealthCheck none() {
        return new HealthCheck(List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    }

    private void labels(Map<String, String> all, List<String> words) {
        Map<String, String> was = new TreeMap<>(all);
        was.keySet().removeIf(name -> name.startsWith(OWN));
        Map<String, String> now = new TreeMap<>();
        file.path("labels")
                .properties()
                .forEach(label ->
                        now.put(label.getKey(), label.getValue().asString("").replace("$$", "$")));
        now.keySet().removeIf(name -> name.startsWith(OWN));
        now.forEach((name, value) -> {
            if (!was.containsKey(name)) {
                words.add("label " + name + " added");
            } else if (!value.equals(was.get(name))) {
                words.add("label " + name + " changed");
            }
        });
        was.forEach((name, value) -> {
            if (!now.containsKey(name) && !value.equals(ofImage.get(name))) {
                words.add("label " + name + " removed");
            }
        });
    }

    private void restart(HostConfig host, List<String> words) {
        String now = file.path("restart").asString("no");
        long most = host.restartPolicy().maximumRetryCount();
        String name = host.restartPolicy().name();
        String was = name.isEmpty() ? "no" : most > 0 ? name + ":" + most : name;
        // Those of a swarm say it elsewhere.
        if (file.path("deploy").path("restart_policy").isMissingNode() && !now.equals(was)) {
            words.add("restart " + now + ", was " + was);
        }
    }

    private void health(HealthCheck was, List<String> words) {
        JsonNode now = file.path("healthcheck");
        List<String> test = texts(now.path("test"));
        boolean off = now.path("disable").asBoolean(false);
        boolean same = off
                ? was.test().equals(List.of("NONE"))
                : test.equals(was.test())
                        && time(now.path("interval")).equals(was.interval())
                        && time(now.path("timeout")).equals(was.timeout())
                        && time(now.path("start_period")).equals(was.startPeriod())
                        && now.path("retries").asLong(0) == was.retries();
        if (!same) {
            words.add("health check changed");
        }
    }

    private void limits(HostConfig host, List<String> words) {
        JsonNode limits = file.path("deploy").path("resources").path("limits");
        number(file.path("mem_limit"), limits.path("memory"))
                .ifPresentOrElse(
                        now -> differs("memory limit", now, host.resources().memory(), words),
                        () -> differs("memory limit", 0, host.resources().memory(), words));
        long processors =
                Math.round(file.path("cpus").asDouble(limits.path("cpus").asDouble(0)) * 1e9);
        differs("processors", processors, host.resources().nanoCpus(), words);
        Duration grace = time(file.path("stop_grace_period"));
        OptionalLong stop = container.config().stopTimeout();
        if (!file.path("stop_grace_period").isMissingNode() || stop.isPresent()) {
            differs("time to stop", (grace.toMillis() + 999) / 1000, stop.orElse(-1), words);
        }
    }

    private static OptionalLong number(JsonNode first, JsonNode second) {
        String text = first.asString("").isEmpty() ? second.asString("") : first.asString("");
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static void differs(String what, long now, long was, List<String> words) {
        if (now != was) {
            words.add(what + " changed");
        }
    }

    private void flag(String key, boolean was, List<String> words) {
        if (file.path(key).asBoolean(false) != was) {
            words.add(key + (was ? " off" : " on"));
        }
    }

    /// What the file doesn't say the engine chooses.
    private static void text(String what, String now, String was, List<String> words) {
        if (!now.isEmpty() && !now.equals(was)) {
            words.add(what + " " + now + (was.isEmpty() ? "" : ", was " + was));
        }
    }

    private void list(String key, List<String> was, List<String> words) {
        Set<String> now = new TreeSet<>();
        texts(file.path(key)).forEach(one -> now.add(plain(one)));
        Set<String> before = new TreeSet<>();
        was.forEach(one -> before.add(plain(one)));
        if (!now.equals(before)) {
            words.add(key + " changed");
        }
    }

    /// `name=address` and `name:address` are the same.
    private static String plain(String entry) {
        return entry.replaceFirst("^([\\w.-]+)=", "$1:");
    }

    private static List<String> texts(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(one -> all.add(one.asString("").replace("$$", "$")));
        return all;
    }

    /// `1m30s`.
    private static Duration time(JsonNode node) {
        Matcher part = PART.matcher(node.asString(""));
        double seconds = 0;
        while (part.find()) {
            seconds += Double.parseDouble(part.group(1))
                    * switch (part.group(2)) {
                        case "h" -> 3600;
                        case "m" -> 60;
                        case "s" -> 1;
                        case "ms" -> 1e-3;
                        case "ns" -> 1e-9;
                        default -> 1e-6;
                    };
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
