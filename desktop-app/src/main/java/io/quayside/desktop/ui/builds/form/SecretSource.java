package io.quayside.desktop.ui.builds.form;

import io.quayside.engine.build.BuildSecret;
import java.nio.file.Path;
import java.util.Optional;

/// Where a secret is found, as it is typed. Never what it is.
///
/// @param id what the Dockerfile calls it
/// @param isFile whether `source` is a file, else a variable of this program's environment
record SecretSource(String id, boolean isFile, String source) {

    static SecretSource of(BuildSecret secret) {
        return switch (secret) {
            case BuildSecret.OfFile(String id, Path file) -> new SecretSource(id, true, file.toString());
            case BuildSecret.OfVariable(String id, String variable) -> new SecretSource(id, false, variable);
        };
    }

    /// The same for a build; empty while something is missing.
    Optional<BuildSecret> secret() {
        if (id.isBlank() || source.isBlank()) {
            return Optional.empty();
        }
        return isFile
                ? FolderLook.path(source).map(file -> new BuildSecret.OfFile(id, file))
                : Optional.of(new BuildSecret.OfVariable(id, source));
    }
}
