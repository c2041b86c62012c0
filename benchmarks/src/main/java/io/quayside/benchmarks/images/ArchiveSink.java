package io.quayside.benchmarks.images;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// An engine that takes what is to be built, throws it away and says that it is done: what a real one does with 20,000
/// files takes its disk ten times as long as they take to come.
final class ArchiveSink implements AutoCloseable {
    private static final String VERSION = "1.41";
    private static final byte[] BUILT =
            "{\"aux\":{\"ID\":\"sha256:0123\"}}\n{\"stream\":\"Successfully built 0123\\n\"}\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final int BLOCK = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong taken = new AtomicLong();

    ArchiveSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The bytes that came since this was asked last.
    long taken() {
        return taken.getAndSet(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] block = new byte[BLOCK];
            InputStream in = exchange.getRequestBody();
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                taken.addAndGet(n);
            }
            boolean build = exchange.getRequestURI().getPath().endsWith("/build");
            exchange.getResponseHeaders().set("Api-Version", VERSION);
            exchange.getResponseHeaders().set("OSType", "linux");
            exchange.getResponseHeaders().set("Content-Type", build ? "application/json" : "text/plain");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            byte[] body = build ? BUILT : "OK".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
