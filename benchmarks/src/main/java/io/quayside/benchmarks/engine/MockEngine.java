package io.quayside.benchmarks.engine;

import io.quayside.benchmarks.engine.HttpExchange.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An engine with any number of containers on a Unix socket. Its answers are those of a real one, recorded, with the
/// containers' own facts filled in.
///
/// One virtual thread per connection; [MockContainer]s change from any thread.
public final class MockEngine implements AutoCloseable {
    private static final long SAMPLE_EVERY_MILLIS = 1000;
    private static final String CONTAINERS = "/containers/json";
    private static final String IMAGES = "/images/json";
    private static final String VOLUMES = "/volumes";

    private final Path socket;
    private final ServerSocketChannel server;
    private final List<MockContainer> containers;
    private final Set<BlockingQueue<byte[]>> subscribers = ConcurrentHashMap.newKeySet();
    private final int fastSamples;
    private final Map<String, ListGate> gates = Map.of(
            CONTAINERS, new ListGate(),
            IMAGES, new ListGate(),
            VOLUMES, new ListGate());
    private volatile int images;
    private volatile int volumes;

    private MockEngine(Path socket, ServerSocketChannel server, List<MockContainer> containers, int fastSamples) {
        this.socket = socket;
        this.server = server;
        this.containers = containers;
        this.fastSamples = fastSamples;
    }

    /// Starts one with `count` containers, the first `running` of which run.
    public static MockEngine start(Path socket, int count, int running) throws IOException {
        return start(socket, count, running, 0);
    }

