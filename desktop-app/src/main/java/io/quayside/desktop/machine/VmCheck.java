package io.quayside.desktop.machine;

/// One thing that a machine needs of this computer, and how it stands.
///
/// @param title "QEMU found"
/// @param value a figure or version, or empty
/// @param detail the reason in a sentence and what to do about it, or empty
public record VmCheck(Result result, String title, String value, String detail) {
    /// What came of a check.
    public enum Result {
        /// Under way.
        CHECKING,
        /// As it should be.
        GOOD,
        /// It works, but not well.
        POOR,
        /// A machine can't be made.
        MISSING
    }

    static VmCheck good(String title, String value) {
        return new VmCheck(Result.GOOD, title, value, "");
    }

    static VmCheck missing(String title, String detail) {
        return new VmCheck(Result.MISSING, title, "", detail);
    }
}
