package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.ui.control.FolderChooser;

/// What the pages about the machine in the window show.
public record MachinePages(
        ResourcesViewModel resources, SharesViewModel shares, PortsViewModel ports, FolderChooser folders) {}
