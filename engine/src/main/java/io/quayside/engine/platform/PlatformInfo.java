package io.quayside.engine.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/// What this program runs on and as whom; found once and passed on.
///
/// @param uid the user's number, absent where users have none
public record PlatformInfo(OperatingSystem system, String user, OptionalInt uid) {
    /// The operating systems that Quayside knows.
    public enum OperatingSystem {
        LINUX("Linux"),
        MACOS("macOS"),
        WINDOWS("Windows");

        private final String title;

        OperatingSystem(String title) {
            this.title = title;
        }

        /// For people.
        public String title() {
            return title;
        }

        static OperatingSystem of(String osName) {
            String name = osName.toLowerCase(Locale.ROOT);
            return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
        }
    }

    public static PlatformInfo current() {
        return new PlatformInfo(
                OperatingSystem.of(System.getProperty("os.name", "")),
                System.getProperty("user.name", ""),
                currentUid());
    }

    public boolean isRoot() {
        return uid.isPresent() && uid.getAsInt() == 0;
    }

    private static OptionalInt currentUid() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid
                    ? OptionalInt.of(uid)
                    : OptionalInt.empty();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }
}
