package io.quayside.engine.compose;

import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunOption;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One service of a file that Compose has read, as a `docker run` line. Compose has resolved it by then: short forms
/// are
/// long, sizes are bytes, and a dollar sign stands twice.
///
/// @param model the whole file
/// @param service its part
/// @param origin names the service
record ServiceReader(ComposeModel model, JsonNode service, ComposeOrigin origin) {
    private static final Map<RunFlag, String> TEXTS = Map.of(
            RunFlag.HOSTNAME, "hostname",
            RunFlag.DOMAINNAME, "domainname",
            RunFlag.USER, "user",
            RunFlag.WORKDIR, "working_dir",
            RunFlag.STOP_SIGNAL, "stop_signal",
            RunFlag.CPUSET_CPUS, "cpuset");
    private static final Map<RunFlag, String> SWITCHES = Map.of(
            RunFlag.INTERACTIVE, "stdin_open",
            RunFlag.TTY, "tty",
            RunFlag.INIT, "init",
            RunFlag.PRIVILEGED, "privileged",
            RunFlag.READ_ONLY, "read_only");
    private static final Map<RunFlag, String> LISTS = Map.of(
            RunFlag.DNS, "dns",
            RunFlag.DNS_SEARCH, "dns_search",
            RunFlag.CAP_ADD, "cap_add",
            RunFlag.CAP_DROP, "cap_drop",
            RunFlag.SECURITY_OPT, "security_opt",
            RunFlag.TMPFS, "tmpfs");

    static ServiceReader of(ComposeModel model, ComposeService service, ComposeOrigin origin) {
        return new ServiceReader(model, JsonMapper.shared().readTree(service.definition()), origin);
    }

    ComposeReading read(boolean moved) {
        List<RunOption> options = new ArrayList<>();
        Set<RunFlag> told = EnumSet.of(
                RunFlag.NAME,
                RunFlag.PUBLISH,
                RunFlag.ENV,
                RunFlag.VOLUME,
                RunFlag.NETWORK,
                RunFlag.RESTART,
                RunFlag.CPUS,
                RunFlag.MEMORY,
                RunFlag.MEMORY_RESERVATION,
                RunFlag.MEMORY_SWAP,
                RunFlag.SHM_SIZE,
                RunFlag.LABEL);
        told.addAll(TEXTS.keySet());
        told.addAll(SWITCHES.keySet());
        told.addAll(LISTS.keySet());

        add(options, RunFlag.NAME, name());
        service.path("ports").forEach(port -> add(options, RunFlag.PUBLISH, port(port)));
        pairs(options, RunFlag.ENV, "environment");
        service.path("volumes").forEach(mount -> {
            if (mount.path("type").asString("").matches("bind|volume")) {
                add(options, RunFlag.VOLUME, mount(mount));
            }
        });
        networks().forEach(network -> add(options, RunFlag.NETWORK, network));
        add(options, RunFlag.RESTART, restart());
        add(options, RunFlag.CPUS, either("cpus", "limits", "cpus"));
        add(options, RunFlag.MEMORY, size(either("mem_limit", "limits", "memory")));
        add(options, RunFlag.MEMORY_RESERVATION, size(either("mem_reservation", "reservations", "memory")));
        add(options, RunFlag.MEMORY_SWAP, size(text(service.path("memswap_limit"))));
        add(options, RunFlag.SHM_SIZE, size(text(service.path("shm_size"))));
        pairs(options, RunFlag.LABEL, "labels");
        TEXTS.forEach((flag, key) -> add(options, flag, text(service.path(key))));
        SWITCHES.forEach((flag, key) -> add(options, flag, service.path(key).asBoolean(false) ? "true" : ""));
        LISTS.forEach((flag, key) -> service.path(key).forEach(one -> add(options, flag, text(one))));
        options.sort(Comparator.comparing(RunOption::flag));

        List<String> command = new ArrayList<>();
        service.path("command").forEach(word -> command.add(text(word)));
        return new ComposeReading.Read(new RunSpec(options, image(), command), told, moved);
    }

    private static void add(List<RunOption> options, RunFlag flag, String value) {
        if (!value.isEmpty()) {
            options.add(new RunOption(flag, value));
        }
    }

    private void pairs(List<RunOption> options, RunFlag flag, String key) {
        service.path(key)
                .forEachEntry((name, value) -> add(options, flag, name + (value.isNull() ? "" : "=" + text(value))));
    }

    /// What Compose builds itself is named after the service.
    private String image() {
        String image = text(service.path("image"));
        return image.isEmpty() ? origin.project() + "-" + origin.service() : image;
    }

    private String name() {
        String own = text(service.path("container_name"));
        return own.isEmpty() ? origin.project() + "-" + origin.service() + "-" + origin.number() : own;
    }

    private static String port(JsonNode port) {
        String address = port.path("host_ip").asString("");
        String published = port.path("published").asString("");
        String protocol = port.path("protocol").asString("tcp");
        String host = address.contains(":") ? "[" + address + "]" : address;
        return (host.isEmpty() ? "" : host + ":")
                + (published.isEmpty() && host.isEmpty() ? "" : published + ":")
                + port.path("target").asString("")
                + (protocol.equals("tcp") ? "" : "/" + protocol);
    }

    private String mount(JsonNode mount) {
        String source = text(mount.path("source"));
        if (mount.path("type").asString("").equals("volume") && !source.isEmpty()) {
            source = model.volumes().getOrDefault(source, source);
        }
        return (source.isEmpty() ? "" : source + ":")
                + text(mount.path("target"))
                + (mount.path("read_only").asBoolean(false) ? ":ro" : "");
    }

    private Stream<String> networks() {
        String mode = text(service.path("network_mode"));
        return mode.isEmpty()
                ? service.path("networks").propertyNames().stream()
                        .map(key -> model.networks().getOrDefault(key, key))
                : Stream.of(mode);
    }

    private String restart() {
        String own = text(service.path("restart"));
        if (!own.isEmpty()) {
            return own.equals("no") ? "" : own;
        }
        JsonNode policy = service.path("deploy").path("restart_policy");
        return switch (policy.path("condition").asString("")) {
            case "any" -> "always";
            case "on-failure" -> {
                String tries = policy.path("max_attempts").asString("");
                yield tries.isEmpty() ? "on-failure" : "on-failure:" + tries;
            }
            default -> "";
        };
    }

    private String either(String key, String kind, String deployed) {
        String own = text(service.path(key));
        String value = own.isEmpty()
                ? text(service.path("deploy").path("resources").path(kind).path(deployed))
                : own;
        return value.equals("0") ? "" : value;
    }

    private static String size(String bytes) {
        return bytes.matches("[1-9]\\d{0,17}") ? Written.size(Long.parseLong(bytes)) : bytes;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asString("").replace("$$", "$");
    }
}
