package io.quayside.desktop.ui.builds.form;

/// Something that has to be put right before a build can begin.
///
/// @param part of the form that it is about
/// @param words a sentence
record BuildFault(Part part, String words) {
    /// The parts of the form.
    enum Part {
        FOLDER("folder"),
        DOCKERFILE("Dockerfile"),
        TAGS("tags"),
        ARGUMENTS("arguments"),
        TARGET("target"),
        PLATFORM("platform"),
        LABELS("labels"),
        NETWORK("network"),
        SECRETS("secrets");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /// As it is named in a sentence.
        String word() {
            return word;
        }
    }
}
