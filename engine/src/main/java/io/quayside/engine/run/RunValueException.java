package io.quayside.engine.run;

/// An option with a value that it can't have.
public final class RunValueException extends RunException {
    private static final long serialVersionUID = 1;

    private final RunFlag flag;
    private final String value;

    RunValueException(RunFlag flag, String value, String reason) {
        super(reason);
        this.flag = flag;
        this.value = value;
    }

    public RunFlag flag() {
        return flag;
    }

    /// The value that was refused.
    public String value() {
        return value;
    }
}
