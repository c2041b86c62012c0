package io.quayside.desktop.ui.run;

import java.util.Map;
import java.util.Set;

/// Platforms in the words of images: `linux/amd64`.
final class Platforms {
    private static final Map<String, String> NAMES = Map.of(
            "x86_64", "amd64", "x86", "386", "i386", "386", "i686", "386", "aarch64", "arm64", "armv7l", "arm",
            "armv6l", "arm", "armhf", "arm");
    private static final Map<String, Set<String>> ALSO =
            Map.of("linux/amd64", Set.of("linux/386"), "linux/arm64", Set.of("linux/arm"));

    private Platforms() {}

    /// @param machine as kernels or images name it
    static String of(String os, String machine) {
        return (os.isEmpty() ? "linux" : os) + "/" + NAMES.getOrDefault(machine, machine);
    }

    /// Whether a machine runs programs of this platform by itself.
    static boolean runs(String machine, String platform) {
        return machine.equals(platform) || ALSO.getOrDefault(machine, Set.of()).contains(platform);
    }

    /// Whether what was asked for, such as `linux/arm64/v8` or `arm64`, is this platform.
    static boolean matches(String wanted, String platform) {
        String full = wanted.contains("/") ? wanted : "linux/" + wanted;
        return full.equals(platform) || full.startsWith(platform + "/");
    }
}
