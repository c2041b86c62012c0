package io.quayside.desktop.ui.run;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A published port in the parts that the form has fields for.
///
/// @param address of this computer, empty for all of them
/// @param outside the port on this computer, or a range; empty for any that is free
/// @param inside the port in the container, or a range
/// @param protocol `tcp`, `udp` or `sctp`
record PortValue(String address, String outside, String inside, String protocol) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?:(\\[[^]]*]|[^:=]*):)?([^:=]*):)?([^:=/]+)(?:/(tcp|udp|sctp))?");

    /// Empty for a value that these parts can't say.
    static Optional<PortValue> of(String value) {
        Matcher found = WRITTEN.matcher(value);
        return found.matches()
                ? Optional.of(new PortValue(
                        text(found, 1),
                        text(found, 2),
                        text(found, 3),
                        found.group(4) == null ? "tcp" : found.group(4)))
                : Optional.empty();
    }

    private static String text(Matcher found, int group) {
        String text = found.group(group);
        return text == null ? "" : text;
    }

    /// The same at another port of this computer.
    PortValue at(String port) {
        return new PortValue(address, port, inside, protocol);
    }

    /// As `--publish` takes it; empty for nothing at all.
    String written() {
        if (inside.isEmpty() && outside.isEmpty()) {
            return "";
        }
        String host = address.isEmpty() ? (outside.isEmpty() ? "" : outside + ":") : address + ":" + outside + ":";
        return host + inside + (protocol.equals("tcp") ? "" : "/" + protocol.toLowerCase(Locale.ROOT));
    }
}
