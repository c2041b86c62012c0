package io.quayside.desktop.ui.containers.detail.logs;

/// The colours of the painted log, each a token of the stylesheet.
enum Ink {
    PLAIN("-qs-ink-plain"),
    MUTED("-qs-ink-muted"),
    ERROR("-qs-ink-error"),
    ERROR_BACK("-qs-ink-error-back"),
    ERROR_EDGE("-qs-ink-error-edge"),
    WARN("-qs-ink-warn"),
    WARN_EDGE("-qs-ink-warn-edge"),
    STREAM_ERR("-qs-ink-err"),
    SELECTED("-qs-ink-selected"),
    MARK("-qs-ink-mark"),
    MARK_ON("-qs-ink-mark-on"),
    MARK_TEXT("-qs-ink-mark-text"),
    GREEN("-qs-ink-green"),
    BLUE("-qs-ink-blue"),
    MAGENTA("-qs-ink-magenta"),
    CYAN("-qs-ink-cyan"),
    SERVICE_1("-qs-ink-service-1"),
    SERVICE_2("-qs-ink-service-2"),
    SERVICE_3("-qs-ink-service-3"),
    SERVICE_4("-qs-ink-service-4"),
    SERVICE_5("-qs-ink-service-5"),
    SERVICE_6("-qs-ink-service-6");

    private static final Ink[] SIXTEEN = {MUTED, ERROR, GREEN, WARN, BLUE, MAGENTA, CYAN, PLAIN};

    private static final Ink[] SERVICES = {SERVICE_1, SERVICE_2, SERVICE_3, SERVICE_4, SERVICE_5, SERVICE_6};

    private final String property;

    Ink(String property) {
        this.property = property;
    }

    String property() {
        return property;
    }

    /// One of the sixteen colours of terminals; the bright ones are the same, as each theme has them bright enough.
    static Ink ofSixteen(int index) {
        return SIXTEEN[index & 7];
    }

    /// The colour of a service in merged output.
    static Ink ofService(int colour) {
        return SERVICES[colour % SERVICES.length];
    }
}
