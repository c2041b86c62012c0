package io.quayside.vm.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// What a machine was made as; kept in its folder.
///
/// @param enginePort the port on the host's loopback at which its engine answers, chosen when it was made
/// @param daemon settings for dockerd, as `daemon.json` has them
/// @param shares the folders of this computer that it sees
public record MachineConfig(
        String name,
        Architecture architecture,
        Resources resources,
        int enginePort,
        Map<String, Object> daemon,
        List<Share> shares,
        MachineOptions options) {
    /// The format on disk. Raise it, and read the older one, when a field changes its meaning.
    public static final int FORMAT = 1;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,23}");

    public MachineConfig {
        Objects.requireNonNull(architecture);
        Objects.requireNonNull(resources);
        Objects.requireNonNull(options);
        daemon = Map.copyOf(daemon);
        shares = List.copyOf(shares);
        if (!isName(name)) {
            throw new IllegalArgumentException("name: " + name);
        }
        if (enginePort < 1 || enginePort > 65_535) {
            throw new IllegalArgumentException("port: " + enginePort);
        }
    }

    /// A machine without shared folders that behaves as usual.
    public MachineConfig(
            String name, Architecture architecture, Resources resources, int enginePort, Map<String, Object> daemon) {
        this(name, architecture, resources, enginePort, daemon, List.of());
    }

    /// A machine that behaves as usual.
    public MachineConfig(
            String name,
            Architecture architecture,
            Resources resources,
            int enginePort,
            Map<String, Object> daemon,
            List<Share> shares) {
        this(name, architecture, resources, enginePort, daemon, shares, MachineOptions.USUAL);
    }

    /// Names are parts of paths and host names, so they are short and plain.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public MachineConfig withResources(Resources changed) {
        return new MachineConfig(name, architecture, changed, enginePort, daemon, shares, options);
    }

    public MachineConfig withEnginePort(int changed) {
        return new MachineConfig(name, architecture, resources, changed, daemon, shares, options);
    }

    public MachineConfig withShares(List<Share> changed) {
        return new MachineConfig(name, architecture, resources, enginePort, daemon, changed, options);
    }

    public MachineConfig withOptions(MachineOptions changed) {
        return new MachineConfig(name, architecture, resources, enginePort, daemon, shares, changed);
    }
}
