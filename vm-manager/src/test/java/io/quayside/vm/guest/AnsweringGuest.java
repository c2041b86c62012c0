package io.quayside.vm.guest;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A guest that answers requests with what a test gave it, on a thread of its own, and tells its events after the
/// hello.
public final class AnsweringGuest implements AutoCloseable {
    private final FakeGuest guest = new FakeGuest();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> events;

    /// @param events as JSON
    public AnsweringGuest(Map<String, String> answers, List<String> events) throws IOException {
        this.answers.put("ping", "{\"version\":1}");
        this.answers.put("steps", "[]");
        this.answers.put("logs", "{\"text\":\"\"}");
        this.answers.putAll(answers);
        this.events = events;
        Thread.ofVirtual().name("answering guest").start(this::serve);
    }

    /// The host's end of its port.
    public ByteChannel port() {
        return guest.hostEnd;
    }

    private void serve() {
        try {
            guest.greet();
            for (String event : events) {
                guest.send(new Frame(Frame.Kind.EVENT, 0, event.getBytes(StandardCharsets.UTF_8)));
            }
            while (true) {
                JsonNode request = JsonMapper.shared().readTree(guest.next().payload());
                String answer = "{\"id\":" + request.path("id").asLong() + ",\"result\":"
                        + answers.getOrDefault(request.path("name").asString(), "{}") + "}";
                guest.send(new Frame(Frame.Kind.REPLY, 0, answer.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            // The host has closed the port.
        }
    }

    @Override
    public void close() throws IOException {
        guest.toHost.close();
    }
}
