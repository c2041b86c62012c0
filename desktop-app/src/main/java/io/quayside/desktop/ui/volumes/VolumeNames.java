package io.quayside.desktop.ui.volumes;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Names of volumes.
final class VolumeNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]+");
    private static final int LONGEST = 255;

    private VolumeNames() {}

    /// What is wrong with a name, in words.
    static Optional<String> fault(String name) {
        return NAME.matcher(name).matches() && name.length() <= LONGEST
                ? Optional.empty()
                : Optional.of("A name has two or more letters, digits, and . _ - after the first.");
    }

    /// A free name that begins like another one.
    static String free(String start, Predicate<String> taken) {
        for (int i = 1; ; i++) {
            String name = i == 1 ? start : start + "-" + i;
            if (!taken.test(name)) {
                return name;
            }
        }
    }

    /// Of "backup of data.tar.zst" the name "backup-of-data".
    static String ofFile(String file) {
        String bare = file.replaceAll("(\\.tar)?(\\.(zst|gz|tgz|tar))?$", "").replaceAll("[^A-Za-z0-9_.-]+", "-");
        String name = bare.replaceAll("^[^A-Za-z0-9]+", "");
        return name.length() < 2 ? "imported" : name;
    }
}
