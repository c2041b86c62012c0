package io.quayside.engine.recreate;

import io.quayside.engine.compose.ComposeOrigin;
import io.quayside.engine.model.ContainerSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells Compose that a container isn't what its file says any more, so that the next `docker compose up` makes it so.
/// Compose looks at nothing but its own label for that, and would leave an edited container as it is for ever.
final class EditedLabel {
    /// Not the hash of anything. The label has to be there: Compose doesn't see containers without it.
    private static final String EDITED = "edited";

    private EditedLabel() {}

    static ContainerSpec put(ContainerSpec spec) {
        if (!spec.config().labels().containsKey(ComposeOrigin.HASH)) {
            return spec;
        }
        Map<String, String> labels = new LinkedHashMap<>(spec.config().labels());
        labels.put(ComposeOrigin.HASH, EDITED);
        return spec.with(spec.config().toBuilder().labels(labels).build());
    }
}
