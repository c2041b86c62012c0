package io.quayside.desktop.ui.images.transfer;

import java.util.ArrayList;
import java.util.List;

/// A kind of machine that an image can be for.
///
/// @param name as engines know it, such as `linux/arm64`; empty for the engine's own
/// @param title in the list
public record Platform(String name, String title) {
    private static final List<String> COMMON =
            List.of("amd64", "arm64", "arm/v7", "arm/v6", "386", "ppc64le", "riscv64", "s390x");

    /// The engine's own first, which is the one to pull unless somebody knows better.
    ///
    /// @param own the engine's architecture, or empty while it isn't known
    public static List<Platform> all(String own) {
        List<Platform> all = new ArrayList<>();
        all.add(new Platform("", own.isEmpty() ? "Engine’s" : own));
        for (String arch : COMMON) {
            if (!arch.equals(own)) {
                all.add(new Platform("linux/" + arch, arch));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return title;
    }
}
