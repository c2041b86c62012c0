package io.quayside.desktop.login;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The agent that macOS starts at login, as launchd.plist(5) has it.
final class LaunchAgent {
    private static final String LABEL = "io.quayside.desktop";

    private LaunchAgent() {}

    static Path file(Path home) {
        return home.resolve("Library/LaunchAgents").resolve(LABEL + ".plist");
    }

    static String text(List<String> program) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>%s</string>
                  <key>ProgramArguments</key>
                  <array>
                %s
                  </array>
                  <key>RunAtLoad</key>
                  <true/>
                  <key>ProcessType</key>
                  <string>Interactive</string>
                </dict>
                </plist>
                """.formatted(
                        LABEL,
                        program.stream()
                                .map(argument -> "    <string>" + escaped(argument) + "</string>")
                                .collect(Collectors.joining("\n")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
