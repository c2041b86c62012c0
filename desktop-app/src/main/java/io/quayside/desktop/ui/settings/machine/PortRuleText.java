package io.quayside.desktop.ui.settings.machine;

import io.quayside.vm.ports.Forward;
import io.quayside.vm.ports.PortRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// A rule as it stands in the fields of its form.
///
/// @param address a literal, or one of [#ADDRESSES]
/// @param container empty for the machine itself
record PortRuleText(String address, String port, String container, String targetPort, Forward.Protocol protocol) {
    static final String THIS_COMPUTER = "127.0.0.1";
    static final String EVERYBODY = "0.0.0.0";
    static final List<String> ADDRESSES = List.of(THIS_COMPUTER, EVERYBODY);

    /// The fields of the form, in order.
    enum Field {
        ADDRESS,
        PORT,
        CONTAINER,
        TARGET_PORT
    }

    /// What is wrong.
    record Wrong(Field field, String words) {}

    static PortRuleText empty() {
        return new PortRuleText(THIS_COMPUTER, "", "", "", Forward.Protocol.TCP);
    }

    static PortRuleText of(PortRule rule) {
        return new PortRuleText(
                rule.address(),
                Integer.toString(rule.port()),
                rule.container(),
                Integer.toString(rule.targetPort()),
                rule.protocol());
    }

    /// @param others the rules beside this one
    Optional<Wrong> wrong(List<PortRule> others) {
        OptionalInt from = number(port);
        if (from.isEmpty()) {
            return Optional.of(new Wrong(Field.PORT, "A number from 1 to 65535."));
        }
        if (number(targetPort).isEmpty()) {
            return Optional.of(new Wrong(Field.TARGET_PORT, "A number from 1 to 65535."));
        }
        Optional<PortRule> rule = rule();
        if (rule.isEmpty()) {
            return Optional.of(new Wrong(Field.ADDRESS, "An address of this computer, such as 127.0.0.1."));
        }
        boolean taken = others.stream()
                .anyMatch(other -> other.port() == from.getAsInt()
                        && other.protocol() == protocol
                        && other.address().equals(rule.get().address()));
        return taken ? Optional.of(new Wrong(Field.PORT, "Another rule has this port already.")) : Optional.empty();
    }

    /// Empty while something is wrong.
    Optional<PortRule> rule() {
        OptionalInt from = number(port);
        OptionalInt to = number(targetPort);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PortRule(
                    protocol,
                    address.strip().toLowerCase(Locale.ROOT),
                    from.getAsInt(),
                    container.strip(),
                    to.getAsInt()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the address is none
        }
    }

    private static OptionalInt number(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= 65_535 ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
