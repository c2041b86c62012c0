package io.quayside.desktop.engines;

import io.quayside.desktop.machine.HostMachines;
import io.quayside.desktop.settings.AddedEngine;
import io.quayside.desktop.settings.EngineSettings;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.session.EngineSource;
import io.quayside.desktop.state.session.EngineTarget;
import io.quayside.engine.endpoint.Candidate;
import io.quayside.engine.endpoint.EndpointResolver;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.engine.endpoint.Resolution;
import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostPhase;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The engines of this computer, those that `docker` knows, and Quayside's own.
public final class FoundEngines implements EngineSource {
    /// The key of Quayside's own engine.
    public static final String OWN = "native";

    /// Before the name of a machine.
    private static final String MACHINE = "vm:";

    /// Before the name of an engine that the user added.
    private static final String ADDED = "added:";

    private final Optional<String> explicit;
    private final Supplier<EngineSettings> settings;
    private final EndpointResolver resolver;
    private final EngineHost own;
    private final HostMachines machines;

    /// @param explicit an address or a context's name given for this start, which comes first
    /// @param settings what was chosen last and what the user added
    /// @param own the engine that Quayside starts itself, where it can run
    /// @param machines those with an engine each
    public FoundEngines(
            Optional<String> explicit,
            Supplier<EngineSettings> settings,
            EndpointResolver resolver,
            EngineHost own,
            HostMachines machines) {
        this.explicit = explicit;
        this.settings = settings;
        this.resolver = resolver;
        this.own = own;
        this.machines = machines;
    }

    /// Every place that is looked at, in order, and what was there.
    public List<Candidate> lookedAt() {
        return resolver.resolve(explicit.orElse(null)).lookedAt();
    }

    @Override
    public List<EngineChoice> choices() {
        Map<String, EngineChoice> byAddress = new LinkedHashMap<>();
        for (Candidate candidate : lookedAt()) {
            if (isOffered(candidate)) {
                EngineChoice choice = choice(candidate);
                byAddress.putIfAbsent(choice.address().isEmpty() ? choice.key() : choice.address(), choice);
            }
        }
        settings.get().added().forEach(engine -> byAddress.put(key(engine), choice(engine)));
        ownChoice().ifPresent(choice -> byAddress.put(choice.address(), choice));
        machines.names().forEach(name -> byAddress.put(machineKey(name), machine(name)));
        return List.copyOf(byAddress.values());
    }

    /// The explicit choice, else the last one, else what `docker` would use, else Quayside's own engine where it can
    /// run.
    @Override
    public Optional<EngineChoice> preferred() {
        Optional<String> wanted = explicit.or(() -> settings.get().choice());
        if (wanted.isPresent()) {
            return Optional.of(named(wanted.get()));
        }
        Optional<EngineChoice> found = resolver.resolve(null).chosen().map(FoundEngines::choice);
        return found.or(this::ownChoice);
    }

    @Override
    public EngineTarget target(EngineChoice choice) {
        if (choice.key().equals(OWN)) {
            return new OwnEngine(own);
        }
        Optional<String> machine = machineOf(choice.key());
        if (machine.isPresent()) {
            return machineTarget(machine.get());
        }
        Optional<AddedEngine> added = added(choice.key());
        if (added.isPresent()) {
            return target(added.get());
        }
        Resolution resolution = resolver.resolve(choice.key());
        return resolution
                .endpoint()
                .<EngineTarget>map(ReachedEngine::new)
                .orElseGet(() -> new BrokenEngine(choice.title(), resolution.problem()));
    }

    /// What a key, a context's name or an address stands for; with a problem if it stands for nothing.
    public EngineChoice named(String text) {
        if (text.equals(OWN)) {
            return own();
        }
        Optional<String> machine = machineOf(text).or(() -> Optional.of(text).filter(machines.names()::contains));
        if (machine.isPresent()) {
            return machine(machine.get());
        }
        if (text.startsWith(ADDED)) {
            return added(text)
                    .map(FoundEngines::choice)
                    .orElseGet(() -> new EngineChoice(
                            text,
                            text.substring(ADDED.length()),
                            "",
                            Optional.of("It was removed from the list of engines.")));
        }
        Resolution resolution = resolver.resolve(text);
        return resolution
                .chosen()
                .map(FoundEngines::choice)
                .orElseGet(() -> new EngineChoice(text, text, "", Optional.of(resolution.problem())));
    }

    /// The key of the engine in a machine.
    public static String machineKey(String name) {
        return MACHINE + name;
    }

