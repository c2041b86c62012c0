package io.quayside.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// Writes a service of a compose file for a `docker run` line. Texts stand in double quotes as in JSON, which is YAML
/// too;
/// an option that compose has no key for is a comment, so that nothing gets lost unseen.
public final class ComposeService {
    private static final Map<RunFlag, String> LISTS = Map.ofEntries(
            Map.entry(RunFlag.PUBLISH, "ports"),
            Map.entry(RunFlag.EXPOSE, "expose"),
            Map.entry(RunFlag.ENV, "environment"),
            Map.entry(RunFlag.ENV_FILE, "env_file"),
            Map.entry(RunFlag.VOLUME, "volumes"),
            Map.entry(RunFlag.TMPFS, "tmpfs"),
            Map.entry(RunFlag.DNS, "dns"),
            Map.entry(RunFlag.DNS_SEARCH, "dns_search"),
            Map.entry(RunFlag.DNS_OPTION, "dns_opt"),
            Map.entry(RunFlag.ADD_HOST, "extra_hosts"),
            Map.entry(RunFlag.CAP_ADD, "cap_add"),
            Map.entry(RunFlag.CAP_DROP, "cap_drop"),
            Map.entry(RunFlag.SECURITY_OPT, "security_opt"),
            Map.entry(RunFlag.DEVICE, "devices"),
            Map.entry(RunFlag.DEVICE_CGROUP_RULE, "device_cgroup_rules"),
            Map.entry(RunFlag.GROUP_ADD, "group_add"),
            Map.entry(RunFlag.SYSCTL, "sysctls"),
            Map.entry(RunFlag.LABEL, "labels"),
            Map.entry(RunFlag.ANNOTATION, "annotations"),
            Map.entry(RunFlag.LINK, "external_links"));
    private static final Map<RunFlag, String> TEXTS = Map.ofEntries(
            Map.entry(RunFlag.NAME, "container_name"),
            Map.entry(RunFlag.RESTART, "restart"),
            Map.entry(RunFlag.HOSTNAME, "hostname"),
            Map.entry(RunFlag.DOMAINNAME, "domainname"),
            Map.entry(RunFlag.USER, "user"),
            Map.entry(RunFlag.WORKDIR, "working_dir"),
            Map.entry(RunFlag.ENTRYPOINT, "entrypoint"),
            Map.entry(RunFlag.MEMORY, "mem_limit"),
            Map.entry(RunFlag.MEMORY_RESERVATION, "mem_reservation"),
            Map.entry(RunFlag.MEMORY_SWAP, "memswap_limit"),
            Map.entry(RunFlag.CPUS, "cpus"),
            Map.entry(RunFlag.CPUSET_CPUS, "cpuset"),
            Map.entry(RunFlag.SHM_SIZE, "shm_size"),
            Map.entry(RunFlag.STOP_SIGNAL, "stop_signal"),
            Map.entry(RunFlag.IPC, "ipc"),
            Map.entry(RunFlag.PID, "pid"),
            Map.entry(RunFlag.UTS, "uts"),
            Map.entry(RunFlag.USERNS, "userns_mode"),
            Map.entry(RunFlag.CGROUPNS, "cgroup"),
            Map.entry(RunFlag.RUNTIME, "runtime"),
            Map.entry(RunFlag.ISOLATION, "isolation"),
            Map.entry(RunFlag.PLATFORM, "platform"),
            Map.entry(RunFlag.PULL, "pull_policy"));
    private static final Map<RunFlag, String> SWITCHES = Map.of(
            RunFlag.INTERACTIVE, "stdin_open",
            RunFlag.TTY, "tty",
            RunFlag.INIT, "init",
            RunFlag.PRIVILEGED, "privileged",
            RunFlag.READ_ONLY, "read_only");

    private final RunSpec run;
    private final String name;
    private final List<String> lines = new ArrayList<>();
    private final List<String> networks = new ArrayList<>();

    private ComposeService(RunSpec run, String name) {
        this.run = run;
        this.name = name;
    }

    /// The text of a compose file with this one service.
    public static String write(RunSpec run) {
        ComposeService service = new ComposeService(run, serviceName(run));
        service.begin();
        service.image();
        if (!run.command().isEmpty()) {
            service.command();
        }
        run.options().stream().map(RunOption::flag).distinct().forEach(service::write);
        return service.end();
    }

