package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A network bridge of one test engine, with an address range of its own. The kernel refuses a second bridge of the
/// same
/// name, so that making it also reserves the number among all test runs on the machine.
record TestBridge(int number) {
    private static final int FIRST_RANGE = 130;
    private static final int COUNT = 60;
    private static final Pattern ADDRESS = Pattern.compile("^\\d+: +(\\S+) +inet 10\\.(\\d+)\\.");

    static TestBridge create() {
        String taken = Command.of("ip", "-4", "route", "show").run().orFail().output();
        for (int number = 0; number < COUNT; number++) {
            TestBridge bridge = new TestBridge(number);
            if (!taken.contains("10." + bridge.range() + ".")
                    && ip("link", "add", bridge.name(), "type", "bridge").succeeded()) {
                ip("addr", "add", bridge.gateway() + "/24", "dev", bridge.name())
                        .orFail();
                ip("link", "set", bridge.name(), "up").orFail();
                return bridge;
            }
        }
        throw new AssertionError("no free address range for a test engine among 10." + FIRST_RANGE
                + ".0.0 and the next " + COUNT + ", or no right to make a bridge");
    }

    String name() {
        return "qst" + number;
    }

    /// Of the bridge that an engine makes for its default network itself.
    String nameForDefault() {
        return name() + "-own";
    }

    String gateway() {
        return "10." + range() + ".0.1";
    }

    /// Where the networks that tests create get their addresses.
    String poolForNetworks() {
        return "10." + range() + ".128.0/17";
    }

    /// Addresses of [#nameForDefault()].
    String otherSubnet() {
        return "10." + range() + ".1.0/24";
    }

    /// Removes this bridge and those that the engine made for its networks.
    void remove() {
        for (String line : ip("-o", "-4", "addr", "show").output().lines().toList()) {
            var match = ADDRESS.matcher(line);
            if (match.find() && Integer.parseInt(match.group(2)) == range()) {
                ip("link", "del", match.group(1));
            }
        }
        ip("link", "del", name());
    }

    private int range() {
        return FIRST_RANGE + number;
    }

    private static CommandResult ip(String... arguments) {
        return Command.of(Stream.concat(Stream.of("ip"), Stream.of(arguments)).toList())
                .run();
    }
}
