package io.quayside.desktop.problem;

/// What was tried when it failed, for the title: "Couldn't start web."
///
/// @param verb in the infinitive: "start", "delete"
/// @param object the name of what it was about; untrusted text
public record Attempt(String verb, String object) {
    String title() {
        return object.isEmpty() ? "Couldn't " + verb + "." : "Couldn't " + verb + " " + object + ".";
    }
}
