package io.quayside.engine.run;

import java.util.Optional;

/// A row of a `docker run` line as it is shown.
///
/// @param index the option's place in the spec, -1 for the rows of the program and of the image
/// @param option the option that it writes, if it is about one
/// @param text the text, quoted for a shell
public record RunRow(int index, Optional<RunOption> option, String text) {
    static RunRow of(String text) {
        return new RunRow(-1, Optional.empty(), text);
    }

    static RunRow of(int index, RunOption option, String text) {
        return new RunRow(index, Optional.of(option), text);
    }
}
