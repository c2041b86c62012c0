package io.quayside.engine.compose.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Which other files a compose file takes in.
final class NamedFiles {
    private NamedFiles() {}

    static List<String> of(JsonNode file) {
        List<String> names = new ArrayList<>();
        for (JsonNode include : file.path("include")) {
            add(names, include);
            add(names, include.path("path"));
            add(names, include.path("env_file"));
        }
        for (JsonNode service : file.path("services")) {
            add(names, service.path("extends").path("file"));
            add(names, service.path("env_file"));
            service.path("env_file").forEach(one -> add(names, one.path("path")));
        }
        return names;
    }

    private static void add(List<String> names, JsonNode value) {
        if (value.isString()) {
            names.add(value.asString());
        }
        if (value.isArray()) {
            value.forEach(one -> add(names, one));
        }
    }
}
