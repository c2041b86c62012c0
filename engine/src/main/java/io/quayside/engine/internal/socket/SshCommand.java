package io.quayside.engine.internal.socket;

import io.quayside.engine.endpoint.EngineEndpoint.Ssh;
import java.util.ArrayList;
import java.util.List;

/// The command line that connects to an engine through `ssh`. It never asks anything: keys come from an agent
/// or from files without a passphrase, and an unknown host is refused as ssh's own configuration says.
final class SshCommand {

    private SshCommand() {}

    static List<String> of(String program, Ssh endpoint) {
        if (endpoint.host().startsWith("-")
                || (endpoint.user() != null && endpoint.user().startsWith("-"))) {
            throw new IllegalArgumentException("ssh would take this for an option: " + endpoint.display());
        }
        List<String> command = new ArrayList<>();
        command.add(program);
        for (String option :
                List.of("BatchMode=yes", "ConnectTimeout=15", "ServerAliveInterval=15", "ServerAliveCountMax=3")) {
            command.add("-o");
            command.add(option);
        }
        command.add("-T");
        if (endpoint.user() != null) {
            command.add("-l");
            command.add(endpoint.user());
        }
        if (endpoint.port() != 0) {
            command.add("-p");
            command.add(Integer.toString(endpoint.port()));
        }
        command.add("--");
        command.add(endpoint.host());
        command.add("docker");
        if (endpoint.socket() != null) {
            command.add("--host");
            command.add(quotedForShell("unix://" + endpoint.socket()));
        }
        command.addAll(List.of("system", "dial-stdio"));
        return List.copyOf(command);
    }

    /// What follows the host is read by a shell over there.
    private static String quotedForShell(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
