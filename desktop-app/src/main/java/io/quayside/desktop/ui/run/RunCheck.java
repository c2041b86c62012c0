package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import java.util.Optional;

/// Something that was looked at before the container is made.
///
/// @param field the fault that leads to the field that it is about; empty where there is no field
record RunCheck(Kind kind, String words, Optional<RunFault> field) {
    enum Kind {
        /// As it should be.
        FINE,
        /// The user may want to change something.
        WARNING,
        /// Good to know.
        FACT,
        /// Is done first.
        PULL
    }

    static RunCheck of(Kind kind, String words) {
        return new RunCheck(kind, words, Optional.empty());
    }

    static RunCheck of(Kind kind, RunFlag flag, String words) {
        return new RunCheck(kind, words, Optional.of(new RunFault(Optional.of(flag), "", words)));
    }

    static RunCheck of(RunFault fault) {
        return new RunCheck(Kind.WARNING, fault.words(), Optional.of(fault));
    }
}
