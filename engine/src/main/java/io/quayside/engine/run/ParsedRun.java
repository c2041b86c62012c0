package io.quayside.engine.run;

import java.util.List;

/// What a line says.
///
/// @param spec the options, image and command
/// @param unknown texts such as `$PWD` that a shell would have replaced; they stand in the values as they are
public record ParsedRun(RunSpec spec, List<String> unknown) {
    public ParsedRun {
        unknown = List.copyOf(unknown);
    }
}
