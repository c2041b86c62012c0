package io.quayside.testing.user;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A main class of the tests that runs as an ordinary user and is asked line by line: each line in is answered by one
/// line out that begins with [#ANSWER]; others are its log. It has the network device that users' engines need,
/// whatever mode the machine's own has.
public final class UserProgram implements AutoCloseable {
    public static final String ANSWER = "answer: ";

    private static final long END_SECONDS = 30;

    /// Mounts a device that all may open over the machine's own, in the mounts of this program only.
    private static final String WITH_TUN = """
            device=$1
            shift
            if [ -e /dev/net/tun ]; then
                rm -f "$device"
                mknod "$device" c 10 200
                chmod 666 "$device"
                mount --bind "$device" /dev/net/tun
            fi
            exec "$@"
            """;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private UserProgram(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /// Starts it with a class path of its own below `folder`, since users can't read everybody's.
    public static UserProgram start(TestUser user, Class<?> main, Path folder, String... arguments) throws IOException {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                readableClassPath(folder),
                main.getName()));
        java.addAll(List.of(arguments));
        List<String> command =
                new ArrayList<>(List.of("unshare", "--mount", "--propagation", "slave", "sh", "-ec", WITH_TUN, "sh"));
        command.add(folder.resolve("tun").toString());
        command.addAll(user.commandLine(java));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new UserProgram(process);
    }

    /// Sends a line and waits for the answer.
    public String ask(String line) throws IOException {
        questions.write(line + "\n");
        questions.flush();
        String answer = answers.readLine();
        while (answer != null && !answer.startsWith(ANSWER)) {
            answer = answers.readLine();
        }
        if (answer == null) {
            throw new IOException("the program ended at " + line);
        }
        return answer.substring(ANSWER.length());
    }

    /// Lets it end; what it started may stay.
    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program doesn't end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String readableClassPath(Path folder) throws IOException {
        Path copies = folder.resolve("class-path");
        boolean copied = Files.isDirectory(copies);
        List<String> entries = new ArrayList<>();
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            if (!Files.exists(from)) {
                continue;
            }
            Path to = copies.resolve(number++ + "-" + from.getFileName());
            entries.add(to.toString());
            if (!copied) {
                copyAll(from, to);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Path parent = target.getParent();
                    if (parent != null) {
                        Files.createDirectories(parent);
                    }
                    Files.copy(file, target);
                }
            }
        }
    }
}
