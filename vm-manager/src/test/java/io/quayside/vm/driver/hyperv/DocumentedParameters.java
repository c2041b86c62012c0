package io.quayside.vm.driver.hyperv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What PowerShell checks before a cmdlet runs: that it has these parameters, that one of its parameter
/// sets has all of them, that none that must be there is missing, and that the values fit the types.
final class DocumentedParameters {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)(!?):([\\w\\[\\]]+)(?:\\{(.*)})?");

    private final Map<String, List<Map<String, Parameter>>> sets = new TreeMap<>();

    private record Parameter(boolean mandatory, String type, List<String> values) {}

    DocumentedParameters() throws IOException {
        try (InputStream in = DocumentedParameters.class.getResourceAsStream("documented-parameters.txt")) {
            if (in == null) {
                throw new IOException("documented-parameters.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::read);
        }
    }

    private void read(String line) {
        String[] parts = line.split(" \\| ", 3);
        Map<String, Parameter> set = new LinkedHashMap<>();
        for (String word : parts[2].split(" ")) {
            Matcher parameter = PARAMETER.matcher(word);
            if (!parameter.matches()) {
                throw new IllegalArgumentException(line);
            }
            List<String> values = parameter.group(4) == null
                    ? List.of()
                    : Arrays.asList(parameter.group(4).split(","));
            set.put(parameter.group(1), new Parameter(!parameter.group(2).isEmpty(), parameter.group(3), values));
        }
        sets.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(set);
    }

    boolean knows(String cmdlet) {
        return sets.containsKey(cmdlet);
    }

    /// The identifier of PowerShell's refusal; empty if it would run the cmdlet.
    Optional<String> refusal(String cmdlet, JsonNode given) {
        List<Map<String, Parameter>> all = sets.getOrDefault(cmdlet, List.of());
        for (String name : given.propertyNames()) {
            if (all.stream().noneMatch(set -> set.containsKey(name))) {
                return Optional.of("NamedParameterNotFound: " + name);
            }
        }
        List<Map<String, Parameter>> fitting = all.stream()
                .filter(set -> set.keySet().containsAll(given.propertyNames()))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.of("AmbiguousParameterSet");
        }
        Optional<Map<String, Parameter>> chosen =
                fitting.stream().filter(set -> complete(set, given)).findFirst();
        return chosen.isEmpty()
                ? Optional.of("MissingMandatoryParameter")
                : given.properties().stream()
                        .filter(value -> !fits(chosen.get().get(value.getKey()), value.getValue()))
                        .map(value -> "CannotConvertArgument: " + value)
                        .findFirst();
    }

    private static boolean complete(Map<String, Parameter> set, JsonNode given) {
        return set.entrySet().stream().allMatch(entry -> !entry.getValue().mandatory() || given.has(entry.getKey()));
    }

    private static boolean fits(Parameter parameter, JsonNode value) {
        if (!parameter.values().isEmpty()) {
            return parameter.values().contains(value.asString(""));
        }
        return switch (parameter.type()) {
            case "String", "String[]" -> value.isString() && !value.asString().isEmpty();
            case "Switch", "Boolean" -> value.isBoolean();
            case "Int16" -> number(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case "Int32" -> number(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "UInt32" -> number(value, 0, 0xFFFF_FFFFL);
            case "Int64" -> number(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case "UInt64" -> number(value, 0, Long.MAX_VALUE);
            default -> false;
        };
    }

    private static boolean number(JsonNode value, long least, long most) {
        return value.isIntegralNumber() && value.asLong() >= least && value.asLong() <= most;
    }
}
