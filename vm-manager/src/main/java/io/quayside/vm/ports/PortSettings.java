package io.quayside.vm.ports;

import java.util.List;
import java.util.Objects;

/// What the user says about the ports of a machine.
///
/// @param publishedTo who reaches a port that a container publishes without naming an address
/// @param rules ports of the user's own, in the order in which they are shown
public record PortSettings(Reach publishedTo, List<PortRule> rules) {
    /// Ports are for this computer until somebody asks for more.
    public static final PortSettings USUAL = new PortSettings(Reach.THIS_COMPUTER, List.of());

    public PortSettings {
        Objects.requireNonNull(publishedTo);
        rules = List.copyOf(rules);
    }

    /// Who reaches a port.
    public enum Reach {
        /// Programs on this computer.
        THIS_COMPUTER,
        /// Everybody who reaches this computer over a network, too.
        EVERYBODY;

        String address() {
            return this == THIS_COMPUTER ? Addresses.LOOPBACK : Addresses.EVERYWHERE;
        }
    }

    public PortSettings withRules(List<PortRule> changed) {
        return new PortSettings(publishedTo, changed);
    }

    public PortSettings withPublishedTo(Reach changed) {
        return new PortSettings(changed, rules);
    }
}
