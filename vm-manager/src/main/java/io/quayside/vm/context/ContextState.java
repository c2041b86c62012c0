package io.quayside.vm.context;

/// How it is with a machine's context in docker's configuration.
///
/// @param name of the context, as in `docker --context NAME`
/// @param presence whether it is there
/// @param current whether docker uses it when nothing else is said
public record ContextState(String name, Presence presence, boolean current) {
    /// Whether there is a context of that name.
    public enum Presence {
        /// There is none.
        ABSENT,
        /// It is this machine's.
        OURS,
        /// The user, or another machine, has one of that name; it is left alone.
        ANOTHERS
    }
}
