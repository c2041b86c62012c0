package io.quayside.desktop.ui.images;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quayside.testing.engine.TestRegistry;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// What stands where a registry would, and does what a test wants of a bad one. Engines try TLS first and wait ten
/// seconds for an answer to it, so a door stands before the server that closes at once to whoever asks for that.
///
/// Threads: those of the server, one for the door, and two for each connection, which end with it.
final class StandIn implements AutoCloseable {
    /// How a conversation in TLS begins.
    private static final int HANDSHAKE = 0x16;

    private final ServerSocket door;
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();

    /// What is answered to a request.
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange, StandIn self) throws IOException, InterruptedException;
    }

    private StandIn(HttpServer server, ServerSocket door) {
        this.server = server;
        this.door = door;
    }

    static StandIn open(Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StandIn self = new StandIn(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.to(exchange, self);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        Thread.ofVirtual().name("stand-in").start(self::welcome);
        return self;
    }

    private void welcome() {
        try {
            while (true) {
                Socket guest = door.accept();
                Thread.ofVirtual().name("stand-in-guest").start(() -> lead(guest));
            }
        } catch (IOException e) {
            // the door is closed
        }
    }

    private void lead(Socket guest) {
        try (guest) {
            PushbackInputStream words = new PushbackInputStream(guest.getInputStream());
            int first = words.read();
            if (first == HANDSHAKE || first < 0) {
                return;
            }
            words.unread(first);
            try (Socket inside = new Socket(
                    InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
                Thread back = Thread.ofVirtual().name("stand-in-back").start(() -> answer(inside, guest));
                words.transferTo(inside.getOutputStream());
                inside.shutdownOutput();
                back.join();
            }
        } catch (IOException e) {
            // one of them is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the server says. When it has closed the guest is sent away too.
    private static void answer(Socket inside, Socket guest) {
        try (guest) {
            inside.getInputStream().transferTo(guest.getOutputStream());
        } catch (IOException e) {
            // one of them is gone
        }
    }

    /// As the first part of an image's name.
    String host() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /// Says nothing more until the end.
    void hold() throws InterruptedException {
        closed.await();
    }

    /// What a real registry says to this request.
    byte[] ask(TestRegistry registry, HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + registry.address() + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
        for (String header : List.of("Accept", "Range")) {
            exchange.getRequestHeaders()
                    .getOrDefault(header, List.of())
                    .forEach(value -> request.header(header, value));
        }
        HttpResponse<byte[]> whole = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (String header :
                List.of("Content-Type", "Content-Length", "Content-Range", "Docker-Content-Digest", "Accept-Ranges")) {
            whole.headers()
                    .firstValue(header)
                    .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
        }
        exchange.sendResponseHeaders(whole.statusCode(), whole.body().length == 0 ? -1 : whole.body().length);
        return whole.body();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        server.stop(0);
        http.close();
    }
}
