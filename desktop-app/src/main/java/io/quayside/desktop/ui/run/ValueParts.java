package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import java.util.List;
import java.util.function.Function;

/// How an option's value is typed: in one field, or in two with something between them.
///
/// @param flag the option
/// @param prompts what stands in the empty fields, one each
/// @param between what stands between two fields
/// @param noun of one value, for names: "port"
/// @param split a value into the texts of its fields
/// @param join the texts into a value; empty for none
record ValueParts(
        RunFlag flag,
        List<String> prompts,
        String between,
        String noun,
        Function<String, List<String>> split,
        Function<List<String>, String> join) {

    /// In one field.
    static ValueParts whole(RunFlag flag, String noun, String prompt) {
        return new ValueParts(
                flag,
                List.of(prompt),
                "",
                noun,
                List::of,
                texts -> texts.getFirst().strip());
    }

    /// `8080 → 80`: what is before the last colon, and what is behind it.
    static ValueParts ports() {
        return new ValueParts(
                RunFlag.PUBLISH,
                List.of("On this computer", "In the container"),
                "→",
                "port",
                value -> {
                    int colon = value.lastIndexOf(':');
                    return List.of(colon < 0 ? "" : value.substring(0, colon), value.substring(colon + 1));
                },
                texts -> pair(texts, ":"));
    }

    /// `NAME = value`.
    static ValueParts environment() {
        return new ValueParts(
                RunFlag.ENV,
                List.of("Name", "Value"),
                "",
                "variable",
                value -> {
                    int equals = value.indexOf('=');
                    return List.of(
                            equals < 0 ? value : value.substring(0, equals),
                            equals < 0 ? "" : value.substring(equals + 1));
                },
                texts -> texts.get(0).isBlank() && texts.get(1).isEmpty()
                        ? ""
                        : texts.get(0).strip() + "=" + texts.get(1));
    }

    /// `folder or volume → path`, the path with its options.
    static ValueParts mounts() {
        return new ValueParts(
                RunFlag.VOLUME,
                List.of("Folder or volume", "Path in the container"),
                "→",
                "mount",
                value -> {
                    int colon = value.indexOf(':');
                    return List.of(colon < 0 ? "" : value.substring(0, colon), value.substring(colon + 1));
                },
                texts -> pair(texts, ":"));
    }

    private static String pair(List<String> texts, String separator) {
        String first = texts.get(0).strip();
        String second = texts.get(1).strip();
        return first.isEmpty() ? second : first + separator + second;
    }
}
