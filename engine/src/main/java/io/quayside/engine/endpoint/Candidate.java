package io.quayside.engine.endpoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One place that was looked at for an engine.
///
/// @param source which kind of place
/// @param subject the place itself: a variable, a context's name, an address; untrusted text
/// @param address where its engine is; absent when it names none, or none that can be understood
/// @param state what came of it
/// @param detail the same for people, as in "nobody listens there"
public record Candidate(
        Source source, String subject, @Nullable EngineEndpoint address, State state, String detail) {

    /// The kinds of places, in the order in which they decide.
    public enum Source {
        /// Named on the command line or in the settings.
        EXPLICIT,
        /// The variable `DOCKER_HOST`.
        DOCKER_HOST,
        /// The variable `DOCKER_CONTEXT`.
        DOCKER_CONTEXT,
        /// What `docker context use` chose.
        CURRENT_CONTEXT,
        /// Where docker listens unless it is told otherwise.
        DEFAULT_SOCKET,
        /// Where a rootless docker of this user listens.
        ROOTLESS_SOCKET,
        /// Where Podman listens, for this user and for the machine.
        PODMAN_SOCKET,
        /// Where Docker Desktop listens.
        DESKTOP_SOCKET,
        /// Any other context; offered, never chosen by itself.
        OTHER_CONTEXT
    }

    /// What came of it.
    public enum State {
        /// This is the one.
        CHOSEN,
        /// Somebody listens there, and something earlier was chosen.
        AVAILABLE,
        /// It names an address that wasn't tried.
        NOT_TRIED,
        /// It says nothing.
        NOT_SET,
        /// There is no such socket.
        MISSING,
        /// It is there and can't be used; the detail says why.
        UNUSABLE
    }

    /// The address, when there is one.
    public Optional<EngineEndpoint> endpoint() {
        return Optional.ofNullable(address);
    }

    Candidate in(State newState, String newDetail) {
        return new Candidate(source, subject, address, newState, newDetail);
    }
}
