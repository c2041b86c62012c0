package io.quayside.vm.driver.qemu;

import io.quayside.vm.store.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Which process is the machine: its id, and when it began, so that a later process with the same id isn't taken for
/// it.
record ProcessRecord(long pid, String began) {

    static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), began(process));
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, (pid + " " + began + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// The recorded process, if it is still there.
    static Optional<ProcessHandle> living(Path file) throws IOException {
        String[] words;
        try {
            words = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ");
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (words.length != 2 || !words[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> process.isAlive() && began(process).equals(words[1]));
    }

    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("-");
    }
}
