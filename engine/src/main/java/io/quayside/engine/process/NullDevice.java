package io.quayside.engine.process;

import java.io.File;

/// The file that is always empty, under its name on this system.
final class NullDevice {
    static final String PATH = File.separatorChar == '\\' ? "NUL" : "/dev/null";

    private NullDevice() {}
}
