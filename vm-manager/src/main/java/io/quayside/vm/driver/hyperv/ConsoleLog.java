package io.quayside.vm.driver.hyperv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what the guest's kernel writes to its serial line, as QEMU does by itself, on a virtual thread
/// that ends with the machine. Lines that come while no Quayside runs are lost.
final class ConsoleLog {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleLog.class);

    private ConsoleLog() {}

    static void follow(ByteChannel console, Path file) {
        Thread.ofVirtual().name("vm console").start(() -> copy(console, file));
    }

    private static void copy(ByteChannel console, Path file) {
        try (console;
                OutputStream out = Files.newOutputStream(file)) {
            Channels.newInputStream(console).transferTo(out);
        } catch (IOException e) {
            LOG.debug("The console of {} ended", file, e);
        }
    }
}