    /// The name of the machine that a key stands for, if it stands for one.
    public static Optional<String> machineOf(String key) {
        return key.startsWith(MACHINE) ? Optional.of(key.substring(MACHINE.length())) : Optional.empty();
    }

    /// The engine in a machine, broken or gone ones with the reason.
    public EngineChoice machine(String name) {
        try {
            String address = machines.host(name).endpoint().display();
            return new EngineChoice(machineKey(name), name, address, Optional.empty());
        } catch (VmException e) {
            VmProblem.Words words = e.problem().words();
            return new EngineChoice(machineKey(name), name, "", Optional.of(words.what() + " " + words.why()));
        }
    }

    private EngineTarget machineTarget(String name) {
        try {
            return new MachineEngine(machines.machines(), name, machines.host(name));
        } catch (VmException e) {
            VmProblem.Words words = e.problem().words();
            return new BrokenEngine(name, words.what() + " " + words.why());
        }
    }

    private Optional<AddedEngine> added(String key) {
        return settings.get().added().stream()
                .filter(engine -> key(engine).equals(key))
                .findFirst();
    }

    /// The key of an engine that the user added.
    public static String key(AddedEngine engine) {
        return ADDED + engine.name();
    }

    private static EngineChoice choice(AddedEngine engine) {
        return new EngineChoice(key(engine), engine.name(), engine.address(), Optional.empty());
    }

    /// How an engine that the user added, or is about to, is reached.
    static EngineTarget target(AddedEngine engine) {
        try {
            return new ReachedEngine(endpoint(engine));
        } catch (EndpointSyntaxException e) {
            return new BrokenEngine(engine.name(), String.valueOf(e.getMessage()));
        }
    }

    private static EngineEndpoint endpoint(AddedEngine engine) throws EndpointSyntaxException {
        EngineEndpoint endpoint = EngineEndpoint.parse(engine.address());
        if (!engine.isTls()) {
            return endpoint;
        }
        TlsMaterial material = new TlsMaterial(
                engine.authority().map(Path::of).orElse(null),
                engine.certificate().map(Path::of).orElse(null),
                engine.key().map(Path::of).orElse(null));
        return switch (endpoint) {
            case EngineEndpoint.Tcp tcp -> new EngineEndpoint.TlsTcp(tcp.host(), tcp.port(), material);
            case EngineEndpoint.TlsTcp tls -> new EngineEndpoint.TlsTcp(tls.host(), tls.port(), material);
            case EngineEndpoint.UnixSocket _, EngineEndpoint.NamedPipe _, EngineEndpoint.Ssh _ -> endpoint;
        };
    }

    private static boolean isOffered(Candidate candidate) {
        return switch (candidate.state()) {
            case CHOSEN, AVAILABLE, NOT_TRIED -> true;
            case UNUSABLE -> candidate.endpoint().isPresent() || candidate.source() != Candidate.Source.EXPLICIT;
            case NOT_SET, MISSING -> false;
        };
    }

    private static EngineChoice choice(Candidate candidate) {
        String address = candidate.endpoint().map(EngineEndpoint::display).orElse("");
        boolean broken = candidate.state() == Candidate.State.UNUSABLE;
        return new EngineChoice(
                key(candidate, address),
                title(candidate, address),
                address,
                broken ? Optional.of(candidate.detail()) : Optional.empty());
    }

    private static String key(Candidate candidate, String address) {
        return isContext(candidate) || address.isEmpty() ? candidate.subject() : address;
    }

    private static String title(Candidate candidate, String address) {
        return switch (candidate.source()) {
            case DOCKER_HOST -> "DOCKER_HOST";
            case DEFAULT_SOCKET -> "default";
            case ROOTLESS_SOCKET -> "rootless";
            case PODMAN_SOCKET -> "podman";
            case DESKTOP_SOCKET -> "desktop";
            default -> candidate.subject().isEmpty() ? address : candidate.subject();
        };
    }

    private static boolean isContext(Candidate candidate) {
        return switch (candidate.source()) {
            case DOCKER_CONTEXT, CURRENT_CONTEXT, OTHER_CONTEXT -> true;
            default -> false;
        };
    }

    /// Quayside's own engine, whether or not it can run.
    public EngineChoice own() {
        return new EngineChoice(OWN, "quayside", own.endpoint().display(), Optional.empty());
    }

    private Optional<EngineChoice> ownChoice() {
        return own.refresh().phase() == HostPhase.ABSENT ? Optional.empty() : Optional.of(own());
    }
}
