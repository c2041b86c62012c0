package io.quayside.desktop.builds;

import io.quayside.engine.dockerfile.Dockerfile;
import io.quayside.engine.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which images a Dockerfile is made of, so that a build gets the logins of their registries and no other.
final class BaseImages {
    private static final Pattern SYNTAX = Pattern.compile("(?im)^#\\s*syntax\\s*=\\s*(\\S+)\\s*$");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)(?::?([-+])([^}]*))?}|(\\w+))");
    private static final Pattern FROM_OPTION = Pattern.compile("(?:^|[\\s,])(?:--from|from)=([^\\s,]+)");

    private BaseImages() {}

    /// @param given arguments that the build is given
    static Set<String> of(String dockerfile, Map<String, String> given) {
        Set<String> images = new LinkedHashSet<>();
        Set<String> stages = new HashSet<>();
        Map<String, String> arguments = new HashMap<>();
        boolean before = true;
        Matcher syntax = SYNTAX.matcher(dockerfile);
        if (syntax.find()) {
            images.add(syntax.group(1));
        }
        for (Instruction each : Dockerfile.of(dockerfile).instructions()) {
            switch (each.keyword()) {
                case "ARG" -> {
                    for (String word : before ? words(each) : List.<String>of()) {
                        String[] pair = word.split("=", 2);
                        String value = pair.length == 2 ? unquoted(pair[1]) : "";
                        arguments.put(pair[0], given.getOrDefault(pair[0], resolved(value, arguments)));
                    }
                }
                case "FROM" -> {
                    before = false;
                    List<String> plain = new ArrayList<>(words(each));
                    plain.removeIf(word -> word.startsWith("--"));
                    if (!plain.isEmpty()) {
                        add(images, stages, resolved(unquoted(plain.getFirst()), arguments));
                    }
                    if (plain.size() >= 3 && plain.get(1).equalsIgnoreCase("as")) {
                        stages.add(plain.get(2).toLowerCase(Locale.ROOT));
                    }
                }
                case "COPY", "RUN", "ADD" -> {
                    Matcher from = FROM_OPTION.matcher(each.rest());
                    while (from.find()) {
                        add(images, stages, from.group(1));
                    }
                }
                default -> {}
            }
        }
        return images;
    }

    private static void add(Set<String> images, Set<String> stages, String name) {
        boolean number = name.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number
                && !name.equals("scratch")
                && !name.contains("$")
                && !stages.contains(name.toLowerCase(Locale.ROOT))) {
            images.add(name);
        }
    }

    private static List<String> words(Instruction instruction) {
        return List.of(instruction.rest().strip().split("\\s+"));
    }

    private static String resolved(String text, Map<String, String> arguments) {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1) == null ? matcher.group(4) : matcher.group(1);
            String value = arguments.getOrDefault(name, "");
            String otherwise = matcher.group(3) == null ? "" : matcher.group(3);
            String sign = matcher.group(2) == null ? "" : matcher.group(2);
            String becomes = switch (sign) {
                case "-" -> value.isEmpty() ? otherwise : value;
                case "+" -> value.isEmpty() ? "" : otherwise;
                default -> value;
            };
            matcher.appendReplacement(result, Matcher.quoteReplacement(becomes));
        }
        return matcher.appendTail(result).toString();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (isBetween(text, "\"") || isBetween(text, "'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isBetween(String text, String mark) {
        return text.startsWith(mark) && text.endsWith(mark);
    }
}
