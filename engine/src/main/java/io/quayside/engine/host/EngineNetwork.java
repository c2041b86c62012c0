package io.quayside.engine.host;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bridge of root's own engine. Its name comes from the engine's folder, so two engines never share one.
///
/// @param bridge at most 15 bytes, as the kernel allows
record EngineNetwork(String bridge, ProcessRunner runner) {
    private static final Logger LOG = LoggerFactory.getLogger(EngineNetwork.class);
    private static final Path ROUTES = Path.of("/proc/net/route");
    private static final Pattern ADDRESS = Pattern.compile("^\\d+:\\s+(\\S+)\\s+inet\\s+([\\d.]+)/");
    private static final String MARK = "quayside";

    static EngineNetwork of(Path dataRoot, ProcessRunner runner) {
        String hash =
                HexFormat.of().toHexDigits(dataRoot.toAbsolutePath().toString().hashCode());
        return new EngineNetwork("qs-" + hash, runner);
    }

    /// Makes the bridge with addresses that nothing else on this computer uses.
    AddressBlock create(Optional<AddressBlock> before) throws HostException, IOException, InterruptedException {
        attempt("ip", "link", "del", bridge);
        AddressBlock block = AddressBlock.choose(AddressBlock.routes(Files.readAllLines(ROUTES)), before)
                .orElseThrow(() -> new HostException(new HostProblem.NoFreeNetwork(
                        "Every private address range that Quayside knows is in use on this computer.")));
        require("ip", "link", "add", bridge, "type", "bridge");
        require("ip", "addr", "add", block.gateway() + "/24", "dev", bridge);
        require("ip", "link", "set", bridge, "up");
        return block;
    }

    /// Removes the bridge, and those that the engine made for its networks; it makes them again at its next start.
    void remove(AddressBlock block) throws InterruptedException {
        Optional<ProcessOutcome> addresses = attempt("ip", "-o", "-4", "addr", "show");
        for (String line :
                addresses.map(ProcessOutcome::output).orElse("").lines().toList()) {
            Matcher match = ADDRESS.matcher(line);
            if (match.find() && block.contains(match.group(2))) {
                attempt("ip", "link", "del", match.group(1));
            }
        }
        attempt("ip", "link", "del", bridge);
    }

    /// Lets containers reach the network where the daemon itself mustn't touch the firewall.
    void addRules(AddressBlock block) throws HostException, InterruptedException {
        removeRules(block);
        for (List<String> rule : rules(block)) {
            require(iptables(rule, "-I"));
        }
    }

    void removeRules(AddressBlock block) throws InterruptedException {
        for (List<String> rule : rules(block)) {
            attempt(iptables(rule, "-D"));
        }
    }

    private static List<List<String>> rules(AddressBlock block) {
        String range = block.toString();
        return List.of(
                List.of("nat", "POSTROUTING", "-s", range, "!", "-d", range, "-j", "MASQUERADE"),
                List.of("filter", "FORWARD", "-s", range, "-j", "ACCEPT"),
                List.of(
                        "filter",
                        "FORWARD",
                        "-d",
                        range,
                        "-m",
                        "conntrack",
                        "--ctstate",
                        "RELATED,ESTABLISHED",
                        "-j",
                        "ACCEPT"));
    }

    private static String[] iptables(List<String> rule, String action) {
        return Stream.of(
                        Stream.of("iptables", "--wait", "-t", rule.getFirst(), action, rule.get(1)),
                        rule.stream().skip(2),
                        Stream.of("-m", "comment", "--comment", MARK))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private void require(String... command) throws HostException, InterruptedException {
        try {
            ProcessOutcome outcome = runner.run(request(command));
            if (!outcome.succeeded()) {
                throw new HostException(new HostProblem.NoFreeNetwork("“" + String.join(" ", command) + "” failed: "
                        + outcome.errors().strip()));
            }
        } catch (ProcessFailure e) {
            throw new HostException(new HostProblem.NoFreeNetwork(e.toString()), e);
        }
    }

    /// These programs often aren't on the path.
    private ProcessRequest request(String... command) {
        String program = runner.find(command[0]).map(Path::toString).orElse(command[0]);
        return ProcessRequest.of(
                Stream.concat(Stream.of(program), Stream.of(command).skip(1)).toList());
    }

    /// For clearing up, where the thing may be gone already.
    private Optional<ProcessOutcome> attempt(String... command) throws InterruptedException {
        try {
            return Optional.of(runner.run(request(command)));
        } catch (ProcessFailure e) {
            LOG.warn("Clearing up the engine's network failed: {}", e.toString());
            return Optional.empty();
        }
    }
}
