package io.quayside.vm.guest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// The guest's end of a control port, driven by the test frame by frame.
final class FakeGuest {
    final ReadableByteChannel fromHost;
    final WritableByteChannel toHost;
    final ByteChannel hostEnd;
    private final FrameReader reader;
    private final FrameWriter writer;

    FakeGuest() throws IOException {
        Pipe up = Pipe.open();
        Pipe down = Pipe.open();
        fromHost = up.source();
        toHost = down.sink();
        hostEnd = new Both(down.source(), up.sink());
        reader = new FrameReader(fromHost);
        writer = new FrameWriter(toHost);
    }

    Frame next() throws IOException {
        return reader.next();
    }

    void send(Frame frame) throws IOException {
        writer.write(frame);
    }

    void sendRaw(byte[] bytes) throws IOException {
        Channels.newOutputStream(toHost).write(bytes);
    }

    /// Answers the host's hello.
    void greet() throws IOException {
        send(next());
    }

    private record Both(ReadableByteChannel in, WritableByteChannel out) implements ByteChannel {
        @Override
        public int read(ByteBuffer buffer) throws IOException {
            return in.read(buffer);
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            return out.write(buffer);
        }

        @Override
        public boolean isOpen() {
            return in.isOpen();
        }

        @Override
        public void close() throws IOException {
            in.close();
            out.close();
        }
    }
}
