package io.quayside.desktop.login;

import io.quayside.engine.platform.PlatformInfo;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether Quayside starts when the user logs in. The system itself keeps that, so what is changed there counts here.
/// [#isOn] and [#set] block.
public interface LoginStart {
    /// Why that can't be had here; empty where it can.
    Optional<String> unavailable();

    boolean isOn() throws IOException, InterruptedException;

    void set(boolean on) throws IOException, InterruptedException;

    /// The one of this computer.
    ///
    /// @param dataDir where the Quayside that is to start keeps everything, if not in the usual folders
    static LoginStart ofThisComputer(Optional<Path> dataDir, Map<String, String> environment) {
        return of(
                PlatformInfo.current().system(),
                LoginProgram.ofThisProcess(dataDir),
                environment,
                Path.of(System.getProperty("user.home")),
                new SystemProcessRunner());
    }

    /// @param program and its arguments; empty when it isn't known how this program is started
    static LoginStart of(
            PlatformInfo.OperatingSystem system,
            List<String> program,
            Map<String, String> environment,
            Path home,
            ProcessRunner runner) {
        if (program.isEmpty()) {
            return new NoLoginStart("This Quayside isn’t installed, so it isn’t known how to start it");
        }
        return switch (system) {
            case LINUX -> new LoginFile(DesktopEntry.file(environment, home), DesktopEntry.text(program));
            case MACOS -> new LoginFile(LaunchAgent.file(home), LaunchAgent.text(program));
            case WINDOWS -> new RunKey(program, runner);
        };
    }
}
