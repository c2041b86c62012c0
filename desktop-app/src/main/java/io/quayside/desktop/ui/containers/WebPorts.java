package io.quayside.desktop.ui.containers;

import io.quayside.desktop.task.FxThread;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out which published ports of this computer speak HTTP: each is asked once when its container has started, by a
/// `HEAD` request. Answers are kept until the container starts anew. FX thread; asking happens on virtual threads.
public final class WebPorts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebPorts.class);
    private static final int TIMEOUT_MILLIS = 1500;
    private static final byte[] QUESTION =
            "HEAD / HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("port-probe-", 0).factory());
    private final Semaphore places = new Semaphore(4);
    private final FxThread fx;
    private final Runnable changed;
    private final Map<String, Set<Integer>> asked = new HashMap<>(); // by the run of a container
    private final Set<Integer> web = new HashSet<>();

    /// @param changed something was learned
    public WebPorts(FxThread fx, Runnable changed) {
        this.fx = fx;
        this.changed = changed;
    }

    /// Whether the port spoke HTTP when it was asked last.
    public boolean isWeb(int port) {
        return web.contains(port);
    }

    /// Asks the ports of one run of a container, unless that was done.
    ///
    /// @param run names the run: the container's id with the time it started
    public void ask(String run, Collection<Integer> ports) {
        Set<Integer> known = asked.computeIfAbsent(run, ignored -> new HashSet<>());
        for (int port : ports) {
            if (known.add(port)) {
                threads.execute(() -> probe(port));
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void probe(int port) {
        try {
            places.acquire();
            try {
                boolean answer = speaksHttp(port);
                fx.run(() -> learned(port, answer));
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void learned(int port, boolean isWeb) {
        if (isWeb ? web.add(port) : web.remove(port)) {
            changed.run();
        }
    }

    private static boolean speaksHttp(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(QUESTION);
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("HTTP/");
        } catch (IOException e) {
            LOG.debug("Port {} does not speak HTTP: {}", port, e.toString());
            return false;
        }
    }
}
