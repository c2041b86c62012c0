package io.quayside.engine.compose.schema;

/// Something that may stand at the caret.
///
/// @param from where in the text the word begins that it takes the place of; it ends at the caret
/// @param shown the key or the value alone
/// @param text what is put there
/// @param about what it is, a sentence of the specification or the kind of name; may be empty
public record Completion(int from, String shown, String text, String about) {}
