package io.quayside.desktop.compose;

import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeService;
import io.quayside.engine.compose.ComposeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which paths the containers of a project mount, as its files say.
public final class ComposeBinds {
    private ComposeBinds() {}

    /// Those that an action makes containers for; nothing for one that makes none.
    public static List<String> of(ComposeModel files, Optional<ComposeSource> source, ComposeAction action) {
        if (!(action instanceof ComposeAction.Up)) {
            return List.of();
        }
        Set<String> profiles = source.map(ComposeSource::profiles).orElse(Set.of());
        Set<String> chosen = ComposeWords.services(action);
        List<String> paths = new ArrayList<>();
        ComposeRuns.taking(files, profiles, chosen).forEach(service -> add(service, paths));
        return List.copyOf(paths);
    }

    private static void add(ComposeService service, List<String> paths) {
        try {
            for (JsonNode volume :
                    JsonMapper.shared().readTree(service.definition()).path("volumes")) {
                if (volume.path("type").asString("").equals("bind")) {
                    paths.add(volume.path("source").asString(""));
                }
            }
        } catch (JacksonException e) {
            // Docker Compose says what is wrong with it.
        }
    }
}
