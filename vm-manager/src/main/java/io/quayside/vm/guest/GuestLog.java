package io.quayside.vm.guest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A log of the guest as it is written, in whole lines. One thread reads; [#close()] from any thread ends it. The guest
/// sends no more while nobody reads.
public final class GuestLog implements AutoCloseable {
    /// A line that is longer comes in pieces.
    private static final int LONGEST = 64 << 10;

    private final GuestStream stream;
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

    GuestLog(GuestStream stream) {
        this.stream = stream;
    }

    /// Has the guest end the log with what it has by now.
    public void finish() throws IOException {
        stream.endOutput();
    }

    /// The next lines, one or more, without their ends: untrusted text. Waits for them; empty at the end.
    ///
    /// @throws IOException if the connection or the log was closed, or the guest has no such log, with its reason
    public Optional<List<String>> next() throws IOException {
        while (true) {
            byte[] payload = stream.next();
            if (payload == null) {
                return rest.size() == 0 ? Optional.empty() : Optional.of(taken());
            }
            int whole = payload.length;
            while (whole > 0 && payload[whole - 1] != '\n') {
                whole--;
            }
            rest.write(payload, 0, whole);
            if (whole == 0 && rest.size() + payload.length >= LONGEST) {
                rest.write(payload, 0, payload.length);
                return Optional.of(taken());
            }
            Optional<List<String>> lines = whole > 0 ? Optional.of(taken()) : Optional.empty();
            rest.write(payload, whole, payload.length - whole);
            if (lines.isPresent()) {
                return lines;
            }
        }
    }

    private List<String> taken() {
        List<String> lines = rest.toString(StandardCharsets.UTF_8).lines().toList();
        rest.reset();
        return lines;
    }

    @Override
    public void close() {
        stream.close();
    }
}
