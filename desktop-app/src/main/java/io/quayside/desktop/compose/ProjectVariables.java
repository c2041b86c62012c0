package io.quayside.desktop.compose;

import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeService;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.compose.ComposeVariable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The variables that a project uses, as Docker Compose says. Nothing of it is kept.
///
/// @param all by name: those that the files take values from, then those that containers get from files of variables
/// @param untold why the second kind isn't there, or empty
public record ProjectVariables(List<Variable> all, String untold) {
    public ProjectVariables {
        all = List.copyOf(all);
    }

    /// Where a value comes from.
    public enum From {
        SHELL,
        FILE,
        DEFAULT,
        NOT_SET,
        ENV_FILE
    }

    /// @param where the file's name, for those of files
    /// @param services which use it; none if it is used outside of them only
    /// @param file where another value is written
    public record Variable(
            String name,
            String value,
            From from,
            String where,
            List<String> services,
            boolean required,
            Optional<Path> file) {
        public Variable {
            services = List.copyOf(services);
        }

        /// Whether a value in the project's file of variables would count.
        public boolean isEditable() {
            return from != From.SHELL && from != From.ENV_FILE;
        }
    }

    /// The file that a variable gets its first value in: of several the last one, which overrides the others.
    public static Path file(ComposeSource source) {
        return source.environmentFiles().isEmpty()
                ? source.folder().resolve(".env")
                : source.environmentFiles().getLast();
    }

    /// Which of several files a variable has its value from, as Docker Compose says of each alone.
    private static Map<String, Path> files(Compose compose, ComposeSource source, List<String> names)
            throws ComposeException, IOException, InterruptedException {
        Map<String, Path> all = new HashMap<>();
        if (source.environmentFiles().size() > 1) {
            for (Path file : source.environmentFiles()) {
                VariableProbe.values(compose, source.withEnvironment(List.of(file)), names)
                        .keySet()
                        .forEach(name -> all.put(name, file));
            }
        }
        return all;
    }

    /// Runs Docker Compose several times. Blocks.
    public static ProjectVariables of(Compose compose, ComposeSource source)
            throws ComposeException, IOException, InterruptedException {
        List<ComposeVariable> used = compose.variables(source);
        List<String> names = used.stream().map(ComposeVariable::name).toList();
        JsonNode services =
                JsonMapper.shared().readTree(compose.written(source)).path("services");
        Map<String, String> set = VariableProbe.values(compose, source, names);
        Map<String, String> shell = VariableProbe.ofShell(compose, source, names);
        Map<String, Path> files = files(compose, source, names);
        List<Variable> all = new ArrayList<>();
        for (ComposeVariable one : used) {
            From from = shell.containsKey(one.name())
                    ? From.SHELL
                    : set.containsKey(one.name()) ? From.FILE : one.usual().isEmpty() ? From.NOT_SET : From.DEFAULT;
            Path file = files.getOrDefault(one.name(), file(source));
            all.add(new Variable(
                    one.name(),
                    set.getOrDefault(one.name(), one.usual()),
                    from,
                    from == From.FILE ? String.valueOf(file.getFileName()) : "",
                    users(one.name(), services),
                    one.required(),
                    Optional.of(file)));
        }
        String untold = "";
        try {
            all.addAll(ofFiles(compose.read(source), services));
        } catch (ComposeException.File e) {
            untold = e.words();
        }
        return new ProjectVariables(all, untold);
    }

    private static List<String> users(String name, JsonNode services) {
        Pattern use = Pattern.compile("\\$\\{?" + Pattern.quote(name) + "(?![A-Za-z0-9_])");
        return services.properties().stream()
                .filter(service -> use.matcher(service.getValue().toString()).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// What containers get beside what the compose files say themselves.
    private static List<Variable> ofFiles(ComposeModel model, JsonNode services) {
        Map<List<String>, TreeSet<String>> found =
                new TreeMap<>((one, other) -> String.join("\n", one).compareTo(String.join("\n", other)));
        for (ComposeService service : model.services()) {
            JsonNode written = services.path(service.name());
            String where = files(written.path("env_file"));
            JsonNode all = JsonMapper.shared().readTree(service.definition()).path("environment");
            if (!where.isEmpty()) {
                all.properties().forEach(entry -> {
                    if (!written.path("environment").has(entry.getKey())) {
                        String value = entry.getValue().asString("").replace("$$", "$");
                        found.computeIfAbsent(List.of(entry.getKey(), value, where), ignored -> new TreeSet<>())
                                .add(service.name());
                    }
                });
            }
        }
        List<Variable> variables = new ArrayList<>();
        found.forEach((key, users) -> variables.add(new Variable(
                key.get(0), key.get(1), From.ENV_FILE, key.get(2), List.copyOf(users), false, Optional.empty())));
        return variables;
    }

    private static String files(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(one -> {
            String path = one.isString() ? one.asString() : one.path("path").asString("");
            names.add(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
        });
        return String.join(", ", names);
    }
}
