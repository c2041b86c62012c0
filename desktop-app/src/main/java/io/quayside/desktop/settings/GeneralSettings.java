package io.quayside.desktop.settings;

import java.util.List;

/// The page General.
///
/// @param keepEngineRunning whether Quayside's own engine goes on when Quayside quits
/// @param keepInTray whether closing the window leaves Quayside in the tray, where there is one
/// @param deleting what happens before something that can be recreated is deleted
/// @param outputMegabytes what the output of containers may take on this computer's disk, one of [#OUTPUT_MEGABYTES]
/// @param imageChecks whether registries are asked for newer images without being told to
public record GeneralSettings(
        boolean keepEngineRunning,
        boolean keepInTray,
        Deleting deleting,
        int outputMegabytes,
        ImageChecks imageChecks) {
    /// What can be chosen for the output of containers.
    public static final List<Integer> OUTPUT_MEGABYTES = List.of(500, 2000, 5000, 20_000);

    public static final GeneralSettings DEFAULT =
            new GeneralSettings(true, false, Deleting.UNDO, 2000, ImageChecks.OFF);

    public GeneralSettings {
        outputMegabytes = OUTPUT_MEGABYTES.contains(outputMegabytes) ? outputMegabytes : 2000;
    }

    /// How things that can be recreated are deleted. Whatever can't be recreated is always asked about.
    public enum Deleting {
        /// At once, with a few seconds to undo it.
        UNDO,
        /// After a question.
        ASK
    }

    /// When registries are asked whether they have newer images.
    public enum ImageChecks {
        /// Only on demand.
        OFF,
        /// Once a day.
        DAILY
    }

    public GeneralSettings withKeepEngineRunning(boolean value) {
        return new GeneralSettings(value, keepInTray, deleting, outputMegabytes, imageChecks);
    }

    public GeneralSettings withKeepInTray(boolean value) {
        return new GeneralSettings(keepEngineRunning, value, deleting, outputMegabytes, imageChecks);
    }

    public GeneralSettings withDeleting(Deleting value) {
        return new GeneralSettings(keepEngineRunning, keepInTray, value, outputMegabytes, imageChecks);
    }

    public GeneralSettings withOutputMegabytes(int value) {
        return new GeneralSettings(keepEngineRunning, keepInTray, deleting, value, imageChecks);
    }

    public GeneralSettings withImageChecks(ImageChecks value) {
        return new GeneralSettings(keepEngineRunning, keepInTray, deleting, outputMegabytes, value);
    }
}
