package io.quayside.desktop.settings;

/// The page General.
///
/// @param keepEngineRunning whether Quayside's own engine goes on when Quayside quits
/// @param keepInTray whether closing the window leaves Quayside in the tray, where there is one
/// @param deleting what happens before something that can be recreated is deleted
public record GeneralSettings(boolean keepEngineRunning, boolean keepInTray, Deleting deleting) {
    public static final GeneralSettings DEFAULT = new GeneralSettings(true, false, Deleting.UNDO);

    /// How things that can be recreated are deleted. Whatever can't be recreated is always asked about.
    public enum Deleting {
        /// At once, with a few seconds to undo it.
        UNDO,
        /// After a question.
        ASK
    }

    public GeneralSettings withKeepEngineRunning(boolean value) {
        return new GeneralSettings(value, keepInTray, deleting);
    }

    public GeneralSettings withKeepInTray(boolean value) {
        return new GeneralSettings(keepEngineRunning, value, deleting);
    }

    public GeneralSettings withDeleting(Deleting value) {
        return new GeneralSettings(keepEngineRunning, keepInTray, value);
    }
}
