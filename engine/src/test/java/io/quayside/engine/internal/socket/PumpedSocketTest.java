package io.quayside.engine.internal.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

class PumpedSocketTest extends StreamSocketContract {

    @Override
    StreamSocket socket(Path to) throws IOException {
        return new PumpedSocket("test", () -> new ChannelStream(SocketChannel.open(UnixDomainSocketAddress.of(to))));
    }

    private static final class ChannelStream implements ByteStream {

        private final SocketChannel channel;
        private final InputStream in;
        private final OutputStream out;

        ChannelStream(SocketChannel channel) {
            this.channel = channel;
            this.in = Channels.newInputStream(channel);
            this.out = Channels.newOutputStream(channel);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, length);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
        }

        @Override
        public void endOutput() throws IOException {
            channel.shutdownOutput();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
