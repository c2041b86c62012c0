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
}
