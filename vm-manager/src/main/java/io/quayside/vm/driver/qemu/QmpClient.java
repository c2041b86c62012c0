package io.quayside.vm.driver.qemu;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A connection to QEMU's control socket. Commands may be given from any thread; each waits for its own answer. One
/// virtual thread reads answers and ends with the connection; events that QEMU mixes in are skipped.
final class QmpClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SocketChannel channel;
    private final BufferedReader answers;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    private QmpClient(SocketChannel channel) {
        this.channel = channel;
        answers = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }

    /// Connects and agrees on capabilities. QEMU serves one client at a time.
    static QmpClient connect(Path socket) throws IOException, VmException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        QmpClient client = new QmpClient(channel);
        Thread.ofVirtual().name("qmp " + socket.getFileName()).start(client::read);
        try {
            client.execute("qmp_capabilities", Map.of());
            return client;
        } catch (VmException e) {
            client.close();
            throw e;
        }
    }

    /// Gives a command and returns what came back.
    JsonNode execute(String command, Map<String, ?> arguments) throws VmException {
        long id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode request = JSON.createObjectNode().put("execute", command).put("id", id);
        request.set("arguments", JSON.valueToTree(arguments));
        try {
            send(request.toString() + "\n");
            JsonNode result = answer.get(10, TimeUnit.SECONDS);
            if (result.has("error")) {
                throw refused(command, result.path("error").path("desc").asString("no reason"));
            }
            return result.path("return");
        } catch (IOException e) {
            throw refused(command, "the connection to QEMU is gone (" + e.getMessage() + ")");
        } catch (ExecutionException e) {
            throw refused(command, "QEMU ended");
        } catch (TimeoutException e) {
            throw refused(command, "no answer for " + Duration.ofSeconds(10).toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(command, "interrupted");
        } finally {
            waiting.remove(id);
        }
    }

    private void send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        writing.lock();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } finally {
            writing.unlock();
        }
    }

    private void read() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                JsonNode message = JSON.readTree(line);
                CompletableFuture<JsonNode> answer =
                        waiting.get(message.path("id").asLong(0));
                if (answer != null) {
                    answer.complete(message);
                }
            }
        } catch (IOException | JacksonException e) {
            // Whoever waits is told below.
        }
        close();
        waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("closed")));
    }

    private static VmException refused(String command, String reason) {
        return new VmException(new VmProblem.HypervisorRefused(command, reason));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
