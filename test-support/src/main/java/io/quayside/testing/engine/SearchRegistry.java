package io.quayside.testing.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A registry on this computer that can only be searched, and finds the same whatever is searched for. It hangs up at
/// once on engines that try TLS first; the JDK's server lets them wait until they give up.
public final class SearchRegistry implements AutoCloseable {
    private static final int TLS = 0x16;
    private static final int LONGEST = 16 * 1024;

    private final ServerSocket server;
    private final String found;

    private SearchRegistry(ServerSocket server, String found) {
        this.server = server;
        this.found = found;
    }

    /// @param found the answer to a search, as JSON
    public static SearchRegistry start(String found) {
        try {
            SearchRegistry registry =
                    new SearchRegistry(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), found);
            Thread.ofVirtual().name("search-registry").start(registry::accept);
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `127.0.0.1:PORT`, as the first part of an image's name.
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().name("search-registry-connection").start(() -> serve(socket));
            } catch (IOException e) {
                return; // it was closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            String head = head(in);
            if (!head.isEmpty()) {
                byte[] body = (head.contains(" /v1/search") ? found : "{}").getBytes(StandardCharsets.UTF_8);
                out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(body);
            }
        } catch (IOException e) {
            // The engine went away.
        }
    }

    /// The request up to its empty line; nothing where it isn't plain HTTP.
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST && head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || (head.isEmpty() && next == TLS)) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
