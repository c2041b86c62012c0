package io.quayside.engine.run;

/// One option of a `docker run` line.
///
/// @param flag which
/// @param value its value as text; `true` or `false` for a switch
public record RunOption(RunFlag flag, String value) {
    /// A switch that is on.
    public static RunOption on(RunFlag flag) {
        return new RunOption(flag, "true");
    }

    boolean isOn() {
        return Switches.isOn(value);
    }
}
