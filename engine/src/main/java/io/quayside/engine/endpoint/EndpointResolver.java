package io.quayside.engine.endpoint;

import io.quayside.engine.endpoint.Candidate.Source;
import io.quayside.engine.endpoint.Candidate.State;
import io.quayside.engine.endpoint.DockerContext.Broken;
import io.quayside.engine.endpoint.DockerContext.Usable;
import io.quayside.engine.internal.socket.SocketProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses the engine as `docker` itself does: what was asked for, `DOCKER_HOST`, `DOCKER_CONTEXT`, the current
/// context, the default socket; and where `docker` would give up, the sockets of a rootless docker, of Podman
/// and of Docker Desktop.
///
/// What a person has set and what doesn't work is a problem to show, never a reason to take another engine
/// instead. Local sockets are tried by connecting; other addresses aren't, since that can take long.
public final class EndpointResolver {

    private final Surroundings surroundings;
    private final ListenerProbe probe;
    private final DockerContexts contexts;

    public EndpointResolver(Surroundings surroundings) {
        this(surroundings, new SocketProbe());
    }

    EndpointResolver(Surroundings surroundings, ListenerProbe probe) {
        this.surroundings = surroundings;
        this.probe = probe;
        this.contexts = new DockerContexts(surroundings.dockerFolder());
    }

    /// The contexts of these surroundings.
    public DockerContexts contexts() {
        return contexts;
    }

    /// Looks everywhere and chooses. Reads files and connects to local sockets; takes milliseconds.
    ///
    /// @param wanted an address or the name of a context; null or empty when nothing was asked for
    public Resolution resolve(@Nullable String wanted) {
        Decision decision = new Decision();
        if (wanted == null || wanted.isBlank()) {
            decision.unset(Source.EXPLICIT, "--engine", "no engine was named");
        } else if (wanted.strip().equals(DockerContexts.DEFAULT)) {
            decision.standard(Source.EXPLICIT);
        } else {
            decision.configured(named(Source.EXPLICIT, wanted.strip()));
        }
        dockerHost(decision);
        String context = surroundings.variable("DOCKER_CONTEXT");
        if (context.isEmpty()) {
            decision.unset(Source.DOCKER_CONTEXT, "DOCKER_CONTEXT", "the variable isn't set");
        } else {
            decision.context(Source.DOCKER_CONTEXT, context);
        }
        currentContext(decision);
        WellKnownSockets.in(surroundings).forEach(decision::local);
        contexts.list().forEach(decision::offered);
        return decision.resolution();
    }

    private void dockerHost(Decision decision) {
        String host = surroundings.variable("DOCKER_HOST");
        if (host.isEmpty()) {
            decision.unset(Source.DOCKER_HOST, "DOCKER_HOST", "the variable isn't set");
            return;
        }
        try {
            EngineEndpoint plain = EngineEndpoint.parse(host);
            decision.configured(found(Source.DOCKER_HOST, host, protect(plain)));
        } catch (EndpointSyntaxException | TlsFolderException e) {
            decision.configured(unusable(Source.DOCKER_HOST, host, String.valueOf(e.getMessage())));
        }
    }

    private EngineEndpoint protect(EngineEndpoint plain) throws TlsFolderException {
        Path certificates = TlsFolder.in(surroundings.environment(), contexts.folder());
        if (!surroundings.variable("DOCKER_TLS_VERIFY").isEmpty()) {
            return TlsFolder.require(plain, certificates);
        }
        if (!surroundings.variable("DOCKER_TLS").isEmpty() && plain instanceof EngineEndpoint.Tcp) {
            throw new TlsFolderException(
                    "DOCKER_TLS without DOCKER_TLS_VERIFY skips the check of the engine's certificate, which would"
                            + " let anyone take the engine's place; set DOCKER_TLS_VERIFY=1");
        }
        return plain;
    }

