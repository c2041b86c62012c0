package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.ComposeOrigin;
import io.quayside.engine.compose.ComposeReading;
import io.quayside.engine.run.ComposeService;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said about a container's compose file while the container is edited.
///
/// @param words the sentences
/// @param agrees whether the file has nothing to be changed
/// @param moved a warning, where the file isn't what the container was made from any more
record ComposeLine(String words, boolean agrees, Optional<String> moved) {
    /// @param name the container's, as shown
    /// @param reading empty until the file was read
    /// @param replaces whether the changes make a new container
    static ComposeLine of(
            ComposeOrigin origin,
            String name,
            Optional<ComposeReading> reading,
            List<SpecChange> changes,
            RunSpec wanted,
            boolean replaces) {
        String file = origin.fileName().isBlank() ? "The compose file" : SafeText.line(origin.fileName());
        String next = replaces ? "The next Up makes " + name + " as the file says." : "";
        if (reading.isEmpty()) {
            return new ComposeLine((file + " isn't changed by this. " + next).strip(), false, Optional.empty());
        }
        return switch (reading.get()) {
            case ComposeReading.Unread unread ->
                new ComposeLine(
                        (file + " isn't changed by this, and can't be compared: " + SafeText.line(unread.why()) + ". "
                                        + next)
                                .strip(),
                        false,
                        Optional.empty());
            case ComposeReading.Read read -> {
                ComposeDrift drift = ComposeDrift.of(read, changes, wanted);
                yield new ComposeLine(
                        drift.words(file, name, replaces),
                        drift.agrees(),
                        drift.moved()
                                ? Optional.of(file + " isn't what " + name
                                        + " was made from any more. The next Up makes it anew.")
                                : Optional.empty());
            }
        };
    }

    /// What of the form is to be put into the file.
    static String forTheFile(ComposeOrigin origin, List<SpecChange> changes, RunSpec wanted) {
        Set<RunFlag> flags =
                changes.stream().flatMap(change -> change.flag().stream()).collect(Collectors.toSet());
        return ComposeService.part(
                wanted,
                origin.service(),
                changes.stream().anyMatch(one -> one.part() == SpecChange.Part.IMAGE),
                changes.stream().anyMatch(one -> one.part() == SpecChange.Part.COMMAND),
                flags);
    }
}
