package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.EngineEndpoint;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server for what no real engine can be made to do. A script serves each connection, on a thread of its own;
/// it ends with the connection, or with an exception of it.
final class FakeServer implements AutoCloseable {

    /// Serves one connection, which is closed afterwards.
    @FunctionalInterface
    interface Script {
        void serve(Peer peer) throws IOException;
    }

    private final ServerSocketChannel listener;
    private final EngineEndpoint endpoint;
    private final Script script;
    private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private FakeServer(ServerSocketChannel listener, EngineEndpoint endpoint, Script script) {
        this.listener = listener;
        this.endpoint = endpoint;
        this.script = script;
        Thread.ofVirtual().name("fake-server").start(this::accept);
    }

    static FakeServer unix(Path socket, Script script) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
        return new FakeServer(listener, new EngineEndpoint.UnixSocket(socket), script);
    }

    static FakeServer tcp(Script script) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
        return new FakeServer(listener, new EngineEndpoint.Tcp("127.0.0.1", port), script);
    }

    EngineEndpoint endpoint() {
        return endpoint;
    }

    /// The request lines that came, as in `GET /_ping`.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// Waits until the script has ended every connection, as the end of its turn does.
    void awaitConnectionsEnded() {
        while (open.stream().anyMatch(SocketChannel::isOpen)) {
            Thread.onSpinWait();
        }
    }

    private void accept() {
        int number = 0;
        try {
            while (true) {
                SocketChannel channel = listener.accept();
                open.add(channel);
                number++;
                Peer peer = new Peer(channel, number, requests);
                Thread.ofVirtual().name("fake-connection").start(() -> serve(peer));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Peer peer) {
        try (peer) {
            script.serve(peer);
        } catch (IOException e) {
            // The client went away, which some tests are about.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel channel : open) {
            channel.close();
        }
    }

    /// The server's side of one connection.
    static final class Peer implements AutoCloseable {

        private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

        private final SocketChannel channel;
        private final int number;
        private final List<String> requests;
        private final InputStream in;
        private final OutputStream out;

        Peer(SocketChannel channel, int number, List<String> requests) {
            this.channel = channel;
            this.number = number;
            this.requests = requests;
            this.in = new BufferedInputStream(Channels.newInputStream(channel));
            this.out = Channels.newOutputStream(channel);
        }

        /// 1 for the first connection.
        int number() {
            return number;
        }

        InputStream in() {
            return in;
        }

        OutputStream out() {
            return out;
        }

        /// Reads a whole request; returns its line without the protocol, or throws at the end of the
        /// connection.
        String request() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("closed");
                }
                head.write(b);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            Matcher length = LENGTH.matcher(text);
            if (length.find()) {
                in.readNBytes(Integer.parseInt(length.group(1)));
            }
            String line = text.substring(0, text.indexOf(" HTTP/1.1"));
            requests.add(line);
            return line;
        }

        Peer send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.UTF_8));
        }

        Peer send(byte[] bytes) throws IOException {
            out.write(bytes);
            return this;
        }

        /// A whole answer.
        Peer answer(String status, String headers, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return send("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n")
                    .send(bytes);
        }

        /// Waits until the client closes.
        void awaitClose() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
