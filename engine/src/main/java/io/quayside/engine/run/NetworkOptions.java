package io.quayside.engine.run;

import io.quayside.engine.model.EndpointSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// `--network` and the options that belong to the first network.
final class NetworkOptions {
    /// Whether a value is a list of fields or a network's name, as the `docker` command line tells them apart.
    private static final Pattern FIELDS = Pattern.compile("\\w+=\\w+(,\\w+=\\w+)*");

    private static final Set<String> USUAL = Set.of("", "default", "bridge");
    private static final Set<String> BUILT_IN = Set.of("", "default", "bridge", "host", "none");

    /// What is said about networks.
    ///
    /// @param mode the first network, or what is in its place
    /// @param endpoints the place in each network
    record Wanted(String mode, Map<String, EndpointSettings> endpoints) {}

    private final RunSpec run;
    private final Map<String, EndpointSettings> endpoints = new LinkedHashMap<>();

    private NetworkOptions(RunSpec run) {
        this.run = run;
    }

    static Wanted read(RunSpec run) throws RunValueException {
        return new NetworkOptions(run).read();
    }

    /// Not one of the engine's own and not another container's.
    static boolean isUserDefined(String mode) {
        return !BUILT_IN.contains(mode) && !mode.startsWith("container:");
    }

    /// The network that containers get without asking.
    static boolean isUsual(String mode) {
        return USUAL.contains(mode);
    }

    static boolean hasFields(String value) {
        return FIELDS.matcher(value).find();
    }

    /// The name of such a network, without fields.
    static boolean isPlainUserDefined(String value) {
        return isUserDefined(value) && !hasFields(value);
    }

    private Wanted read() throws RunValueException {
        List<String> values = run.values(RunFlag.NETWORK);
        String mode = "default";
        for (int i = 0; i < Math.max(1, values.size()); i++) {
            String value = i < values.size() ? values.get(i) : "default";
            EndpointSettings.Builder to = EndpointSettings.builder();
            String name = hasFields(value) ? readFields(value, to) : value;
            if (name.isBlank()) {
                throw new RunValueException(RunFlag.NETWORK, value, "“--network” names no network.");
            }
            if (i == 0) {
                mode = name;
                addFlat(name, to);
            }
            EndpointSettings endpoint = to.build();
            boolean said = !endpoint.equals(EndpointSettings.builder().build());
            if (endpoints.containsKey(name)) {
                throw new RunValueException(RunFlag.NETWORK, value, "The network “" + name + "” is given twice.");
            }
            if (said || values.size() > 1 || isUserDefined(name)) {
                endpoints.put(name, endpoint);
            }
        }
        checkTogether(values);
        return new Wanted(mode, endpoints);
    }

    /// `docker run` refuses the usual network beside others, engines don't: containers get there by
    /// `docker network connect`.
    private void checkTogether(List<String> values) throws RunValueException {
        if (endpoints.size() < 2) {
            return;
        }
        for (String name : endpoints.keySet()) {
            boolean stands = isUserDefined(name) || isUsual(name);
            if (!stands && endpoints.keySet().stream().anyMatch(NetworkOptions::isUserDefined)) {
                throw new RunValueException(
                        RunFlag.NETWORK, values.getFirst(), "“" + name + "” can't be used beside another network.");
            }
        }
    }

    /// The options from the time when there was one network.
    private void addFlat(String name, EndpointSettings.Builder to) throws RunValueException {
        EndpointSettings own = to.build();
        List<String> aliases = run.values(RunFlag.NETWORK_ALIAS);
        if (!aliases.isEmpty()) {
            if (!isUserDefined(name)) {
                throw new RunValueException(
                        RunFlag.NETWORK_ALIAS,
                        aliases.getFirst(),
                        "Aliases need a network of one's own, not “" + name + "”.");
            }
            if (!own.aliases().isEmpty()) {
                throw new RunValueException(
                        RunFlag.NETWORK_ALIAS, aliases.getFirst(), "The network has aliases in its own fields.");
            }
            to.aliases(aliases);
        }
        if (isUserDefined(name)) {
            to.links(run.values(RunFlag.LINK));
        }
        run.value(RunFlag.IP).ifPresent(to::ipv4Address);
        run.value(RunFlag.IP6).ifPresent(to::ipv6Address);
        run.value(RunFlag.MAC_ADDRESS).ifPresent(to::macAddress);
        if (!run.values(RunFlag.LINK_LOCAL_IP).isEmpty()) {
            to.linkLocalIps(run.values(RunFlag.LINK_LOCAL_IP));
        }
        check(RunFlag.IP);
        check(RunFlag.IP6);
        check(RunFlag.LINK_LOCAL_IP);
        String mac = run.value(RunFlag.MAC_ADDRESS).orElse("");
        if (!mac.isEmpty() && !Addresses.isMac(mac)) {
            throw new RunValueException(RunFlag.MAC_ADDRESS, mac, "“" + mac + "” is not a MAC address.");
        }
    }

    private void check(RunFlag flag) throws RunValueException {
        for (String value : run.values(flag)) {
            if (!Addresses.isIp(value)) {
                throw new RunValueException(flag, value, "“" + value + "” is not an address.");
            }
        }
    }

    /// `name=shop,alias=web,ip=10.0.0.5`.
    static String readFields(String value, EndpointSettings.Builder to) throws RunValueException {
        String name = "";
        List<String> aliases = new ArrayList<>();
        List<String> linkLocal = new ArrayList<>();
        Map<String, String> driver = new LinkedHashMap<>();
        for (String field : Csv.read(RunFlag.NETWORK, value)) {
            String text = Values.after(field, "=").strip();
            switch (Values.before(field, "=").strip().toLowerCase(Locale.ROOT)) {
                case "name" -> name = text;
                case "alias" -> aliases.add(text);
                case "ip" -> to.ipv4Address(text);
                case "ip6" -> to.ipv6Address(text);
                case "mac-address" -> to.macAddress(text);
                case "link-local-ip" -> linkLocal.add(text);
                case "driver-opt" -> driver.put(Values.before(text, "="), Values.after(text, "="));
                case "gw-priority" -> to.gatewayPriority(Values.number(RunFlag.NETWORK, text));
                default ->
                    throw new RunValueException(RunFlag.NETWORK, value, "“" + field + "” is no option of a network.");
            }
        }
        to.aliases(aliases).linkLocalIps(linkLocal).driverOpts(driver);
        return name;
    }

    /// As `--network` takes it, with everything about the container's place in it.
    static String written(String name, EndpointSettings endpoint) {
        List<String> fields = new ArrayList<>();
        fields.add("name=" + name);
        endpoint.aliases().forEach(alias -> fields.add("alias=" + alias));
        add(fields, "ip", endpoint.ipv4Address());
        add(fields, "ip6", endpoint.ipv6Address());
        add(fields, "mac-address", endpoint.macAddress());
        endpoint.linkLocalIps().forEach(ip -> fields.add("link-local-ip=" + ip));
        endpoint.driverOpts().forEach((key, value) -> fields.add("driver-opt=" + key + "=" + value));
        add(fields, "gw-priority", endpoint.gatewayPriority() == 0 ? "" : endpoint.gatewayPriority() + "");
        return fields.size() == 1 && !hasFields(name) ? name : Csv.write(fields);
    }

    private static void add(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(name + "=" + value);
        }
    }
}
