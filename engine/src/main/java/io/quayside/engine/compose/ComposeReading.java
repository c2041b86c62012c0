package io.quayside.engine.compose;

import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.Set;

/// What was found out of a compose file.
public sealed interface ComposeReading {
    /// Docker Compose read it.
    ///
    /// @param line the service, as far as a `docker run` line says the same
    /// @param told the options that `line` is complete in; of others it says nothing
    /// @param moved whether the file isn't what the container was made from; false also where that can't be told
    record Read(RunSpec line, Set<RunFlag> told, boolean moved) implements ComposeReading {
        public Read {
            told = Set.copyOf(told);
        }
    }

    /// It can't be compared.
    ///
    /// @param why a sentence without its full stop
    record Unread(String why) implements ComposeReading {}
}
