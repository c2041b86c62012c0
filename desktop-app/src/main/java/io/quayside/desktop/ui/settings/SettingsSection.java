package io.quayside.desktop.ui.settings;

import io.quayside.desktop.ui.shell.palette.SettingLink;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The pages of the settings, in the order of their column.
public enum SettingsSection {
    GENERAL("general", "General", "How Quayside and its engine run."),
    APPEARANCE("appearance", "Appearance", "Changes show at once. Apply keeps them."),
    RESOURCES("resources", "Resources", ""),
    FILE_SHARING(
            "file-sharing",
            "File sharing",
            "Containers can use these folders as mounts. Nothing else on this computer is visible to the VM."),
    PORT_FORWARDING("port-forwarding", "Port forwarding", "Ports of this computer that lead into the VM."),
    KEYBOARD("keyboard", "Keyboard", "Select a command and press Enter to give it another key.");

    private final String address;
    private final String title;
    private final String description;

    SettingsSection(String address, String title, String description) {
        this.address = address;
        this.title = title;
        this.description = description;
    }

    /// The part behind `settings/`.
    public String address() {
        return address;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /// The section with this address.
    public static Optional<SettingsSection> of(String address) {
        return Arrays.stream(values())
                .filter(section -> section.address.equals(address))
                .findFirst();
    }

    /// Every setting there is, for the palette and for the search above the column.
    ///
    /// @param tray whether this desktop has a tray
    public static List<SettingLink> links(boolean tray) {
        return List.of(
                        GENERAL.link(SettingsText.LOGIN, "autostart", "boot", "sign in"),
                        GENERAL.link("Keep the engine running", "quit", "stop", "background"),
                        GENERAL.link(SettingsText.TRAY, "close", "window", "menu bar"),
                        GENERAL.link("Deleting", "undo", "ask", "confirm", "remove"),
                        GENERAL.link("Disk for output", "logs", "space", "limit"),
                        APPEARANCE.link("Theme", "dark", "light", "system", "colours", "colors"),
                        APPEARANCE.link("Density", "compact", "comfortable", "rows"),
                        APPEARANCE.link("Text size", "font", "zoom", "bigger", "larger"),
                        APPEARANCE.link("Motion", "animation", "reduce"),
                        APPEARANCE.link("CPU figures", "percent", "core", "docker stats"),
                        APPEARANCE.link("Log text size", "font", "terminal"),
                        RESOURCES.link("CPUs of the VM", "processors", "cores", "machine"),
                        RESOURCES.link("Memory of the VM", "ram", "machine"),
                        RESOURCES.link("Disk limit of the VM", "grow", "machine", "space"),
                        FILE_SHARING.link(
                                "Folders that containers can mount", "share", "bind", "volume", "9p", "mount"),
                        PORT_FORWARDING.link("Ports that lead into the VM", "publish", "rule", "forward", "network"),
                        KEYBOARD.link("Keyboard shortcuts", "keys", "hotkeys", "bindings"))
                .stream()
                .filter(link -> tray || !link.title().equals(SettingsText.TRAY))
                .toList();
    }

    private SettingLink link(String setting, String... keywords) {
        return new SettingLink(setting, title, "settings/" + address, List.of(keywords));
    }

    /// Whether a text typed into the search finds this section or one of its settings.
    boolean matches(String query, boolean tray) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || title.toLowerCase(Locale.ROOT).contains(wanted)
                || links(tray).stream()
                        .filter(link -> link.page().equals(title))
                        .anyMatch(link -> link.title().toLowerCase(Locale.ROOT).contains(wanted)
                                || link.keywords().stream().anyMatch(word -> word.contains(wanted)));
    }
}
