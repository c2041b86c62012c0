package io.quayside.engine.run;

import io.quayside.engine.model.PortBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `--publish` and `--expose`.
final class PortOptions {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
    private static final int LAST_PORT = 65_535;

    private record Range(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    private PortOptions() {}

    static Map<String, List<PortBinding>> bindings(List<String> published) throws RunValueException {
        Map<String, List<PortBinding>> bindings = new LinkedHashMap<>();
        for (String value : published) {
            add(value, bindings);
        }
        return bindings;
    }

    /// What `--expose` names, each as `80/tcp`.
    static Set<String> exposed(List<String> values) throws RunValueException {
        Set<String> ports = new LinkedHashSet<>();
        for (String value : values) {
            Range range = range(RunFlag.EXPOSE, value, Values.before(value, "/"));
            String protocol = protocol(RunFlag.EXPOSE, value, Values.after(value, "/"));
            for (int port = range.first; port <= range.last; port++) {
                ports.add(port + "/" + protocol);
            }
        }
        return ports;
    }

    private static void add(String value, Map<String, List<PortBinding>> bindings) throws RunValueException {
        String text = value.contains("=") ? fromFields(value) : value;
        int containerAt = text.lastIndexOf(':') + 1;
        String container = text.substring(containerAt);
        String host = containerAt == 0 ? "" : text.substring(0, containerAt - 1);
        int hostPortAt = host.lastIndexOf(':') + 1;
        String ip = hostPortAt == 0 ? "" : address(value, host.substring(0, hostPortAt - 1));
        String hostPorts = host.substring(hostPortAt);
        String protocol = protocol(RunFlag.PUBLISH, value, Values.after(container, "/"));
        Range inside = range(RunFlag.PUBLISH, value, Values.before(container, "/"));
        if (hostPorts.isEmpty()) {
            for (int port = inside.first; port <= inside.last; port++) {
                put(bindings, port + "/" + protocol, new PortBinding(ip, ""));
            }
            return;
        }
        Range outside = range(RunFlag.PUBLISH, value, hostPorts);
        if (inside.count() == 1 && outside.count() > 1) {
            put(bindings, inside.first + "/" + protocol, new PortBinding(ip, outside.first + "-" + outside.last));
        } else if (inside.count() == outside.count()) {
            for (int i = 0; i < inside.count(); i++) {
                put(
                        bindings,
                        inside.first + i + "/" + protocol,
                        new PortBinding(ip, String.valueOf(outside.first + i)));
            }
        } else {
            throw new RunValueException(
                    RunFlag.PUBLISH, value, "Both ranges of “" + value + "” have to be equally long.");
        }
    }

    private static void put(Map<String, List<PortBinding>> bindings, String port, PortBinding binding) {
        bindings.computeIfAbsent(port, key -> new ArrayList<>()).add(binding);
    }

    /// `published=8080,target=80,protocol=udp`.
    private static String fromFields(String value) throws RunValueException {
        String published = "";
        String target = "";
        String protocol = "tcp";
        for (String field : value.split(",", -1)) {
            switch (Values.before(field, "=")) {
                case "published" -> published = Values.after(field, "=");
                case "target" -> target = Values.after(field, "=");
                case "protocol" -> protocol = Values.after(field, "=");
                default ->
                    throw new RunValueException(
                            RunFlag.PUBLISH, value, "“" + field + "” is not published=, target= or protocol=.");
            }
        }
        return published + ":" + target + "/" + protocol;
    }

    private static String address(String value, String text) throws RunValueException {
        String ip = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if ((!ip.isEmpty() && !Addresses.isIp(ip)) || (ip.isEmpty() && !text.isEmpty())) {
            throw new RunValueException(RunFlag.PUBLISH, value, "“" + text + "” is not an address.");
        }
        return ip;
    }

    private static Range range(RunFlag flag, String value, String text) throws RunValueException {
        Matcher matcher = RANGE.matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first <= last && last <= LAST_PORT) {
                return new Range(first, last);
            }
        }
        throw new RunValueException(
                flag,
                value,
                text.isEmpty()
                        ? "“" + value + "” names no port of the container."
                        : "“" + text + "” is not a port or a range of ports.");
    }

    private static String protocol(RunFlag flag, String value, String text) throws RunValueException {
        String protocol = text.isEmpty() ? "tcp" : text.toLowerCase(Locale.ROOT);
        if (!PROTOCOLS.contains(protocol)) {
            throw new RunValueException(flag, value, "“" + text + "” is not tcp, udp or sctp.");
        }
        return protocol;
    }

    /// As `--publish` takes it.
    ///
    /// @param port such as `80/tcp`
    static String written(String port, PortBinding binding) {
        String inside = port.endsWith("/tcp") ? port.substring(0, port.length() - "/tcp".length()) : port;
        String ip = binding.hostIp().contains(":") ? "[" + binding.hostIp() + "]" : binding.hostIp();
        if (ip.isEmpty()) {
            return binding.hostPort().isEmpty() ? inside : binding.hostPort() + ":" + inside;
        }
        return ip + ":" + binding.hostPort() + ":" + inside;
    }
}
