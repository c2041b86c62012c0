package io.quayside.desktop.ui.builds.past;

/// What is shown of a build that is over.
public enum PastTab {
    TIME("Time"),
    OUTPUT("Output"),
    DOCKERFILE("Dockerfile"),
    CACHE("Cache");

    private final String title;

    PastTab(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
