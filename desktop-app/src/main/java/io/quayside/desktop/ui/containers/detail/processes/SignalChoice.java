package io.quayside.desktop.ui.containers.detail.processes;

/// The signals that are offered, with what they do to a process.
enum SignalChoice {
    SIGTERM("Asks it to end. It can tidy up first, and it can ignore it."),
    SIGKILL("Ends it at once. It can't tidy up, and what it hasn't written is lost."),
    SIGINT("As Ctrl+C in a terminal: asks it to end."),
    SIGHUP("Many servers read their settings again, other programs end."),
    SIGQUIT("Asks it to end; some programs write out their state for finding faults."),
    SIGUSR1("Means what the program makes of it. One that makes nothing of it ends."),
    SIGUSR2("Means what the program makes of it. One that makes nothing of it ends."),
    SIGSTOP("Freezes it until it gets SIGCONT."),
    SIGCONT("Lets it go on after SIGSTOP.");

    private final String words;

    SignalChoice(String words) {
        this.words = words;
    }

    /// What happens.
    ///
    /// @param main whether it goes to the process that the container stands and falls with
    String words(String container, boolean main) {
        if (!main) {
            return words + " " + container + " goes on.";
        }
        String end = " It is the main process of " + container + ": when it ends, " + container + " stops.";
        return switch (this) {
            case SIGKILL -> words + end;
            case SIGSTOP, SIGCONT -> words;
            default -> words + end + " A main process gets only the signals that it has asked for.";
        };
    }

    /// As `kill -s` takes it.
    String shortName() {
        return name().substring("SIG".length());
    }
}
