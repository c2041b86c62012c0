package io.quayside.desktop.compose;

import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeService;
import io.quayside.engine.compose.ComposeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Has Docker Compose say the values of variables, in a way that all versions know: it reads a compose file of ours
/// that asks for them. Only
/// their names stand in it. Blocks.
final class VariableProbe {
    private static final String VALUE = "V_";
    private static final String SET = "S_";

    private VariableProbe() {}

    /// Those that are set, with their values.
    static Map<String, String> values(Compose compose, ComposeSource source, Collection<String> names)
            throws ComposeException, IOException, InterruptedException {
        return ask(compose, source, names, source.environmentFiles());
    }

    /// Those that are set without any file.
    static Map<String, String> ofShell(Compose compose, ComposeSource source, Collection<String> names)
            throws ComposeException, IOException, InterruptedException {
        return ofText(compose, source, names, "");
    }

    /// Those that would be set if this was the text of the project's file of variables.
    static Map<String, String> ofText(Compose compose, ComposeSource source, Collection<String> names, String text)
            throws ComposeException, IOException, InterruptedException {
        Path file = Files.createTempFile("quayside", ".env");
        try {
            Files.writeString(file, text);
            return ask(compose, source, names, List.of(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Map<String, String> ask(
            Compose compose, ComposeSource source, Collection<String> names, List<Path> environmentFiles)
            throws ComposeException, IOException, InterruptedException {
        if (names.isEmpty()) {
            return Map.of();
        }
        Path file = Files.createTempFile("quayside", ".yaml");
        try {
            Files.writeString(file, text(names));
            ComposeSource probe = new ComposeSource(
                    source.folder(), List.of(file), Optional.of("quayside"), environmentFiles, Set.of());
            ComposeService service = compose.read(probe).services().getFirst();
            JsonNode environment =
                    JsonMapper.shared().readTree(service.definition()).path("environment");
            Map<String, String> values = new TreeMap<>();
            for (String name : names) {
                if (environment.path(SET + name).asString("").equals("set")) {
                    values.put(name, environment.path(VALUE + name).asString("").replace("$$", "$"));
                }
            }
            return values;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String text(Collection<String> names) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode service = root.putObject("services").putObject("variables");
        service.put("image", "none");
        ObjectNode environment = service.putObject("environment");
        for (String name : names) {
            environment.put(VALUE + name, "${" + name + "-}");
            environment.put(SET + name, "${" + name + "+set}");
        }
        return root.toString();
    }
}
