package io.quayside.desktop.ui.containers.detail.processes;

/// Why a signal can't be sent, in words for the user.
final class SignalException extends Exception {
    private static final long serialVersionUID = 1L;

    SignalException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
