package io.quayside.desktop.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// One line of `diagnose`.
///
/// @param result whether it is as it should be
/// @param name what was looked at: "Java"
/// @param text what was found
record Check(Result result, String name, String text) {
    /// What came of it.
    enum Result {
        PASS,
        /// Quayside works without it, with less.
        WARN,
        FAIL
    }

    static Check pass(String name, String text) {
        return new Check(Result.PASS, name, text);
    }

    static Check warn(String name, String text) {
        return new Check(Result.WARN, name, text);
    }

    static Check fail(String name, String text) {
        return new Check(Result.FAIL, name, text);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("check", name);
        facts.put("result", result.name().toLowerCase(java.util.Locale.ROOT));
        facts.put("text", text);
        return facts;
    }
}
