package io.quayside.desktop.ui.run;

/// An image that could be meant.
///
/// @param reference what is put into the field; the words to search for where it is the way to a search
/// @param note what is said about it
record Suggestion(Kind kind, String reference, String note) {
    enum Kind {
        /// On this engine.
        HERE,
        /// In a registry.
        FOUND,
        /// Asks registries.
        SEARCH
    }
}
