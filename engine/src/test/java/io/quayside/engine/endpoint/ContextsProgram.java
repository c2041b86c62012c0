package io.quayside.engine.endpoint;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.testing.user.UserProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// What a user sees of docker's configuration in the folder of its argument, asked line by line: `list`, `current`, or
/// the path of a socket to connect to.
public final class ContextsProgram {
    private ContextsProgram() {}

    public static void main(String[] args) throws IOException {
        DockerContexts contexts = new DockerContexts(Path.of(args[0]));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            String answer = switch (line) {
                case "list" -> list(contexts);
                case "current" -> current(contexts);
                default -> connect(line);
            };
            System.out.println(UserProgram.ANSWER + answer);
        }
    }

    private static String list(DockerContexts contexts) {
        return contexts.list().stream()
                .map(context -> switch (context) {
                    case DockerContext.Usable c ->
                        c.name() + " = " + c.endpoint().display();
                    case DockerContext.Broken c -> c.name() + " : " + c.problem();
                })
                .collect(Collectors.joining("; "));
    }

    private static String current(DockerContexts contexts) {
        try {
            return contexts.current();
        } catch (DockerConfigException e) {
            return e.file().getFileName() + " : " + e.getMessage();
        }
    }

    private static String connect(String socket) {
        try (Engine engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(Path.of(socket)))) {
            return "connected by " + engine.apiVersion();
        } catch (UnreachableException e) {
            return e.reason() + " : " + e.getMessage();
        } catch (EngineException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
