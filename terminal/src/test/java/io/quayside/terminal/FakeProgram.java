package io.quayside.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A program whose output the test writes and whose input it reads.
public final class FakeProgram implements TerminalConnection {
    private final LinkedBlockingQueue<byte[]> output = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream input = new ByteArrayOutputStream();
    private final List<TerminalSize> sizes = new CopyOnWriteArrayList<>();
    private volatile OptionalInt exitCode = OptionalInt.empty();
    private volatile boolean broken;

    public FakeProgram print(String text) {
        output.add(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public void exit(int code) {
        exitCode = OptionalInt.of(code);
        output.add(new byte[0]);
    }

    void breakOff() {
        broken = true;
        output.add(new byte[0]);
    }

    public synchronized String typed() {
        return input.toString(StandardCharsets.UTF_8);
    }

    public List<TerminalSize> sizes() {
        return sizes;
    }

    @Override
    public boolean read(Output to) throws IOException {
        try {
            byte[] bytes = output.take();
            if (broken) {
                throw new IOException("The line is cut");
            }
            to.accept(bytes, 0, bytes.length);
            return bytes.length > 0;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public synchronized void write(byte[] bytes) {
        input.writeBytes(bytes);
    }

    @Override
    public void resize(TerminalSize size) {
        sizes.add(size);
    }

    @Override
    public OptionalInt exitCode() {
        return exitCode;
    }

    @Override
    public void close() {
        output.add(new byte[0]);
    }
}
