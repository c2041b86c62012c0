package io.quayside.testing.user;

import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An ordinary user with a range of subordinate ids, made once on a machine and kept. Needs root.
public final class TestUser {
    public static final String NAME = "quayside-test";

    private static final Path HOME = Path.of("/var/lib", NAME);
    private static final int IDS = 65_536;
    private static final long FIRST_ID = 1_000_000;

    private TestUser() {}

    /// Makes the user if there is none; skips the test where that can't be.
    public static synchronized TestUser ensure() {
        if (!Command.of("id", "-u").run().output().strip().equals("0")) {
            TestEngines.unavailable("an ordinary user for tests can only be made by root");
        }
        for (String program : List.of("useradd", "usermod", "setpriv", "unshare")) {
            if (Command.find(program).isEmpty()) {
                TestEngines.unavailable("the program `" + program + "` isn't installed");
            }
        }
        if (!Command.of("id", NAME).run().succeeded()) {
            // A password that nothing matches, rather than a locked account, which no key opens either.
            run("useradd", "--system", "--user-group", "--create-home", "--home-dir", HOME.toString());
        }
        if (noIds("/etc/subuid") || noIds("/etc/subgid")) {
            long first = Math.max(nextFree("/etc/subuid"), nextFree("/etc/subgid"));
            String range = first + "-" + (first + IDS - 1);
            Command.of("usermod", "--add-subuids", range, "--add-subgids", range, NAME)
                    .run()
                    .orFail();
        }
        return new TestUser();
    }

    public String name() {
        return NAME;
    }

    public Path home() {
        return HOME;
    }

    /// Makes a folder the user's own, with what is in it.
    public void own(Path folder) {
        Command.of("chown", "--recursive", NAME + ":" + NAME, folder.toString())
                .run()
                .orFail();
    }

    /// A command that the user runs, with a clean environment.
    public List<String> commandLine(List<String> words) {
        List<String> line = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=" + NAME,
                "--regid=" + NAME,
                "--init-groups",
                "--reset-env",
                "env",
                "LC_ALL=C.UTF-8"));
        line.addAll(words);
        return line;
    }

    private static void run(String... useradd) {
        List<String> words = new ArrayList<>(List.of(useradd));
        words.addAll(List.of("--shell", "/bin/sh", "--password", "*", NAME));
        Command.of(words).run().orFail();
    }

    private static boolean noIds(String file) {
        return lines(file).stream().noneMatch(line -> line.startsWith(NAME + ":"));
    }

    private static long nextFree(String file) {
        return Stream.concat(Stream.of(FIRST_ID), lines(file).stream().map(TestUser::end))
                .max(Long::compare)
                .orElse(FIRST_ID);
    }

    private static long end(String line) {
        String[] fields = line.split(":");
        return fields.length == 3 ? Long.parseLong(fields[1]) + Long.parseLong(fields[2]) : 0;
    }

    private static List<String> lines(String file) {
        try {
            return Files.exists(Path.of(file)) ? Files.readAllLines(Path.of(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
