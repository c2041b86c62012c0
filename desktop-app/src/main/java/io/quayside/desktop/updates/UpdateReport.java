package io.quayside.desktop.updates;

import io.quayside.engine.registry.RegistryException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What came of asking registries.
///
/// @param asked how many names were asked about
/// @param available for how many there is another image
/// @param failures why the others stay unknown, by name
public record UpdateReport(int asked, int available, Map<String, RegistryException> failures) {
    public UpdateReport {
        failures = new LinkedHashMap<>(failures);
    }

    /// "2 updates, 1 not answered".
    String words() {
        String found = switch (available) {
            case 0 -> "No updates";
            case 1 -> "1 update";
            default -> available + " updates";
        };
        return failures.isEmpty() ? found : found + ", " + failures.size() + " not answered";
    }
}
