package io.quayside.vm.driver.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QmpClientTest {
    @TempDir
    Path folder;

    private ServerSocketChannel server;

    @BeforeEach
    void serve() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("qmp")));
        Thread.ofVirtual().name("fake qemu").start(this::answer);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    /// Speaks as QEMU does: a greeting, an event before each answer, and an error for what it doesn't know.
    private void answer() {
        try (SocketChannel client = server.accept()) {
            OutputStream out = Channels.newOutputStream(client);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8));
            say(out, "{\"QMP\":{\"version\":{}}}");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode request = JsonMapper.shared().readTree(line);
                say(out, "{\"event\":\"NIC_RX_FILTER_CHANGED\",\"data\":{}}");
                String id = "\"id\":" + request.path("id").asLong();
                switch (request.path("execute").asString()) {
                    case "qmp_capabilities", "cont" -> say(out, "{\"return\":{}," + id + "}");
                    case "query-balloon" -> say(out, "{\"return\":{\"actual\":42}," + id + "}");
                    case "quit" -> {
                        return;
                    }
                    default -> say(out, "{\"error\":{\"class\":\"CommandNotFound\",\"desc\":\"unknown\"}," + id + "}");
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersAreFoundAmongEvents() throws Exception {
        try (QmpClient client = QmpClient.connect(folder.resolve("qmp"))) {
            assertEquals(
                    42, client.execute("query-balloon", Map.of()).path("actual").asInt());
        }
    }

    @Test
    void refusalCarriesTheReason() throws Exception {
        try (QmpClient client = QmpClient.connect(folder.resolve("qmp"))) {
            VmException refused = assertThrows(VmException.class, () -> client.execute("nonsense", Map.of()));
            assertEquals(new VmProblem.HypervisorRefused("nonsense", "unknown"), refused.problem());
        }
    }

    @Test
    void endOfQemuFailsWhoeverWaits() throws Exception {
        try (QmpClient client = QmpClient.connect(folder.resolve("qmp"))) {
            VmException ended = assertThrows(VmException.class, () -> client.execute("quit", Map.of()));
            assertEquals(new VmProblem.HypervisorRefused("quit", "QEMU ended"), ended.problem());
        }
    }
}
