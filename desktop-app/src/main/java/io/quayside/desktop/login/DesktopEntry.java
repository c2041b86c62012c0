package io.quayside.desktop.login;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The entry that desktops of Linux start at login, as the Desktop Application Autostart and the Desktop Entry
/// specifications have it.
final class DesktopEntry {
    /// Lines by which a desktop turns an entry off.
    static final Set<String> OFF = Set.of("Hidden=true", "X-GNOME-Autostart-enabled=false");

    private static final String NAME = "quayside.desktop";

    private DesktopEntry() {}

    static Path file(Map<String, String> environment, Path home) {
        return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(text -> text.startsWith("/"))
                .map(Path::of)
                .orElse(home.resolve(".config"))
                .resolve("autostart")
                .resolve(NAME);
    }

    static String text(List<String> program) {
        return String.join(
                "\n",
                "[Desktop Entry]",
                "Type=Application",
                "Version=1.0",
                "Name=Quayside",
                "Comment=Containers on this computer",
                "Exec=" + program.stream().map(DesktopEntry::quoted).collect(Collectors.joining(" ")),
                "Terminal=false",
                "");
    }

    /// Quoted as arguments are, and then escaped as values of the file are.
    private static String quoted(String argument) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < argument.length(); i++) {
            char next = argument.charAt(i);
            switch (next) {
                case '"', '`', '$' -> text.append("\\\\").append(next);
                case '\\' -> text.append("\\\\\\\\");
                case '%' -> text.append("%%");
                case '\n' -> text.append("\\n");
                default -> text.append(next);
            }
        }
        return text.append('"').toString();
    }
}
