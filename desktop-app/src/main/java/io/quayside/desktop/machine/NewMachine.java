package io.quayside.desktop.machine;

import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.util.Optional;

/// A machine that is wanted.
///
/// @param shared a folder of this computer that it sees from its first start on
/// @param dockerDefault docker's command line uses it when nothing else is said
public record NewMachine(Resources resources, Optional<Path> shared, boolean dockerDefault) {
    /// One without shared folders and context.
    public static NewMachine of(Resources resources) {
        return new NewMachine(resources, Optional.empty(), false);
    }
}