    /// Like [#start(Path, int, int)]; with `fastSamples` above 0 a stats stream gives that many at once and ends.
    public static MockEngine start(Path socket, int count, int running, int fastSamples) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        List<MockContainer> containers = IntStream.range(0, count)
                .mapToObj(number -> new MockContainer(number, number < running))
                .toList();
        MockEngine engine = new MockEngine(socket, server, containers, fastSamples);
        Thread.ofVirtual().name("mock-engine").start(engine::accept);
        return engine;
    }

    public String address() {
        return "unix://" + socket;
    }

    public String containerId(int number) {
        return containers.get(number).id();
    }

    public String containerName(int number) {
        return containers.get(number).name();
    }

    /// Flips a container between running and exited and tells everyone who listens. Returns whether it runs now.
    public boolean flip(int number) {
        MockContainer container = containers.get(number);
        container.running(!container.isRunning());
        tell(container.event(container.isRunning() ? "start" : "die", now()));
        return container.isRunning();
    }

    /// The door of the lists of containers.
    public ListGate containerList() {
        return gate(CONTAINERS);
    }

    /// The door of the lists of images.
    public ListGate imageList() {
        return gate(IMAGES);
    }

    /// The door of the lists of volumes.
    public ListGate volumeList() {
        return gate(VOLUMES);
    }

    private ListGate gate(String path) {
        return Objects.requireNonNull(gates.get(path));
    }

    /// Has this many further images from now on, each with a name of its own.
    public void images(int count) {
        images = count;
    }

    /// Has this many volumes from now on, a tenth of them a project's.
    public void volumes(int count) {
        volumes = count;
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }

    private void tell(String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        subscribers.forEach(queue -> queue.add(bytes));
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().name("mock-engine-client").start(() -> serve(client));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            HttpExchange exchange = new HttpExchange(Channels.newInputStream(client), Channels.newOutputStream(client));
            for (Request request = exchange.read(); !request.isEnd(); request = exchange.read()) {
                answer(exchange, request);
            }
        } catch (IOException clientWent) {
            // A client may go at any time.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Request request) throws IOException, InterruptedException {
        String[] parts = request.target().split("\\?", 2);
        String path = parts[0].replaceFirst("^/v[0-9.]+", "");
        String query = parts.length > 1 ? parts[1] : "";
        if (path.equals("/events")) {
            events(exchange);
        } else if (path.startsWith("/containers/") && !path.equals(CONTAINERS)) {
            container(exchange, path.split("/"), query);
        } else {
            ListGate gate = gates.get(path);
            if (gate != null) {
                gate.pass();
            }
            Optional<String> body = collection(path);
            exchange.answer(
                    body.isPresent() ? 200 : 404,
                    path.equals("/_ping") ? "text/plain" : "application/json",
                    body.orElse("{\"message\":\"page not found\"}").getBytes(StandardCharsets.UTF_8));
            if (gate != null) {
                gate.written();
            }
        }
    }

    private Optional<String> collection(String path) {
        return Optional.ofNullable(
                switch (path) {
                    case "/_ping" -> "OK";
                    case "/version" -> Templates.VERSION;
                    case "/info" -> Templates.INFO;
                    case IMAGES -> imageText();
                    case "/networks" -> Templates.NETWORKS;
                    case VOLUMES -> volumeText();
                    case "/system/df" ->
                        "{\"LayersSize\":1982256,\"Images\":[],\"Containers\":[],\"Volumes\":[],\"BuildCache\":[]}";
                    case CONTAINERS ->
                        containers.stream()
                                .map(container -> container.fill(Templates.CONTAINER))
                                .collect(Collectors.joining(",", "[", "]"));
                    default -> null;
                });
    }

    private String imageText() {
        String recorded = Templates.IMAGES.strip();
        String one = recorded.substring(1, recorded.length() - 1);
        return IntStream.range(0, images)
                .mapToObj(number -> one.replaceAll(
                                "sha256:[0-9a-f]{64}",
                                "sha256:"
                                        + HexFormat.of()
                                                .toHexDigits(0x9e3779b97f4a7c15L * (number + 1))
                                                .repeat(4))
                        .replace("tiny:1", "team-" + number / 2 + "/image:" + number % 2))
                .collect(Collectors.joining(",", "[" + one + (images > 0 ? "," : ""), "]"));
    }

    private String volumeText() {
        return IntStream.range(0, volumes)
                .mapToObj(number -> Templates.VOLUME
                        .strip()
                        .replace("@NAME@", "data-" + number)
                        .replace("@LABELS@", number % 10 == 0 ? composeLabels(number) : "null"))
                .collect(Collectors.joining(",", "{\"Volumes\":[", "],\"Warnings\":null}"));
    }

    private static String composeLabels(int number) {
        return "{\"com.docker.compose.project\":\"project-" + number / 10 + "\",\"com.docker.compose.volume\":\"data-"
                + number + "\"}";
    }

    private void container(HttpExchange exchange, String[] path, String query)
            throws IOException, InterruptedException {
        Optional<MockContainer> found = containers.stream()
                .filter(candidate ->
                        candidate.id().equals(path[2]) || candidate.name().equals(path[2]))
                .findFirst();
        if (found.isEmpty() || path.length < 4) {
            exchange.answer(
                    404, "application/json", "{\"message\":\"No such container\"}".getBytes(StandardCharsets.UTF_8));
        } else if (path[3].equals("stats")) {
            stats(exchange, found.get(), !query.contains("stream=0") && !query.contains("stream=false"));
        } else {
            exchange.answer(
                    200, "application/json", found.get().fill(Templates.INSPECT).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void stats(HttpExchange exchange, MockContainer container, boolean stream)
            throws IOException, InterruptedException {
        byte[] sample = container.fill(Templates.STATS).getBytes(StandardCharsets.UTF_8);
        if (!stream) {
            exchange.answer(200, "application/json", sample);
            return;
        }
        exchange.beginChunks();
        for (int i = 0; fastSamples == 0 || i < fastSamples; i++) {
            exchange.chunk(sample);
            if (fastSamples == 0) {
                Thread.sleep(SAMPLE_EVERY_MILLIS);
            }
        }
        exchange.endChunks();
    }

    private void events(HttpExchange exchange) throws IOException, InterruptedException {
        BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
        subscribers.add(queue);
        try {
            exchange.beginChunks();
            while (server.isOpen()) {
                exchange.chunk(queue.take());
            }
        } finally {
            subscribers.remove(queue);
        }
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /// The recorded answers.
    private static final class Templates {
        static final String VERSION = read("version.json");
        static final String INFO = read("info.json");
        static final String IMAGES = read("images.json");
        static final String NETWORKS = read("networks.json");
        static final String VOLUME = read("volume.json");
        static final String CONTAINER = read("container.json");
        static final String INSPECT = read("inspect.json");
        static final String STATS = read("stats.json");

        private static String read(String name) {
            try (InputStream in = Objects.requireNonNull(MockEngine.class.getResourceAsStream(name))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
