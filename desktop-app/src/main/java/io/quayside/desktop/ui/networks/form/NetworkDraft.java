package io.quayside.desktop.ui.networks.form;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was typed for a new network.
///
/// @param options `key=value`, one a line
/// @param labels `key=value`, one a line
record NetworkDraft(
        String name,
        String driver,
        List<Network.Subnet> subnets,
        boolean ipv6,
        boolean internal,
        boolean attachable,
        String options,
        String labels) {
    NetworkSpec spec() {
        return new NetworkSpec(name, driver, subnets, ipv6, internal, attachable, pairs(options), pairs(labels));
    }

    Optional<String> nameFault(RangeChecks checks) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]*")) {
            return Optional.of("Use letters, digits, dots, dashes and underscores.");
        }
        return checks.networks().stream().anyMatch(network -> network.name().equals(name))
                ? Optional.of("There is a network " + SafeText.line(name) + " already.")
                : Optional.empty();
    }

    /// What is wrong with a text of pairs.
    static Optional<String> pairsFault(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && line.strip().indexOf('=') <= 0)
                .findFirst()
                .map(line -> "“" + SafeText.line(line.strip()) + "” is no key=value.");
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int at = line.indexOf('=');
            all.put(line.substring(0, at), line.substring(at + 1));
        });
        return all;
    }
}
