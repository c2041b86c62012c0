package io.quayside.engine.endpoint;

import io.quayside.engine.endpoint.Candidate.State;
import java.util.List;
import java.util.Optional;

/// Which engine to use, and everything that was looked at to find out.
///
/// @param lookedAt in the order of precedence; at most one is [State#CHOSEN]
/// @param problem why there is no choice, for people; empty when there is one
public record Resolution(List<Candidate> lookedAt, String problem) {

    public Resolution {
        lookedAt = List.copyOf(lookedAt);
    }

    /// The candidate to use; its source says why. Empty when nothing is there, or when what was asked for can't
    /// be used: then nothing else is taken in its place.
    public Optional<Candidate> chosen() {
        return lookedAt.stream().filter(c -> c.state() == State.CHOSEN).findFirst();
    }

    public Optional<EngineEndpoint> endpoint() {
        return chosen().flatMap(Candidate::endpoint);
    }
}
