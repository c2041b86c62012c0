package io.quayside.desktop.engines;

import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.session.EngineSource;
import io.quayside.desktop.state.session.EngineTarget;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The engines of this computer and those that `docker` knows.
public final class FoundEngines implements EngineSource {
    private static final Path SYSTEM_SOCKET = Path.of("/var/run/docker.sock");

    private final Optional<String> explicit;
    private final Supplier<Optional<String>> remembered;
    private final Map<String, String> environment;

    /// @param explicit an address or a name given for this start, which comes first
    /// @param remembered the key of what was chosen last
    public FoundEngines(
            Optional<String> explicit, Supplier<Optional<String>> remembered, Map<String, String> environment) {
        this.explicit = explicit;
        this.remembered = remembered;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<EngineChoice> choices() {
        Map<String, EngineChoice> byKey = new LinkedHashMap<>();
        for (EngineChoice choice : all()) {
            byKey.putIfAbsent(choice.key(), choice);
        }
        return List.copyOf(byKey.values());
    }

    @Override
    public Optional<EngineChoice> preferred() {
        if (explicit.isPresent()) {
            return Optional.of(named(explicit.get()));
        }
        Optional<EngineChoice> last = remembered.get().map(this::named);
        return last.or(() -> choices().stream().findFirst());
    }

    @Override
    public EngineTarget target(EngineChoice choice) {
        try {
            return new ReachedEngine(EngineEndpoint.parse(choice.address()));
        } catch (EndpointSyntaxException e) {
            throw new IllegalArgumentException(choice.address(), e);
        }
    }

    private EngineChoice named(String text) {
        return choices().stream()
                .filter(choice -> choice.key().equals(text) || choice.title().equals(text))
                .findFirst()
                .orElseGet(() -> address(text, text));
    }

    private List<EngineChoice> all() {
        List<EngineChoice> found = new ArrayList<>();
        explicit.filter(text -> text.contains("://")).ifPresent(text -> found.add(address(text, text)));
        Optional.ofNullable(environment.get("DOCKER_HOST"))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> found.add(address("DOCKER_HOST", text)));
        socket("default", SYSTEM_SOCKET).ifPresent(found::add);
        Optional.ofNullable(environment.get("XDG_RUNTIME_DIR")).map(Path::of).ifPresent(runtime -> {
            socket("rootless", runtime.resolve("docker.sock")).ifPresent(found::add);
            socket("podman", runtime.resolve("podman/podman.sock")).ifPresent(found::add);
        });
        return found;
    }

    private static Optional<EngineChoice> socket(String title, Path path) {
        return Files.exists(path) ? Optional.of(address(title, "unix://" + path)) : Optional.empty();
    }

    private static EngineChoice address(String title, String address) {
        Optional<String> problem = Optional.empty();
        try {
            EngineEndpoint.parse(address);
        } catch (EndpointSyntaxException e) {
            problem = Optional.ofNullable(e.getMessage());
        }
        return new EngineChoice(address, title, address, problem);
    }
}
