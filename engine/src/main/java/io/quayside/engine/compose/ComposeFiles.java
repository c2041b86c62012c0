package io.quayside.engine.compose;

import io.quayside.engine.endpoint.EngineEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks Compose what a container was made from. Nothing is loaded from the network, and nothing is started.
///
/// @param environment where programs are looked up
public record ComposeFiles(Map<String, String> environment) {
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}");

    /// Files can include others of the network.
    private static final Map<String, String> OFFLINE =
            Map.of("COMPOSE_EXPERIMENTAL_GIT_REMOTE", "false", "COMPOSE_EXPERIMENTAL_OCI_REMOTE", "false");

    public ComposeFiles {
        environment = Map.copyOf(environment);
    }

    /// Reads it. Runs programs.
    public ComposeReading read(ComposeOrigin origin, EngineEndpoint endpoint) throws InterruptedException {
        List<Path> files = new ArrayList<>();
        for (String file : origin.files()) {
            Optional<Path> path = ComposeOrigin.path(file);
            if (path.isEmpty() || !Files.isRegularFile(path.get())) {
                return new ComposeReading.Unread(file + " isn't on this computer");
            }
            files.add(path.get());
        }
        if (files.isEmpty() || origin.service().isEmpty()) {
            return new ComposeReading.Unread("its labels don't say which file it is");
        }
        try {
            return read(origin, source(origin, files), new Compose(program(), endpoint, List.of()));
        } catch (ComposeException.Missing e) {
            return new ComposeReading.Unread("docker compose isn't installed here");
        } catch (ComposeException e) {
            return new ComposeReading.Unread("docker compose can't read it");
        }
    }

    private ComposeProgram program() throws ComposeException.Missing, InterruptedException {
        ComposeProgram found = ComposeProgram.find(environment);
        Map<String, String> offline = new HashMap<>(found.environment());
        offline.putAll(OFFLINE);
        return new ComposeProgram(found.path(), found.version(), found.json(), offline);
    }

    private static ComposeSource source(ComposeOrigin origin, List<Path> files) {
        Optional<Path> folder = ComposeOrigin.path(origin.folder()).filter(Files::isDirectory);
        List<Path> variables = origin.environment().stream()
                .flatMap(file -> ComposeOrigin.path(file).stream())
                .filter(Files::isRegularFile)
                .toList();
        return new ComposeSource(
                folder.orElseGet(() -> ComposeSource.of(files.getFirst()).folder()),
                files,
                Optional.of(origin.project()),
                variables,
                Set.of());
    }

    private static ComposeReading read(ComposeOrigin origin, ComposeSource source, Compose compose)
            throws ComposeException, InterruptedException {
        ComposeModel model = compose.read(source);
        Optional<ComposeService> service = model.service(origin.service());
        return service.isPresent()
                ? ServiceReader.of(model, service.get(), origin).read(moved(origin, source, compose))
                : new ComposeReading.Unread("it has no service " + origin.service() + " any more");
    }

    /// Each version counts its hash in its own way, so only the one that made the container can say that the file is
    /// another now.
    private static boolean moved(ComposeOrigin origin, ComposeSource source, Compose compose)
            throws ComposeException, InterruptedException {
        return !origin.hash().isEmpty()
                && plain(compose.program().version()).equals(plain(origin.version()))
                && compose.hash(source, origin.service())
                        .filter(now -> !now.equals(origin.hash()))
                        .isPresent();
    }

    /// Packages add to the version of the program that the labels have.
    private static String plain(String version) {
        Matcher number = VERSION.matcher(version);
        return number.find() ? number.group() : version.strip();
    }
}
