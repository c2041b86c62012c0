package io.quayside.desktop.ui.containers;

import io.quayside.testing.fake.FakeContainer;
import io.quayside.testing.fake.FakeEngine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Inspections by a fake engine of containers that went wrong: what a list doesn't say.
final class FakeInspections {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// How a container ended.
    record End(String error, boolean outOfMemory, long memoryLimit) {}

    private final Map<String, End> ends = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    private final FakeEngine engine;

    FakeInspections(FakeEngine engine) {
        this.engine = engine;
        engine.on("GET", "/containers/*/json", exchange -> {
            String id = exchange.request().segment(1);
            FakeContainer container = engine.containers().find(id).orElse(null);
            if (container == null) {
                exchange.respond(404, "application/json", "{\"message\":\"No such container: " + id + "\"}");
            } else {
                exchange.respond(200, "application/json", json(container));
            }
        });
    }

    FakeContainer add(int number, String name, String state, int exitCode, End end) {
        FakeContainer container = new FakeContainer(
                "%064x".formatted(0xabcd_0000L + number),
                name,
                "busybox:1",
                state,
                exitCode,
                0,
                Map.of(),
                1_760_000_000L);
        ends.put(container.id(), end);
        engine.containers().create(container);
        return container;
    }

    /// From now on inspections say this state, though no event told of it and lists don't say so.
    void secretly(String id, String state) {
        secrets.put(id, state);
    }

    private String json(FakeContainer container) {
        End end = ends.getOrDefault(container.id(), new End("", false, 0));
        String state = secrets.getOrDefault(container.id(), container.state());
        boolean up = state.equals("running");
        ObjectNode root = JSON.createObjectNode();
        root.put("Id", container.id()).put("Name", "/" + container.name()).put("Created", "2025-10-09T08:53:20Z");
        root.put("Image", "sha256:" + "7".repeat(64)).put("Path", "sleep");
        root.putObject("State")
                .put("Status", state)
                .put("Running", up)
                .put("OOMKilled", end.outOfMemory())
                .put("ExitCode", container.exitCode())
                .put("Error", end.error())
                .put("StartedAt", "2025-10-09T08:53:21Z")
                .put("FinishedAt", up ? "0001-01-01T00:00:00Z" : "2025-10-09T09:00:00Z");
        root.putObject("HostConfig").put("Memory", end.memoryLimit());
        ObjectNode labels =
                root.putObject("Config").put("Image", container.image()).putObject("Labels");
        container.labels().forEach(labels::put);
        return root.toString();
    }
}
