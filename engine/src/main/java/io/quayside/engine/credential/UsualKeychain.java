package io.quayside.engine.credential;

import io.quayside.engine.platform.PlatformInfo.OperatingSystem;
import io.quayside.engine.process.ProcessRunner;
import java.util.Optional;

/// The keychain that docker takes by itself when its file names none and has no login: that of the system, if there is
/// a helper for it. Once a login is kept there, the file names it.
///
/// @param runner finds programs
record UsualKeychain(OperatingSystem system, ProcessRunner runner) {

    /// The last part of the helper's name.
    Optional<String> helper() {
        String name = switch (system) {
            case LINUX -> runner.find("pass").isPresent() ? "pass" : "secretservice";
            case MACOS -> "osxkeychain";
            case WINDOWS -> "wincred";
        };
        return runner.find("docker-credential-" + name).map(program -> name);
    }
}
