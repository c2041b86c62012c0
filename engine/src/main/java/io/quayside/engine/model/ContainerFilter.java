package io.quayside.engine.model;

/// Which containers a list has (`GET /containers/json`).
///
/// @param all also those that don't run
/// @param limit at most so many, the newest; 0 for no limit
/// @param size also measure file systems, which is slow
/// @param filters further conditions
public record ContainerFilter(boolean all, int limit, boolean size, Filters filters) {

    /// All containers.
    public static ContainerFilter everything() {
        return new ContainerFilter(true, 0, false, Filters.none());
    }

    /// The containers that run.
    public static ContainerFilter running() {
        return new ContainerFilter(false, 0, false, Filters.none());
    }

    /// Only those with a label, given as `key` or `key=value`.
    public ContainerFilter withLabel(String label) {
        return with("label", label);
    }

    /// Only those in a state (several: in any of them).
    public ContainerFilter withState(ContainerState state) {
        return with("status", state.apiName());
    }

    /// Only those whose name contains this regular expression. Engines match names that start with a slash.
    public ContainerFilter withName(String pattern) {
        return with("name", pattern);
    }

    /// Only the container with this id or start of an id (several: any of them).
    public ContainerFilter withId(String id) {
        return with("id", id);
    }

    /// Only those in this network, by id or name.
    public ContainerFilter withNetwork(String network) {
        return with("network", network);
    }

    /// Only those whose health check says this.
    public ContainerFilter withHealth(HealthStatus health) {
        return with("health", health.apiName());
    }

    /// Only those that match another of the engine's filters.
    public ContainerFilter with(String name, String value) {
        return new ContainerFilter(all, limit, size, filters.with(name, value));
    }

    /// The same with file systems measured.
    public ContainerFilter withSize() {
        return new ContainerFilter(all, limit, true, filters);
    }
}
