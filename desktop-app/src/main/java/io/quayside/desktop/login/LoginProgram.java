package io.quayside.desktop.login;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How this Quayside is started.
final class LoginProgram {
    private LoginProgram() {}

    /// Program and arguments; empty when that isn't known.
    static List<String> ofThisProcess(Optional<Path> dataDir) {
        return of(
                Optional.ofNullable(System.getProperty("jpackage.app-path")),
                jar(),
                Path.of(System.getProperty("java.home")),
                dataDir);
    }

    /// @param packaged the program that a package installed
    /// @param jar this program's own, which lies in `lib` beside the script that starts it
    /// @param java which that script would else look for in variables that may not be set at login
    static List<String> of(Optional<String> packaged, Optional<Path> jar, Path java, Optional<Path> dataDir) {
        List<String> program = new ArrayList<>();
        Optional<Path> script = jar.map(Path::toAbsolutePath)
                .map(Path::getParent)
                .map(lib -> lib.resolveSibling("quayside"))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile);
        if (packaged.isPresent()) {
            program.add(packaged.get());
        } else if (script.isPresent()) {
            program.add("/usr/bin/env");
            program.add("QUAYSIDE_JAVA=" + java.resolve("bin").resolve("java"));
            program.add(script.get().toString());
        } else {
            return List.of();
        }
        dataDir.ifPresent(folder -> {
            program.add("--data-dir");
            program.add(folder.toAbsolutePath().toString());
        });
        return List.copyOf(program);
    }

    private static Optional<Path> jar() {
        try {
            CodeSource source = LoginProgram.class.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
