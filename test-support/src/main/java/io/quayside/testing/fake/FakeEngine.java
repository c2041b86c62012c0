package io.quayside.testing.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// A daemon inside the test's JVM, over a real Unix socket and a loopback port.
///
/// It answers the reads of the Engine API from [#containers()], lets clients start and stop those, and streams events
/// and
/// stats. A test overrides any answer with [#on], and breaks things with [#cutConnections], [#goDown] and the replies
/// of
/// [FakeReply]. Thread-safe.
public final class FakeEngine implements AutoCloseable {
    /// The newest API version that it claims.
    public static final String API_VERSION = "1.45";

    private record Rule(String method, Pattern path, FakeReply reply) {
        boolean matches(FakeRequest request) {
            return method.equals(request.method())
                    && path.matcher(request.path()).matches();
        }
    }

    private final Path folder;
    private final FakeEvents events = new FakeEvents();
    private final FakeStats stats = new FakeStats();
    private final FakeContainers containers = new FakeContainers(events);
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile boolean recording = true;
    private FakeListener unix;
    private FakeListener tcp;

    private FakeEngine(Path folder) {
        this.folder = folder;
        unix = FakeListener.onSocket(socket());
        tcp = FakeListener.onLoopback(0);
        port = tcp.port();
    }

    /// A daemon without containers.
    public static FakeEngine start() {
        try {
            FakeEngine engine = new FakeEngine(Files.createTempDirectory("qs-fake-"));
            FakeDefaults.addTo(engine);
            engine.unix.serve(engine::serve);
            engine.tcp.serve(engine::serve);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path socket() {
        return folder.resolve("engine.sock");
    }

    /// Address as `docker -H` takes it.
    public String host() {
        return "unix://" + socket();
    }

    public String tcpHost() {
        return "tcp://127.0.0.1:" + port;
    }

    public FakeContainers containers() {
        return containers;
    }

    /// Answers such requests in this way from now on; the latest rule counts. In the path, which has no version, `*`
    /// stands
    /// for one segment and `**` for any number.
    public FakeEngine on(String method, String path, FakeReply reply) {
        StringBuilder expression = new StringBuilder();
        for (String part : path.split("(?<=/)|(?=/)")) {
            expression.append(
                    switch (part) {
                        case "*" -> "[^/]+";
                        case "**" -> ".*";
                        default -> Pattern.quote(part);
                    });
        }
        rules.addFirst(new Rule(method, Pattern.compile(expression.toString()), reply));
        return this;
    }

    /// The requests since the start, oldest first.
    public List<FakeRequest> requests() {
        return List.copyOf(requests);
    }

    /// Stops keeping requests, for benchmarks.
    public void forgetRequests() {
        recording = false;
        requests.clear();
    }

    /// Tells all event streams about a change of something that isn't a container of this daemon.
    public void emit(String type, String action, String id, Map<String, String> attributes) {
        events.emit(type, action, id, attributes);
    }

    /// Sends this text on all event streams, well-formed or not.
    public void emitRaw(String text) {
        events.emitRaw(text);
    }

    /// Sends one sample on every stats stream.
    public void tickStats() {
        stats.tick();
    }

    public int eventStreams() {
        return events.clients();
    }

    public int statsStreams() {
        return stats.clients();
    }

    public synchronized int connections() {
        return unix.connections() + tcp.connections();
    }

    /// Waits until something that other threads bring about is so.
    public void await(BooleanSupplier condition) throws InterruptedException {
        for (int round = 0; round < 12_000; round++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("it did not happen within a minute");
    }

    /// Ends all connections in the middle of what they do; the daemon goes on listening.
    public synchronized void cutConnections() {
        unix.cutAll();
        tcp.cutAll();
    }

    /// Ends all connections and refuses new ones, as a daemon that was stopped.
    public synchronized void goDown() {
        unix.close();
        tcp.close();
    }

    /// Listens again on the same addresses.
    public synchronized void comeBack() {
        goDown();
        unix = FakeListener.onSocket(socket());
        tcp = FakeListener.onLoopback(port);
        unix.serve(this::serve);
        tcp.serve(this::serve);
    }

    @Override
    public void close() {
        goDown();
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeEvents events() {
        return events;
    }

    FakeStats stats() {
        return stats;
    }

    private void serve(FakeConnection connection) {
        try {
            for (Optional<FakeRequest> next = connection.next(); next.isPresent(); next = connection.next()) {
                FakeRequest request = next.get();
                if (recording) {
                    requests.add(request);
                }
                reply(request).answer(new FakeExchange(request, connection));
            }
        } catch (IOException e) {
            // The client or the test ended the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FakeReply reply(FakeRequest request) {
        return rules.stream()
                .filter(rule -> rule.matches(request))
                .findFirst()
                .map(Rule::reply)
                .orElseGet(() -> FakeReply.error(404, "page not found"));
    }
}
