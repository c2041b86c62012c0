package io.quayside.engine.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A program to run. Immutable: each `with` returns a changed copy.
///
/// @param arguments the program and its arguments; never read by a shell
/// @param environment added to that of this process
/// @param hidden variables of this process that it doesn't get, unless they are added
/// @param deadline when it is killed if it still runs
/// @param secrets texts that are replaced by stars in everything that is kept or logged of the run
/// @param outputLimit how many bytes of its output are kept; the rest is read and dropped
/// @param input what it reads from its standard input; it may be a secret and is never kept or logged
public record ProcessRequest(
        List<String> arguments,
        Map<String, String> environment,
        Set<String> hidden,
        Optional<Path> directory,
        Duration deadline,
        Set<String> secrets,
        int outputLimit,
        String input) {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int OUTPUT_LIMIT = 1 << 20;
    private static final String STARS = "*****";

    public ProcessRequest {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("no program given");
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        hidden = Set.copyOf(hidden);
        secrets = Set.copyOf(secrets);
    }

    public static ProcessRequest of(String... arguments) {
        return of(List.of(arguments));
    }

    public static ProcessRequest of(List<String> arguments) {
        return new ProcessRequest(
                arguments, Map.of(), Set.of(), Optional.empty(), DEADLINE, Set.of(), OUTPUT_LIMIT, "");
    }

    public ProcessRequest withEnvironment(Map<String, String> added) {
        Map<String, String> more = new TreeMap<>(environment);
        more.putAll(added);
        return new ProcessRequest(arguments, more, hidden, directory, deadline, secrets, outputLimit, input);
    }

    public ProcessRequest without(Set<String> variables) {
        return new ProcessRequest(arguments, environment, variables, directory, deadline, secrets, outputLimit, input);
    }

    public ProcessRequest withDirectory(Path folder) {
        return new ProcessRequest(
                arguments, environment, hidden, Optional.of(folder), deadline, secrets, outputLimit, input);
    }

    public ProcessRequest withDeadline(Duration limit) {
        return new ProcessRequest(arguments, environment, hidden, directory, limit, secrets, outputLimit, input);
    }

    public ProcessRequest withSecrets(Set<String> texts) {
        return new ProcessRequest(arguments, environment, hidden, directory, deadline, texts, outputLimit, input);
    }

    public ProcessRequest withOutputLimit(int bytes) {
        return new ProcessRequest(arguments, environment, hidden, directory, deadline, secrets, bytes, input);
    }

    public ProcessRequest withInput(String text) {
        return new ProcessRequest(arguments, environment, hidden, directory, deadline, secrets, outputLimit, text);
    }

    public String program() {
        return arguments.getFirst();
    }

    /// A text of the run without the secrets.
    String masked(String text) {
        String result = text;
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                result = result.replace(secret, STARS);
            }
        }
        return result;
    }

    /// The command line for people, without the secrets.
    @Override
    public String toString() {
        return masked(String.join(" ", arguments));
    }
}
