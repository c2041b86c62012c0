package io.quayside.desktop.ui.settings.machine;

import io.quayside.vm.model.IdleSettings;
import io.quayside.vm.model.Resources;

/// What a machine may take, and what it does while nothing runs in it.
///
/// @param swapMiB of its disk that may hold memory; 0 for none
public record MachineLimits(Resources resources, int swapMiB, IdleSettings idle) {
    MachineLimits withResources(Resources changed) {
        return new MachineLimits(changed, swapMiB, idle);
    }

    MachineLimits withSwap(int changedMiB) {
        return new MachineLimits(resources, changedMiB, idle);
    }

    MachineLimits withIdle(IdleSettings changed) {
        return new MachineLimits(resources, swapMiB, changed);
    }

    /// In how many of the settings on the page the two differ.
    int differences(MachineLimits other) {
        return (resources.cpus() == other.resources.cpus() ? 0 : 1)
                + (resources.memoryMiB() == other.resources.memoryMiB() ? 0 : 1)
                + (resources.diskGiB() == other.resources.diskGiB() ? 0 : 1)
                + (swapMiB == other.swapMiB ? 0 : 1)
                + (idle.giveMemoryBack() == other.idle.giveMemoryBack() ? 0 : 1)
                + (idle.pauseAfterMinutes() == other.idle.pauseAfterMinutes() ? 0 : 1);
    }

    /// Whether a machine that runs has to start again before it has these: a disk grows and habits change while it
    /// runs, all else counts from a start.
    public boolean countsFromStart(MachineLimits before) {
        return resources.cpus() != before.resources.cpus()
                || resources.memoryMiB() != before.resources.memoryMiB()
                || swapMiB != before.swapMiB;
    }
}