    /// Of a service that a file has already only some keys, to be put in the place of those.
    ///
    /// @param service its name in the file
    public static String part(RunSpec run, String service, boolean image, boolean command, Set<RunFlag> flags) {
        ComposeService part = new ComposeService(run, service);
        part.begin();
        if (image) {
            part.image();
        }
        if (command) {
            part.command();
        }
        new TreeSet<>(flags).forEach(flag -> {
            if (run.values(flag).isEmpty()) {
                part.gone(flag);
            } else {
                part.write(flag);
            }
        });
        return part.end();
    }

    private void begin() {
        lines.add("services:");
        lines.add("  " + quoted(name, name.matches("[A-Za-z][A-Za-z0-9._-]*")) + ":");
    }

    private void image() {
        lines.add("    image: " + quoted(run.image()));
    }

    private void command() {
        lines.add("    command: ["
                + String.join(
                        ", ", run.command().stream().map(ComposeService::quoted).toList()) + "]");
    }

    /// What isn't set any more is a comment: whoever takes the text has to take the key away.
    private void gone(RunFlag flag) {
        String key = LISTS.getOrDefault(flag, TEXTS.getOrDefault(flag, SWITCHES.getOrDefault(flag, "")));
        lines.add("    # " + (key.isEmpty() ? flag.written() : key) + " isn't set any more");
    }

    private String end() {
        if (!networks.isEmpty()) {
            lines.add("networks:");
            networks.forEach(network -> lines.add("  " + quoted(network) + ":\n    external: true"));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String serviceName(RunSpec run) {
        String name = run.value(RunFlag.NAME)
                .orElse(run.image().replaceFirst("[:@].*", "").replaceFirst(".*/", ""));
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-");
        return plain.isEmpty() ? "app" : plain;
    }

    private void write(RunFlag flag) {
        List<String> values = run.values(flag);
        if (LISTS.containsKey(flag)) {
            lines.add("    " + LISTS.get(flag) + ":");
            values.forEach(value -> lines.add("      - " + quoted(value)));
        } else if (TEXTS.containsKey(flag)) {
            lines.add("    " + TEXTS.get(flag) + ": " + quoted(values.getLast()));
        } else if (SWITCHES.containsKey(flag)) {
            lines.add("    " + SWITCHES.get(flag) + ": " + run.isOn(flag));
        } else if (flag == RunFlag.NETWORK && values.stream().allMatch(NetworkOptions::isPlainUserDefined)) {
            networks.addAll(values);
            lines.add("    networks:");
            values.forEach(value -> lines.add("      - " + quoted(value)));
        } else if (flag == RunFlag.NETWORK && values.size() == 1 && !NetworkOptions.isUserDefined(values.getFirst())) {
            lines.add("    network_mode: " + quoted(values.getFirst()));
        } else if (flag == RunFlag.NO_HEALTHCHECK) {
            lines.add("    healthcheck:\n      disable: true");
        } else if (flag == RunFlag.HEALTH_CMD) {
            writeHealth();
        } else if (flag != RunFlag.DETACH && flag != RunFlag.RM && !isPartOfHealth(flag)) {
            values.forEach(value -> lines.add("    # no key for: "
                    + quoted(flag.kind() == RunFlag.Kind.SWITCH ? flag.written() : flag.written() + " " + value)));
        }
    }

    /// The other options of the check are written beside its command.
    private boolean isPartOfHealth(RunFlag flag) {
        return flag.longName().startsWith("health-")
                && run.value(RunFlag.HEALTH_CMD).isPresent();
    }

    private void writeHealth() {
        lines.add("    healthcheck:");
        lines.add("      test: " + quoted(run.value(RunFlag.HEALTH_CMD).orElse("")));
        health(RunFlag.HEALTH_INTERVAL, "interval");
        health(RunFlag.HEALTH_TIMEOUT, "timeout");
        health(RunFlag.HEALTH_START_PERIOD, "start_period");
        health(RunFlag.HEALTH_START_INTERVAL, "start_interval");
        run.value(RunFlag.HEALTH_RETRIES).ifPresent(count -> lines.add("      retries: " + count));
    }

    private void health(RunFlag flag, String key) {
        Optional<String> value = run.value(flag);
        value.ifPresent(text -> lines.add("      " + key + ": " + quoted(text)));
    }

    private static String quoted(String text, boolean plain) {
        return plain ? text : quoted(text);
    }

    /// A "$" would be a variable in a compose file.
    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text.replace("$", "$$"));
    }
}
