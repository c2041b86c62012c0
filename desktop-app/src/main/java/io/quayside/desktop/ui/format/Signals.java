package io.quayside.desktop.ui.format;

import java.util.List;
import java.util.Optional;

/// The signals of Linux by name and number.
public final class Signals {
    private static final List<String> NAMES = List.of(
            "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
            "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
            "WINCH", "IO", "PWR", "SYS");

    private Signals() {}

    /// "SIGKILL" for 9.
    public static Optional<String> name(int number) {
        return number >= 1 && number <= NAMES.size() ? Optional.of("SIG" + NAMES.get(number - 1)) : Optional.empty();
    }

    /// "SIGKILL" for "9", "KILL" and "SIGKILL", as engines write it in one way or another; else the text itself.
    public static String name(String text) {
        if (text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty() && text.length() < 4) {
            return name(Integer.parseInt(text)).orElse("signal " + text);
        }
        return NAMES.contains(text) ? "SIG" + text : SafeText.line(text);
    }
}
