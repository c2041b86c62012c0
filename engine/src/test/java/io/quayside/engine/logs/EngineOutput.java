package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What an engine sends for a container's output: messages with a time each, long lines in pieces of 16 KiB.
final class EngineOutput {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int PIECE = 16 * 1024;

    /// One message, as a frame has it.
    record Message(StreamType type, Instant time, byte[] bytes) {
        byte[] onTheWire() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes((TIME.format(time) + " ").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(bytes);
            return out.toByteArray();
        }
    }

    final List<Message> messages = new ArrayList<>();
    final List<byte[]> lines = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T14:00:00.000000001Z");

    /// Adds a line, its end included if it has one. Several lines may have the same time.
    void print(StreamType type, byte[] line, long laterNanos) {
        now = now.plusNanos(laterNanos);
        lines.add(line);
        for (int at = 0; at == 0 || at < line.length; at += PIECE) {
            messages.add(new Message(type, now, Arrays.copyOfRange(line, at, Math.min(line.length, at + PIECE))));
            now = now.plusNanos(line.length > PIECE ? 5 : 0);
        }
    }

    /// Any bytes at all, with a line end or without.
    static byte[] randomLine(Random random, boolean ended) {
        int length = random.nextInt(20) == 0 ? random.nextInt(60_000) : random.nextInt(120);
        byte[] line = new byte[length + (ended ? 1 : 0)];
        random.nextBytes(line);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(3) > 0) {
                line[i] = (byte) ('a' + random.nextInt(26));
            }
            if (line[i] == '\n') {
                line[i] = '\r';
            }
        }
        if (ended) {
            line[length] = '\n';
        }
        return line;
    }

    /// Hands over messages as a connection does: in pieces that end anywhere.
    void send(LogAppender appender, int from, int to, Random random) {
        for (Message message : messages.subList(from, to)) {
            byte[] wire = message.onTheWire();
            appender.begins(message.type());
            for (int at = 0; at < wire.length; ) {
                int n = Math.min(wire.length - at, 1 + random.nextInt(random.nextBoolean() ? 7 : 20_000));
                appender.frame(message.type(), wire, at, n);
                at += n;
            }
        }
    }

    /// The same without frames, as with a terminal.
    void sendRaw(LogAppender appender, Random random) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        messages.forEach(message -> all.writeBytes(message.onTheWire()));
        byte[] wire = all.toByteArray();
        for (int at = 0; at < wire.length; ) {
            int n = Math.min(wire.length - at, 1 + random.nextInt(random.nextBoolean() ? 7 : 20_000));
            appender.frame(StreamType.STDOUT, wire, at, n);
            at += n;
        }
    }

    /// From which message on the engine sends when asked for this time.
    int since(long nanos) {
        for (int i = 0; i < messages.size(); i++) {
            Instant time = messages.get(i).time();
            if (time.getEpochSecond() * 1_000_000_000L + time.getNano() >= nanos) {
                return i;
            }
        }
        return messages.size();
    }

    byte[] everything() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
