package io.quayside.engine.error;

/// The engine's range of API versions and ours don't meet. The versions are as in `1.44`.
public final class ApiVersionUnsupportedException extends EngineException {

    private final String engineMin;
    private final String engineMax;
    private final String ourMin;
    private final String ourMax;

    public ApiVersionUnsupportedException(String engineMin, String engineMax, String ourMin, String ourMax) {
        super(
                null,
                "The engine speaks API %s to %s, and %s to %s is needed"
                        .formatted(engineMin, engineMax, ourMin, ourMax),
                null);
        this.engineMin = engineMin;
        this.engineMax = engineMax;
        this.ourMin = ourMin;
        this.ourMax = ourMax;
    }

    public String engineMin() {
        return engineMin;
    }

    public String engineMax() {
        return engineMax;
    }

    public String ourMin() {
        return ourMin;
    }

    public String ourMax() {
        return ourMax;
    }
}
