package io.quayside.engine.credential;

import io.quayside.engine.process.ProcessRunner;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// A credential helper that keeps each login in a file, and the `PATH` on which it is found.
record TestHelper(Path folder) {
    static final String NAME = "quayside-test";

    private static final String SCRIPT = """
            #!/bin/sh
            D=%s
            file() { printf '%%s/%%s' "$D" "$(printf %%s "$1" | tr '/:' '__')"; }
            case $1 in
            store)
                in=$(cat)
                server=$(printf %%s "$in" | sed 's/.*"ServerURL":"\\([^"]*\\)".*/\\1/')
                printf %%s "$in" > "$(file "$server")" ;;
            get)
                f=$(file "$(cat)")
                [ -e "$D/locked" ] && { echo "the key ring is locked"; exit 1; }
                [ -e "$f" ] && cat "$f" || { echo "credentials not found in native keychain"; exit 1; } ;;
            erase)
                f=$(file "$(cat)")
                [ -e "$f" ] && rm "$f" || { echo "credentials not found in native keychain"; exit 1; } ;;
            list)
                [ -e "$D/locked" ] && { echo "the key ring is locked"; exit 1; }
                printf '{'
                comma=
                for f in "$D"/*; do
                    [ -f "$f" ] || continue
                    printf '%%s%%s' "$comma" "$(sed 's/.*"ServerURL":\\("[^"]*"\\).*"Username":\\("[^"]*"\\).*/\\1:\\2/' "$f")"
                    comma=,
                done
                printf '}' ;;
            esac
            """;

    static TestHelper create(Path parent) throws IOException {
        return create(parent, NAME);
    }

    /// @param name the last part of the program's name
    static TestHelper create(Path parent, String name) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("helper"));
        Path kept = Files.createDirectories(folder.resolve("kept"));
        Path program = folder.resolve("docker-credential-" + name);
        Files.writeString(program, SCRIPT.formatted(kept));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new TestHelper(folder);
    }

    String path() {
        return folder + ":" + System.getenv("PATH");
    }

    ProcessRunner runner() {
        return new SystemProcessRunner(Map.of("PATH", path()));
    }

    /// From now on it refuses to tell anything.
    void lock() throws IOException {
        Files.writeString(folder.resolve("kept/locked"), "");
    }
}
