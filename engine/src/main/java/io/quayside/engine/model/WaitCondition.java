package io.quayside.engine.model;

/// What a wait waits for.
public enum WaitCondition {
    /// The container doesn't run; met at once by a stopped one.
    NOT_RUNNING("not-running"),
    /// It ends the next time, even if it is stopped now.
    NEXT_EXIT("next-exit"),
    /// It is gone.
    REMOVED("removed");

    private final String apiName;

    WaitCondition(String apiName) {
        this.apiName = apiName;
    }

    /// The engine's word for it.
    public String apiName() {
        return apiName;
    }
}