    private void currentContext(Decision decision) {
        try {
            decision.context(Source.CURRENT_CONTEXT, contexts.current());
        } catch (DockerConfigException e) {
            // docker goes on without its configuration too.
            decision.note(unusable(Source.CURRENT_CONTEXT, e.file().toString(), String.valueOf(e.getMessage())));
        }
    }

    private Candidate named(Source source, String wanted) {
        Optional<DockerContext> context = wanted.contains("://") ? Optional.empty() : contexts.find(wanted);
        if (context.isPresent()) {
            return of(source, context.get());
        }
        try {
            return found(source, wanted, EngineEndpoint.parse(wanted));
        } catch (EndpointSyntaxException e) {
            String problem = wanted.contains("://")
                    ? String.valueOf(e.getMessage())
                    : "There is no context of this name, and it isn't an address either";
            return unusable(source, wanted, problem);
        }
    }

    private static Candidate of(Source source, DockerContext context) {
        return switch (context) {
            case Usable c -> found(source, c.name(), c.endpoint());
            case Broken c -> unusable(source, c.name(), c.problem());
        };
    }

    private static Candidate found(Source source, String subject, EngineEndpoint endpoint) {
        return new Candidate(source, subject, endpoint, State.NOT_TRIED, endpoint.display());
    }

    private static Candidate unusable(Source source, String subject, String problem) {
        return new Candidate(source, subject, null, State.UNUSABLE, problem);
    }

    /// The decision while it is made: the first that settles it wins.
    private final class Decision {

        private final List<Candidate> lookedAt = new ArrayList<>();
        private boolean settled;
        private boolean withoutContexts;
        private String problem = "";

        void note(Candidate candidate) {
            lookedAt.add(candidate);
        }

        void unset(Source source, String subject, String detail) {
            note(new Candidate(source, subject, null, State.NOT_SET, detail));
        }

        /// Something that a person has set: settles the matter also when it can't be used.
        void configured(Candidate candidate) {
            if (settled) {
                note(candidate);
                return;
            }
            settled = true;
            if (candidate.state() == State.UNUSABLE) {
                problem = candidate.detail();
                note(candidate);
            } else {
                note(candidate.in(State.CHOSEN, candidate.detail()));
            }
        }

        void context(Source source, String name) {
            if (name.equals(DockerContexts.DEFAULT)) {
                standard(source);
                return;
            }
            Candidate candidate = contexts.find(name)
                    .map(c -> of(source, c))
                    .orElseGet(() -> unusable(source, name, "There is no context of this name"));
            if (withoutContexts) {
                note(candidate);
            } else {
                configured(candidate);
            }
        }

        /// The context `default`: no context after it counts, only `DOCKER_HOST` and the sockets.
        void standard(Source source) {
            withoutContexts = true;
            note(new Candidate(
                    source, DockerContexts.DEFAULT, null, State.NOT_SET, "the default: the places below decide"));
        }

        void local(WellKnownSockets.Place place) {
            Candidate candidate = found(place.source(), place.endpoint().display(), place.endpoint());
            switch (probe.look(place.endpoint())) {
                case MISSING -> note(candidate.in(State.MISSING, "there is no such socket"));
                case DEAD -> note(candidate.in(State.UNUSABLE, "nobody listens there"));
                case DENIED -> note(candidate.in(State.UNUSABLE, "this user may not use it"));
                case LISTENING -> {
                    note(candidate.in(settled ? State.AVAILABLE : State.CHOSEN, "somebody listens there"));
                    settled = true;
                }
            }
        }

        /// Any context that hasn't come up yet, so that people see all of them.
        void offered(DockerContext context) {
            boolean seen = lookedAt.stream()
                    .anyMatch(c -> c.subject().equals(context.name())
                            && (c.source() == Source.CURRENT_CONTEXT
                                    || c.source() == Source.DOCKER_CONTEXT
                                    || c.source() == Source.EXPLICIT));
            if (!seen) {
                note(of(Source.OTHER_CONTEXT, context));
            }
        }

        Resolution resolution() {
            return new Resolution(lookedAt, settled || !problem.isEmpty() ? problem : "No engine listens here");
        }
    }
}
