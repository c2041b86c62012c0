package io.quayside.desktop.state.model;

/// What a container was given, as an inspection says.
///
/// @param memory bytes it may use, 0 for no limit
/// @param restartPolicy `no`, `always`, `on-failure` or `unless-stopped`
/// @param maxRetries how often `on-failure` tries, 0 for no end
/// @param tty whether it has a terminal, so that its output is one raw stream
/// @param autoRemove whether the engine removes it when it ends
public record Limits(long memory, String restartPolicy, int maxRetries, boolean tty, boolean autoRemove) {
    public static final Limits UNKNOWN = new Limits(0, "", 0, false, false);
}
