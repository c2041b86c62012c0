package io.quayside.engine.build;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// What a build would be sent, and where most of it lies.
///
/// @param size of all
/// @param bytes of each file and folder directly in the folder, by its name; those with nothing in them are left out
public record ContextParts(ContextSize size, Map<String, Long> bytes) {
    public ContextParts {
        bytes = Map.copyOf(bytes);
    }

    /// The largest of them; of several as large, the first by name.
    public Optional<Map.Entry<String, Long>> largest() {
        return bytes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey(Comparator.reverseOrder())));
    }
}
