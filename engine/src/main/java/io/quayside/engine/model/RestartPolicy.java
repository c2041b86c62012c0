package io.quayside.engine.model;

/// When an engine starts a container again (`RestartPolicy`).
///
/// @param name empty or `no`, `always`, `unless-stopped`, `on-failure`
/// @param maximumRetryCount for `on-failure`, how often; 0 for no limit
public record RestartPolicy(String name, long maximumRetryCount) {
    /// Never.
    public static final RestartPolicy NO = new RestartPolicy("no", 0);
}
